import 'server-only';
import { db, type Tx } from '@/lib/db/client';
import type { Divided } from './spread';

/** Rows in one statement. */
const AT_ONCE = 2_000;

const pieces = <T>(list: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(list.length / AT_ONCE) }, (_, nth) => list.slice(nth * AT_ONCE, (nth + 1) * AT_ONCE));

/** Writes what each payee gets. The same again writes the same. */
export async function writePayees(tx: Tx, { packed, division }: Divided): Promise<void> {
  for (const piece of pieces([...packed.payees.entries()])) {
    await tx.$executeRaw`
      UPDATE epoch_payee p SET amount = n.amount
      FROM unnest(${piece.map(([, id]) => id)}::uuid[], ${piece.map(([place]) => String(division.payees[place] ?? 0n))}::bigint[]) AS n (id, amount)
      WHERE p.id = n.id`;
  }
}

/** What each account gets of the whole epoch, as reader and as payee, in the order of accounts. */
export async function sharesOf(epoch: number): Promise<{ account: string; amount: bigint }[]> {
  return db.$queryRaw`
    SELECT account, sum(amount)::bigint AS amount FROM (
      SELECT account, reward AS amount FROM epoch_reader WHERE epoch = ${epoch} AND account IS NOT NULL AND reward > 0
      UNION ALL SELECT account, amount FROM epoch_payee WHERE epoch = ${epoch} AND amount > 0) AS got
    GROUP BY account ORDER BY account`;
}

/** Keeps the shares, `perChunk` in one posting. What is there stays. */
export async function writeShares(tx: Tx, epoch: number, perChunk: number, shares: Awaited<ReturnType<typeof sharesOf>>): Promise<void> {
  for (const piece of pieces(shares.map((share, place) => ({ ...share, epoch, chunk: Math.floor(place / perChunk) }))))
    await tx.epochShare.createMany({ data: piece, skipDuplicates: true });
}
