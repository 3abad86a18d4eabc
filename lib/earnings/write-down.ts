import 'server-only';
import type { Tx } from '@/lib/db/client';
import { type Judging, judge } from './judged';
import { pseudonymOf } from './names';
import { type PoolKind, poolOf } from './pools';
import type { EpochRow } from './steps';

// Lists as parameters of one statement each, where the mapper would make a parameter of every value: there are thousands.

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
    return { id: pseudonymOf(secret, 'reader', memberId), pool: poolOf(tier), memberId, account, tier, budget, holdId };
  });
  const payees = new Map<string, Named & { account: string }>();
  const rows = judged.flatMap((one, place) => {
    const { id: readerId = '', pool = 'main' } = readers[place] ?? {};
    return one.rows.map(({ postId, authorId, seconds, left }) => {
      const account = authorId === null || seconds === 0 ? undefined : codes.get(authorId);
      if (authorId === null || account === undefined) return { readerId, postId, payeeId: null, seconds, left };
      const payeeId = pseudonymOf(secret, `payee of ${pool}`, authorId);
      payees.set(payeeId, { id: payeeId, pool, memberId: authorId, account });
      return { readerId, postId, payeeId, seconds, left };
    });
  });
  await writeReaders(tx, number, readers);
  await writePayees(tx, number, [...payees.values()]);
  const texts = (of: (row: (typeof rows)[number]) => string) => rows.map(of);
  await tx.$executeRaw`
    INSERT INTO epoch_row ("readerId", "postId", "payeeId", seconds, "left")
    SELECT reader, post, nullif(payee, '')::uuid, seconds, why::jsonb
    FROM unnest(${texts(({ readerId }) => readerId)}::uuid[], ${texts(({ postId }) => postId)}::uuid[],
      ${texts(({ payeeId }) => payeeId ?? '')}::text[], ${rows.map(({ seconds }) => seconds)}::int[],
      ${texts(({ left }) => JSON.stringify(left))}::text[]) AS n (reader, post, payee, seconds, why)`;
  await tx.$executeRaw`
    INSERT INTO epoch_post (epoch, "postId", "blogId", "authorId") SELECT ${number}, id, "blogId", "authorId" FROM post
    WHERE id = ANY (${[...new Set(rows.map(({ postId }) => postId))]}::uuid[]) ON CONFLICT DO NOTHING`;
  const without = new Map<string, number>();
  for (const { reason, seconds } of rows.flatMap(({ left }) => left)) without.set(reason, (without.get(reason) ?? 0) + seconds);
  return without;
}

/** Somebody under a name of the epoch. */
interface Named {
  id: string;
  pool: PoolKind;
  memberId: string;
  account: string | null;
}

interface ReaderNamed extends Named {
  tier: string;
  budget: bigint;
  holdId: string | null;
}

/** A list as one parameter: null is the empty text in it. */
const column = <T>(list: readonly T[], of: (one: T) => string | bigint | null): string[] => list.map((one) => String(of(one) ?? ''));

async function writeReaders(tx: Tx, epoch: number, readers: readonly ReaderNamed[]): Promise<void> {
  const { ids, pools, members, accounts } = columnsOf(readers);
  await tx.$executeRaw`
    INSERT INTO epoch_reader (id, epoch, pool, "memberId", account, tier, budget, "holdId")
    SELECT id, ${epoch}, pool, member, nullif(account, '')::uuid, tier, budget, nullif(hold, '')::uuid
    FROM unnest(${ids}::uuid[], ${pools}::"PoolKind"[], ${members}::uuid[], ${accounts}::text[], ${column(readers, ({ tier }) => tier)}::text[],
      ${column(readers, ({ budget }) => budget)}::bigint[], ${column(readers, ({ holdId }) => holdId)}::text[])
      AS n (id, pool, member, account, tier, budget, hold)`;
}

async function writePayees(tx: Tx, epoch: number, payees: readonly Named[]): Promise<void> {
  const { ids, pools, members, accounts } = columnsOf(payees);
  await tx.$executeRaw`
    INSERT INTO epoch_payee (id, epoch, pool, "memberId", account)
    SELECT id, ${epoch}, pool, member, account
    FROM unnest(${ids}::uuid[], ${pools}::"PoolKind"[], ${members}::uuid[], ${accounts}::uuid[]) AS n (id, pool, member, account)
    ON CONFLICT DO NOTHING`;
}

const columnsOf = (people: readonly Named[]) => ({
  ids: column(people, ({ id }) => id),
  pools: column(people, ({ pool }) => pool),
  members: column(people, ({ memberId }) => memberId),
  accounts: column(people, ({ account }) => account),
});

/** The ledger's codes of these people, opened where there is none. */
async function accountsOf(tx: Tx, memberIds: readonly string[]): Promise<Map<string, string>> {
  const ids = [...new Set(memberIds)].sort();
  await tx.$executeRaw`
    INSERT INTO earning_account ("memberId", code) SELECT id, gen_random_uuid() FROM unnest(${ids}::uuid[]) AS id ON CONFLICT DO NOTHING`;
  const rows = await tx.$queryRaw<{ memberId: string; code: string }[]>`
    SELECT "memberId", code FROM earning_account WHERE "memberId" = ANY (${ids}::uuid[])`;
  return new Map(rows.map(({ memberId, code }) => [memberId, code]));
}
