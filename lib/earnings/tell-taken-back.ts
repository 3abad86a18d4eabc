import 'server-only';
import { holdingAt } from '@/lib/accounts/holding';
import { tell } from '@/lib/accounts/tell';
import type { Tx } from '@/lib/db/client';
import { decimal } from './points';
import type { TakenBack } from './review';

interface Back {
  account: string;
  reason: TakenBack;
  amount: bigint;
}

/**
 * Has those told from whom a release takes something back because of what was decided about them or their posts: whose reading is held,
 * who is linked or banned, whose post is not shown. Whom or what else they read or were read by is told by the statements. In the
 * transaction that takes it, so once.
 */
export async function tellTakenBack(tx: Tx, epoch: number, back: readonly Back[]): Promise<void> {
  const of = (reason: TakenBack) => back.filter((one) => one.reason === reason);
  await tellHeld(
    tx,
    epoch,
    of('held').map(({ account }) => account),
  );
  await tellLinked(tx, of('linked'));
  await tellBanned(tx, of('banned'));
  await tellRemoved(
    tx,
    epoch,
    of('removed').map(({ account }) => account),
  );
}

async function tellBanned(tx: Tx, back: readonly Back[]): Promise<void> {
  const owners = await tx.earningAccount.findMany({ where: { code: { in: back.map(({ account }) => account) } } });
  const codes = new Map(owners.map(({ memberId, code }) => [memberId, code]));
  const bans = await tx.sanction.findMany({
    where: { blogId: null, kind: 'banned', ...holdingAt(new Date()), memberId: { in: [...codes.keys()] } },
    distinct: ['memberId'],
    orderBy: { id: 'desc' },
    select: { id: true, memberId: true },
  });
  for (const { id: sanctionId, memberId } of bans) {
    const amount = back.find(({ account }) => account === codes.get(memberId))?.amount ?? 0n;
    await say(tx, memberId, { sanctionId, rule: 'banned', amount });
  }
}

async function tellRemoved(tx: Tx, epoch: number, accounts: readonly string[]): Promise<void> {
  const rows = await tx.$queryRaw<{ memberId: string; amount: bigint }[]>`
    SELECT y."memberId", sum(r.amount)::bigint AS amount FROM epoch_payee y JOIN epoch_row r ON r."payeeId" = y.id AND r.returned = 'removed'
    WHERE y.epoch = ${epoch} AND y.account = ANY (${[...accounts]}::uuid[]) AND y."memberId" IS NOT NULL
    GROUP BY 1 HAVING sum(r.amount) > 0`;
  for (const { memberId, amount } of rows) await say(tx, memberId, { rule: 'removed', amount });
}

async function tellHeld(tx: Tx, epoch: number, accounts: readonly string[]): Promise<void> {
  const rows = await tx.$queryRaw<{ memberId: string; holdId: string; reason: string; amount: bigint }[]>`
    SELECT e."memberId", h.id AS "holdId", h.reason, sum(r.reward)::bigint AS amount
    FROM epoch_reader e JOIN epoch_row r ON r."readerId" = e.id AND r.returned = 'held' JOIN earning_hold h ON h.id = e."holdId"
    WHERE e.epoch = ${epoch} AND e.account = ANY (${[...accounts]}::uuid[]) AND e."memberId" IS NOT NULL
    GROUP BY 1, 2, 3 HAVING sum(r.reward) > 0`;
  for (const { memberId, holdId, reason, amount } of rows) await say(tx, memberId, { holdId, rule: reason, amount });
}

async function tellLinked(tx: Tx, back: readonly Back[]): Promise<void> {
  for (const { account, amount } of back) {
    const owner = await tx.earningAccount.findUnique({ where: { code: account }, select: { memberId: true } });
    if (!owner) continue;
    const { memberId } = owner;
    const link = await tx.earningLink.findFirst({
      where: { liftedAt: null, OR: [{ oneId: memberId }, { otherId: memberId }] },
      orderBy: { id: 'desc' },
      select: { id: true, ground: true },
    });
    if (link) await say(tx, memberId, { linkId: link.id, rule: `same-${link.ground}`, amount });
  }
}

interface Said {
  holdId?: string;
  linkId?: string;
  sanctionId?: string;
  rule: string;
  amount: bigint;
}

async function say(tx: Tx, memberId: string, { amount, ...about }: Said): Promise<void> {
  const { id: eventId } = await tx.moderationEvent.create({
    data: { ...about, personId: memberId, action: 'earning-taken-back', byMachine: true, reason: decimal(amount, 3) },
    select: { id: true },
  });
  await tell(tx, { eventId, memberId });
}
