import 'server-only';
import { askAtLength, writeAtLength } from '@/lib/db/at-length';
import { db } from '@/lib/db/client';
import type { Divided } from './spread';

/** Rows in one statement. */
const AT_ONCE = 2_000;

const pieces = <T>(list: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(list.length / AT_ONCE) }, (_, nth) => list.slice(nth * AT_ONCE, (nth + 1) * AT_ONCE));

/** Writes what each payee gets, in pieces of a statement each. The same again writes the same. */
export async function writePayees({ packed, division }: Divided): Promise<void> {
  for (const piece of pieces([...packed.payees.entries()])) {
    await db.$executeRaw`
      UPDATE epoch_payee p SET amount = n.amount
      FROM unnest(${piece.map(([, id]) => id)}::uuid[], ${piece.map(([place]) => String(division.payees[place] ?? 0n))}::bigint[]) AS n (id, amount)
      WHERE p.id = n.id`;
  }
}

// What each account gets as reader and as payee, `$2` in one posting, in the order of accounts.
const SHARES = `
INSERT INTO epoch_share (epoch, account, amount, chunk)
SELECT $1, account, sum(amount), (row_number() OVER (ORDER BY account) - 1) / $2 FROM (
  SELECT account, reward AS amount FROM epoch_reader WHERE epoch = $1 AND account IS NOT NULL AND reward > 0
  UNION ALL SELECT account, amount FROM epoch_payee WHERE epoch = $1 AND amount > 0) AS got
GROUP BY account ON CONFLICT DO NOTHING`;

interface Shares {
  /** All of them together. */
  sum: bigint;
  /** Postings that they come to. */
  chunks: number;
}

/** Keeps what each account gets of a whole epoch, `perChunk` in one posting. What is there stays. */
export async function keepShares(epoch: number, perChunk: number): Promise<Shares> {
  await writeAtLength({ text: SHARES, values: [epoch, perChunk] });
  const [rows = []] = await askAtLength([
    {
      text: 'SELECT coalesce(sum(amount), 0)::text AS sum, coalesce(max(chunk), -1) + 1 AS chunks FROM epoch_share WHERE epoch = $1',
      values: [epoch],
    },
  ]);
  return { sum: BigInt(String(rows[0]?.sum)), chunks: Number(rows[0]?.chunks) };
}
