import 'server-only';
import type { Tx } from '@/lib/db/client';
import type { Division } from './divide';
import type { Epoch } from './epoch';
import { splitByLargestRemainder } from './largest-remainder';

interface Row {
  readerId: string;
  payeeId: string;
  postId: string;
  seconds: number;
}

export interface Divided {
  packed: Epoch;
  division: Division;
  /** What each row of the packed epoch brings its payee. */
  amounts: BigInt64Array;
}

/**
 * Writes to the rows of the readers from place `first` up to, not with, `end`, what each post brought: to its payee and to the
 * reader, in proportion to its seconds. The same again writes the same. @throws Error when the rows do not take up all of it
 */
export async function spread(tx: Tx, { packed, division, amounts }: Divided, first: number, end: number): Promise<void> {
  const ids = packed.readers.slice(first, end);
  const rows = await tx.$queryRaw<Row[]>`
    SELECT "readerId", "payeeId", "postId", seconds FROM epoch_row WHERE "readerId" = ANY (${ids}::uuid[]) AND seconds > 0
    ORDER BY "readerId", "payeeId", "postId"`;
  const byReader = Map.groupBy(rows, ({ readerId }) => readerId);
  const written: { row: Row; amount: bigint; reward: bigint }[] = [];
  for (let reader = first; reader < end; reader += 1) {
    const own = byReader.get(packed.readers[reader] ?? '') ?? [];
    const weights = own.map(({ seconds }) => BigInt(seconds));
    const rewards = splitByLargestRemainder(division.rewards[reader] ?? 0n, weights, sum(weights) || 1n);
    for (let at = packed.from[reader] ?? 0; at < (packed.from[reader + 1] ?? 0); at += 1) {
      const payee = packed.payees[packed.payeeOf[at] ?? 0];
      const of = own.flatMap((row, nth) => (row.payeeId === payee ? [nth] : []));
      const parts = of.map((nth) => weights[nth] ?? 0n);
      const shares = splitByLargestRemainder(amounts[at] ?? 0n, parts, sum(parts));
      for (const [part, nth] of of.entries()) {
        const row = own[nth];
        if (row) written.push({ row, amount: shares[part] ?? 0n, reward: rewards[nth] ?? 0n });
      }
    }
  }
  // Whose rows they are is said a second time: the planner would look through all of the epoch's for them.
  const texts = (of: (one: (typeof written)[number]) => bigint) => written.map((one) => String(of(one)));
  await tx.$executeRaw`
    UPDATE epoch_row r SET amount = n.amount, reward = n.reward
    FROM unnest(${written.map(({ row }) => row.readerId)}::uuid[], ${written.map(({ row }) => row.postId)}::uuid[],
      ${texts(({ amount }) => amount)}::bigint[], ${texts(({ reward }) => reward)}::bigint[]) AS n (reader, post, amount, reward)
    WHERE r."readerId" = ANY (${ids}::uuid[]) AND r."readerId" = n.reader AND r."postId" = n.post`;
  const of = (list: BigInt64Array) => Array.from(list.subarray(first, end), String);
  await tx.$executeRaw`
    UPDATE epoch_reader r SET contribution = n.contribution, reward = n.reward
    FROM unnest(${ids}::uuid[], ${of(division.contributions)}::bigint[], ${of(division.rewards)}::bigint[]) AS n (id, contribution, reward)
    WHERE r.id = ANY (${ids}::uuid[]) AND r.id = n.id`;
  const [said] = await tx.$queryRaw<{ rows: bigint | null; moved: bigint | null }[]>`
    SELECT (SELECT sum(amount + reward)::bigint FROM epoch_row WHERE "readerId" = ANY (${ids}::uuid[])) AS rows,
      (SELECT sum(contribution)::bigint FROM epoch_reader WHERE id = ANY (${ids}::uuid[])) AS moved`;
  if ((said?.rows ?? 0n) !== (said?.moved ?? 0n)) throw new Error('what rows bring is not what readers move');
}

const sum = (list: readonly bigint[]): bigint => list.reduce((all, one) => all + one, 0n);
