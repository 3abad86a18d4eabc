import 'server-only';
import type { Tx } from '@/lib/db/client';
import { type Judging, judge } from './judged';
import { pseudonymOf } from './names';
import { type PoolKind, poolOf } from './pools';
import type { EpochRow } from './steps';

/**
 * Writes down what of these people's reading counts, under names that are of this epoch only; answers with the seconds that do not, by
 * why. The caller holds the epoch.
 */
export async function writeDown(tx: Tx, epoch: EpochRow, ids: readonly string[], judging: Judging): Promise<Map<string, number>> {
  const { number, secret } = epoch;
  if (secret === null) throw new Error(`epoch ${number} has no secret any more`);
  const judged = await judge(tx, epoch, ids, judging);
  const counting = judged.filter(({ rows }) => rows.some(({ seconds }) => seconds > 0));
  const authors = counting.flatMap(({ rows }) => rows.flatMap(({ authorId, seconds }) => (authorId && seconds > 0 ? [authorId] : [])));
  const codes = await accountsOf(tx, [...counting.map(({ memberId }) => memberId), ...authors]);

  const readers = judged.map(({ memberId, tier, budget, holdId, rows }) => {
    const account = rows.some(({ seconds }) => seconds > 0) ? (codes.get(memberId) ?? null) : null;
    return { id: pseudonymOf(secret, 'reader', memberId), epoch: number, pool: poolOf(tier), memberId, account, tier, budget, holdId };
  });
  const payees = new Map<string, { id: string; epoch: number; pool: PoolKind; memberId: string; account: string }>();
  const rows = judged.flatMap((one, place) => {
    const { id: readerId = '', pool = 'main' } = readers[place] ?? {};
    return one.rows.map(({ postId, authorId, seconds, left }) => {
      const account = authorId === null || seconds === 0 ? undefined : codes.get(authorId);
      if (authorId === null || account === undefined) return { readerId, postId, payeeId: null, seconds, left };
      const payeeId = pseudonymOf(secret, `payee of ${pool}`, authorId);
      payees.set(payeeId, { id: payeeId, epoch: number, pool, memberId: authorId, account });
      return { readerId, postId, payeeId, seconds, left };
    });
  });
  await tx.epochReader.createMany({ data: readers });
  await tx.epochPayee.createMany({ data: [...payees.values()], skipDuplicates: true });
  const texts = (of: (row: (typeof rows)[number]) => string) => rows.map(of);
  // One statement with five parameters, where the mapper would make one of thousands.
  await tx.$executeRaw`
    INSERT INTO epoch_row ("readerId", "postId", "payeeId", seconds, "left")
    SELECT reader, post, nullif(payee, '')::uuid, seconds, why::jsonb
    FROM unnest(${texts(({ readerId }) => readerId)}::uuid[], ${texts(({ postId }) => postId)}::uuid[],
      ${texts(({ payeeId }) => payeeId ?? '')}::text[], ${rows.map(({ seconds }) => seconds)}::int[],
      ${texts(({ left }) => JSON.stringify(left))}::text[]) AS n (reader, post, payee, seconds, why)`;
  const without = new Map<string, number>();
  for (const { reason, seconds } of rows.flatMap(({ left }) => left)) without.set(reason, (without.get(reason) ?? 0) + seconds);
  return without;
}

/** The ledger's codes of these people, opened where there is none. */
async function accountsOf(tx: Tx, memberIds: readonly string[]): Promise<Map<string, string>> {
  const ids = [...new Set(memberIds)].sort();
  await tx.earningAccount.createMany({ data: ids.map((memberId) => ({ memberId })), skipDuplicates: true });
  const rows = await tx.earningAccount.findMany({ where: { memberId: { in: ids } } });
  return new Map(rows.map(({ memberId, code }) => [memberId, code]));
}
