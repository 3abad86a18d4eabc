import 'server-only';
import { Refused } from '@/lib/core/refused';
import type { Tx } from '@/lib/db/client';
import { type Posting, postAll } from '@/lib/ledger/commands';
import { availableOf, derivedId, ISSUED } from './names';
import { mark, reasonsOf, type TakenBack } from './review';

interface Wanted {
  /** The readers, by their names in epochs, whose rows may stand again. */
  readerIds: readonly string[];
  /** Why they were taken back. */
  was: Exclude<TakenBack, 'left'>;
  /** What ends it, once: a hold's id, a link's, or what ended a ban. */
  by: string;
}

/**
 * Gives back what releases took for a reason that holds no more, to those who are still here: reader and writer alike. What would be
 * taken back for another reason by now stays away with that one. Answers with what each account of the ledger got.
 * @throws Refused `conflict` while an epoch of it is being released
 */
export async function giveBack(tx: Tx, wanted: Wanted, now: Date): Promise<Map<string, bigint>> {
  const ids = [...wanted.readerIds];
  const epochs = await tx.$queryRaw<{ number: number; state: string; reviewing: boolean }[]>`
    SELECT number, state::text AS state, reached IS NOT NULL OR "reviewedAt" IS NOT NULL AS reviewing FROM epoch
    WHERE state IN ('divided', 'allocated', 'released') AND number IN (SELECT epoch FROM epoch_reader WHERE id = ANY (${ids}::uuid[]))
    ORDER BY number FOR NO KEY UPDATE`;
  const got = new Map<string, bigint>();
  const postings: Posting[] = [];
  for (const { number, state, reviewing } of epochs) {
    if (state === 'allocated' && reviewing) throw new Refused('conflict');
    if (state !== 'released') {
      // Nothing was taken yet: it was only marked, of somebody who left. The release looks again.
      const marked = (await rowsIn(tx, number, ids, now)).filter(({ returned, why }) => returned === wanted.was && why !== wanted.was);
      await mark(
        tx,
        marked.map((row) => ({ ...row, why: null })),
      );
      continue;
    }
    const back = await restore(tx, number, wanted, now);
    for (const { account, amount } of back) got.set(account, (got.get(account) ?? 0n) + amount);
    if (back.length > 0) postings.push(restoration(number, wanted.by, back));
  }
  await postAll(tx, postings);
  return got;
}

/** The id of the one posting that restores something of an epoch. */
export const restorationId = (epoch: number, by: string): string => derivedId(`restoration:${epoch}:${by}`);

interface Back {
  account: string;
  amount: bigint;
}

function restoration(epoch: number, by: string, back: readonly Back[]): Posting {
  const all = back.reduce((sum, { amount }) => sum + amount, 0n);
  const lines = back.map(({ account, amount }) => ({ account: availableOf(account), amount }));
  return { id: restorationId(epoch, by), kind: 'restoration', lines: [{ account: ISSUED, amount: -all }, ...lines] };
}

/** What is known of what those of these readers moved who are of an epoch. */
async function rowsIn(tx: Tx, number: number, readerIds: readonly string[], now: Date) {
  const here = await tx.epochReader.findMany({ where: { epoch: number, id: { in: [...readerIds] } }, select: { id: true } });
  return reasonsOf(
    tx,
    here.map(({ id }) => id),
    now,
  );
}

/** Marks what stands again in an epoch, and answers with what it is worth to each account. */
async function restore(tx: Tx, number: number, { readerIds, was }: Wanted, now: Date): Promise<Back[]> {
  const known = await rowsIn(tx, number, readerIds, now);
  const changed = known.filter(({ returned, why }) => returned === was && why !== was);
  const back = changed.filter(({ why }) => why === null);
  const restored = await tx.$queryRaw<Back[]>`
    WITH back AS (
      SELECT r."readerId", r."payeeId", r.amount, r.reward FROM epoch_row r
      JOIN unnest(${back.map(({ readerId }) => readerId)}::uuid[], ${back.map(({ postId }) => postId)}::uuid[]) AS n (reader, post)
        ON r."readerId" = n.reader AND r."postId" = n.post)
    SELECT account, sum(amount)::bigint AS amount FROM (
      SELECT e.account, b.reward AS amount FROM back b JOIN epoch_reader e ON e.id = b."readerId"
      UNION ALL SELECT y.account, b.amount FROM back b JOIN epoch_payee y ON y.id = b."payeeId") AS got
    WHERE account IN (SELECT code FROM earning_account) GROUP BY account HAVING sum(amount) > 0 ORDER BY account`;
  await mark(tx, changed);
  return restored;
}
