import 'server-only';
import { db } from '@/lib/db/client';
import { availableOf, pendingOf } from './names';
import { heldUntil } from './rules';

/** A divided week of somebody in one line. */
export interface WeekLine {
  epoch: number;
  startsAt: Date;
  endsAt: Date;
  /** What posts and reading brought, thousandths of a point. */
  points: bigint;
}

/** Weeks that a list of statements holds. */
const MOST = 104;

/**
 * The divided weeks of somebody, the latest first, of all or of the latest `MOST`: those in which they read or were read, and those in
 * whose time the ledger moved something of theirs, so that one statement begins where the one before ended.
 */
export async function weeksOf(member: { id: string }, { all = false } = {}): Promise<WeekLine[]> {
  const account = await db.earningAccount.findUnique({ where: { memberId: member.id }, select: { code: true } });
  const codes = account ? [pendingOf(account.code), availableOf(account.code)] : [];
  return db.$queryRaw<WeekLine[]>`
    WITH divided AS (
      SELECT *, lead("dividedAt") OVER (ORDER BY number) AS until FROM epoch WHERE state IN ('divided', 'allocated', 'released')
    ), own AS (
      SELECT epoch, reward AS points FROM epoch_reader WHERE "memberId" = ${member.id}::uuid
      UNION ALL SELECT epoch, amount FROM epoch_payee WHERE "memberId" = ${member.id}::uuid
      UNION ALL SELECT d.number, 0 FROM ledger.account a JOIN ledger.entry n ON n.account = a.id JOIN ledger.tx t ON t.id = n.tx
        JOIN divided d ON t.at >= d."dividedAt" AND (t.at < d.until OR d.until IS NULL) WHERE a.code = ANY (${codes}::text[]))
    SELECT d.number AS epoch, d."startsAt", d."endsAt", sum(own.points)::bigint AS points FROM own JOIN divided d ON d.number = own.epoch
    GROUP BY d.number, d."startsAt", d."endsAt" ORDER BY d.number DESC LIMIT ${all ? null : MOST}::int`;
}

export interface Waiting {
  epoch: number;
  amount: bigint;
  /** When what stands of it becomes available. */
  from: Date;
  overdue: boolean;
}

/** How long after its time a release that goes on by itself may take; what waits longer waits for an admin. */
const RELEASE_TAKES = 86_400_000;

export const isOverdue = (from: Date, now: Date): boolean => from.getTime() + RELEASE_TAKES < now.getTime();

/** What of somebody's points waits, by week, the first to become available first. */
export async function waitingOf(member: { id: string }, now: Date): Promise<Waiting[]> {
  const account = await db.earningAccount.findUnique({ where: { memberId: member.id }, select: { code: true } });
  if (!account) return [];
  const shares = await db.epochShare.findMany({
    where: { account: account.code, of: { state: 'allocated' } },
    orderBy: { epoch: 'asc' },
    select: { epoch: true, amount: true, of: { select: { allocatedAt: true, ruleVersion: true } } },
  });
  return Promise.all(
    shares.map(async ({ epoch, amount, of }) => {
      const from = new Date(await heldUntil(of));
      return { epoch, amount, from, overdue: isOverdue(from, now) };
    }),
  );
}
