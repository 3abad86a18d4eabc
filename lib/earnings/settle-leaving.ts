import 'server-only';
import type { Tx } from '@/lib/db/client';
import { linkedWith } from './facts';
import { voidBarred } from './pay-corrections';
import { attachHolds, mark, reasonsOf } from './review';

/**
 * Of somebody who is about to leave: what they moved although banned or linked is marked to be taken back at the release, when nobody
 * could tell any more whose it was; what is held is written down as held; and what releases took for a hold alone, although more was
 * known against it, goes by that. In the transaction in which they leave.
 */
export async function settleLeaving(tx: Tx, memberId: string, now: Date): Promise<void> {
  // In the order of who ends a hold or a link: those first, then the weeks.
  await tx.$executeRaw`SELECT 1 FROM earning_hold WHERE "memberId" = ${memberId}::uuid ORDER BY id FOR NO KEY UPDATE`;
  await tx.$executeRaw`SELECT 1 FROM earning_link WHERE ${memberId}::uuid IN ("oneId", "otherId") ORDER BY id FOR NO KEY UPDATE`;
  const linked = [...((await linkedWith(tx, [memberId])).get(memberId) ?? [memberId])];
  // A release that has begun to look goes by what it saw: a row that it has paid is not marked after.
  const weeks = await tx.$queryRaw<{ number: number; released: boolean }[]>`
    SELECT number, state = 'released' AS released FROM epoch
    WHERE (state IN ('divided', 'released') OR state = 'allocated' AND reached IS NULL AND "reviewedAt" IS NULL)
      AND number IN (SELECT epoch FROM epoch_reader WHERE "memberId" = ANY (${linked}::uuid[]))
    ORDER BY number FOR NO KEY UPDATE`;
  for (const { number, released } of weeks) {
    const readers = await tx.epochReader.findMany({ where: { epoch: number, memberId: { in: linked } }, select: { id: true } });
    const ids = readers.map(({ id }) => id);
    if (!released) await attachHolds(tx, ids);
    const rows = await reasonsOf(tx, ids, now);
    const marked = rows.flatMap((row) => {
      const why = lastingOf(row, memberId);
      // What is marked already goes by what outlasts a hold and another's ban.
      const open = released ? row.returned === 'held' || row.returned === 'banned' : row.returned === null;
      return why && open ? [{ ...row, why }] : [];
    });
    await mark(tx, marked);
  }
  await voidBarred(tx, memberId, now);
}

type Known = Awaited<ReturnType<typeof reasonsOf>>[number];

/** What is known against a row for good once somebody has left: their own ban, a link, also one through them, another's ban. */
function lastingOf({ reader, payee, between }: Known, memberId: string): 'banned' | 'linked' | null {
  const own = reader === memberId || payee === memberId;
  if (own && between.banned.includes(memberId)) return 'banned';
  if (between.linked) return 'linked';
  return own && between.banned.length > 0 ? 'banned' : null;
}
