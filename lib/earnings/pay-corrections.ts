import 'server-only';
import type { Tx } from '@/lib/db/client';
import { barredRows } from './disputed-line';
import { issue } from './issue';
import { availableOf } from './names';

interface Made {
  readerId: string;
  postId: string;
  readerMemberId: string | null;
  writerId: string | null;
  amount: bigint;
  reward: bigint;
}

/** Of one dispute; of one reading, where whoever brought the dispute has left. */
export type Which = { disputeId: string } | { readerId: string; postId: string };

/**
 * Pays what a dispute made good and was not paid yet, to reader and writer, as far as nothing is known against it at `now`: as a release
 * looks again at what was divided, so at this. Once, by a posting of its own. The caller holds the epoch, which is released or just about to be.
 */
export async function payCorrections(tx: Tx, which: Which, now: Date): Promise<void> {
  const waiting = await tx.earningCorrection.findMany({ where: { ...which, paidAt: null }, select: { readerId: true, postId: true } });
  const rows = await tx.$queryRaw<Made[]>`
    SELECT c."readerId", c."postId", c.amount, c.reward, e."memberId" AS "readerMemberId",
      coalesce(y."memberId", CASE WHEN r."payeeId" IS NULL THEN p."authorId" END) AS "writerId"
    FROM unnest(${waiting.map(({ readerId }) => readerId)}::uuid[], ${waiting.map(({ postId }) => postId)}::uuid[]) AS w (reader, post)
      JOIN earning_correction c ON c."readerId" = w.reader AND c."postId" = w.post JOIN epoch_reader e ON e.id = c."readerId"
      JOIN epoch_row r ON r."readerId" = c."readerId" AND r."postId" = c."postId"
      LEFT JOIN epoch_payee y ON y.id = r."payeeId" LEFT JOIN post p ON p.id = c."postId" ORDER BY 1, 2`;
  const barred = await barredRows(tx, rows, now);
  const got = new Map<string, bigint>();
  const give = (to: string | null, amount: bigint) => to && amount > 0n && got.set(to, (got.get(to) ?? 0n) + amount);
  for (const row of rows) {
    if (barred.has(row)) continue;
    give(row.readerMemberId, row.reward);
    give(row.writerId, row.amount);
  }
  await pay(tx, 'disputeId' in which ? which.disputeId : `${which.readerId}:${which.postId}`, got);
  await tx.earningCorrection.updateMany({ where: { ...which, paidAt: null }, data: { paidAt: now } });
  if (!('disputeId' in which)) return;
  const { memberId } = await tx.earningDispute.findUniqueOrThrow({ where: { id: which.disputeId }, select: { memberId: true } });
  await tx.earningDispute.update({ where: { id: which.disputeId }, data: { paid: got.get(memberId) ?? 0n }, select: { id: true } });
}

/** Does so for the next of an epoch; answers whether there was one. */
export async function payNext(tx: Tx, epoch: number, now: Date): Promise<boolean> {
  const next = await tx.earningCorrection.findFirst({
    where: { paidAt: null, reader: { epoch } },
    orderBy: [{ readerId: 'asc' }, { postId: 'asc' }],
    select: { readerId: true, postId: true, disputeId: true },
  });
  if (!next) return false;
  const { disputeId, ...reading } = next;
  await payCorrections(tx, disputeId ? { disputeId } : reading, now);
  return true;
}

async function pay(tx: Tx, of: string, got: ReadonlyMap<string, bigint>): Promise<void> {
  if (got.size === 0) return;
  const memberIds = [...got.keys()].sort();
  await tx.earningAccount.createMany({ data: memberIds.map((memberId) => ({ memberId })), skipDuplicates: true });
  const accounts = await tx.earningAccount.findMany({ where: { memberId: { in: memberIds } }, orderBy: { code: 'asc' } });
  const shares = accounts.map(({ code, memberId }) => ({ code, amount: got.get(memberId) ?? 0n }));
  await issue(tx, { name: `correction:${of}`, kind: 'correction', to: availableOf, shares });
}
