import 'server-only';
import type { Tx } from '@/lib/db/client';
import type { EarningRules } from './current';
import { judge } from './judged';
import { pseudonymOf } from './names';
import type { EpochRow } from './steps';

/** Writes down what of these people's reading counts, under names that are of this epoch only. The caller holds the epoch. */
export async function writeDown(
  tx: Tx,
  epoch: EpochRow,
  ids: readonly string[],
  { rules, now }: { rules: EarningRules; now: Date },
): Promise<void> {
  const { number, secret } = epoch;
  if (secret === null) throw new Error(`epoch ${number} has no secret any more`);
  const judged = await judge(tx, epoch, ids, now);
  const counting = judged.filter(({ rows }) => rows.some(({ seconds }) => seconds > 0));
  const authors = counting.flatMap(({ rows }) => rows.flatMap(({ authorId, seconds }) => (authorId && seconds > 0 ? [authorId] : [])));
  const codes = await accountsOf(tx, [...counting.map(({ memberId }) => memberId), ...authors]);

  const readers = judged.map(({ memberId, tier, holdId, rows }) => {
    const inMain = rules.budgetOf(tier) > 0n;
    const pool = inMain ? ('main' as const) : ('quarantine' as const);
    const budget = inMain ? rules.budgetOf(tier) : rules.quarantineBudget;
    const account = rows.some(({ seconds }) => seconds > 0) ? (codes.get(memberId) ?? null) : null;
    return { id: pseudonymOf(secret, 'reader', memberId), epoch: number, pool, memberId, account, tier, budget, holdId };
  });
  const payees = new Map<string, { id: string; epoch: number; pool: 'main' | 'quarantine'; memberId: string; account: string }>();
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
}

/** The ledger's codes of these people, opened where there is none. */
async function accountsOf(tx: Tx, memberIds: readonly string[]): Promise<Map<string, string>> {
  const ids = [...new Set(memberIds)].sort();
  await tx.earningAccount.createMany({ data: ids.map((memberId) => ({ memberId })), skipDuplicates: true });
  const rows = await tx.earningAccount.findMany({ where: { memberId: { in: ids } } });
  return new Map(rows.map(({ memberId, code }) => [memberId, code]));
}
