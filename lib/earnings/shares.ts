import 'server-only';
import { askAtLength } from '@/lib/db/at-length';
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

interface Share {
  account: string;
  amount: bigint;
}

const SHARES = `
SELECT account, sum(amount)::bigint AS amount FROM (
  SELECT account, reward AS amount FROM epoch_reader WHERE epoch = $1 AND account IS NOT NULL AND reward > 0
  UNION ALL SELECT account, amount FROM epoch_payee WHERE epoch = $1 AND amount > 0) AS got
GROUP BY account ORDER BY account`;

/** What each account gets of the whole epoch, as reader and as payee, in the order of accounts. */
export async function sharesOf(epoch: number): Promise<Share[]> {
  const [rows = []] = await askAtLength([{ text: SHARES, values: [epoch] }]);
  return rows.map(({ account, amount }) => ({ account: String(account), amount: BigInt(String(amount)) }));
}

/** Keeps the shares, `perChunk` in one posting, in pieces of a statement each: a million are more than one transaction may take. What is there stays. */
export async function writeShares(epoch: number, perChunk: number, shares: readonly Share[]): Promise<void> {
  for (const piece of pieces(shares.map((share, place) => ({ ...share, epoch, chunk: Math.floor(place / perChunk) }))))
    await db.epochShare.createMany({ data: piece, skipDuplicates: true });
}
