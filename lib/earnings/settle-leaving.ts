import 'server-only';
import type { Tx } from '@/lib/db/client';
import { linkedWith } from './facts';
import { voidBarred } from './pay-corrections';
import { attachHolds, mark, reasonsOf } from './review';

/**
 * Of somebody who is about to leave: what they moved although banned or linked is marked to be taken back at the release, when nobody
 * could tell any more whose it was, and what is held is written down as held. In the transaction in which they leave.
 */
export async function settleLeaving(tx: Tx, memberId: string, now: Date): Promise<void> {
  await voidBarred(tx, memberId, now);
  // A release that has begun to look goes by what it saw: a row that it has paid is not marked after. What one holds right now is such a one.
  const weeks = await tx.$queryRaw<{ number: number }[]>`
    SELECT number FROM epoch WHERE state = 'divided' OR state = 'allocated' AND reached IS NULL AND "reviewedAt" IS NULL
    ORDER BY number FOR NO KEY UPDATE SKIP LOCKED`;
  const linked = (await linkedWith(tx, [memberId])).get(memberId) ?? [];
  const readers = await tx.epochReader.findMany({
    where: { memberId: { in: [...new Set([memberId, ...linked])] }, epoch: { in: weeks.map(({ number }) => number) } },
    select: { id: true },
  });
  const ids = readers.map(({ id }) => id);
  await attachHolds(tx, ids);
  const rows = await reasonsOf(tx, ids, now);
  const theirs = rows.filter(({ reader, payee }) => reader === memberId || payee === memberId);
  await mark(
    tx,
    theirs.filter(({ why }) => why === 'banned' || why === 'linked'),
  );
}
