import 'server-only';
import { db } from '@/lib/db/client';
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

/** The divided weeks in which somebody read or was read, the latest first. */
export async function weeksOf(member: { id: string }): Promise<WeekLine[]> {
  return db.$queryRaw<WeekLine[]>`
    SELECT e.number AS epoch, e."startsAt", e."endsAt", sum(own.points)::bigint AS points FROM (
      SELECT epoch, reward AS points FROM epoch_reader WHERE "memberId" = ${member.id}::uuid
      UNION ALL SELECT epoch, amount FROM epoch_payee WHERE "memberId" = ${member.id}::uuid) AS own
    JOIN epoch e ON e.number = own.epoch WHERE e.state IN ('divided', 'allocated', 'released')
    GROUP BY e.number ORDER BY e.number DESC LIMIT ${MOST}`;
}

export interface Waiting {
  epoch: number;
  amount: bigint;
  /** When what stands of it becomes available. */
  from: Date;
}

/** What of somebody's points waits, by week, the first to become available first. */
export async function waitingOf(member: { id: string }): Promise<Waiting[]> {
  const account = await db.earningAccount.findUnique({ where: { memberId: member.id }, select: { code: true } });
  if (!account) return [];
  const shares = await db.epochShare.findMany({
    where: { account: account.code, of: { state: 'allocated' } },
    orderBy: { epoch: 'asc' },
    select: { epoch: true, amount: true, of: { select: { allocatedAt: true, ruleVersion: true } } },
  });
  return Promise.all(shares.map(async ({ epoch, amount, of }) => ({ epoch, amount, from: new Date(await heldUntil(of)) })));
}
