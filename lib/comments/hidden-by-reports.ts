import 'server-only';
import type { Tx } from '@/lib/db/client';
import type { LockedComment } from './change-status';

/** What somebody in good standing wrote comes back by itself after so long without a human's look. Seconds. */
export const AT_MOST_HIDDEN = 86_400;

export interface Hidden {
  /** The place of the hiding among the events. */
  seq: number;
  at: Date;
  /** A human has refused the appeal against it. */
  upheld: boolean;
}

/**
 * The hiding by which reports alone keep a comment hidden: no human decided since, and an edit of it does not change that.
 * What was decided and taken back was not decided.
 */
export async function hiddenByReports(tx: Tx, { id, status }: Pick<LockedComment, 'id' | 'status'>): Promise<Hidden | null> {
  if (status !== 'held') return null;
  const last = await tx.moderationEvent.findFirst({
    where: { commentId: id, action: { not: 'edited' }, toStatus: { not: null }, undoesId: null, undoneBy: null },
    orderBy: { seq: 'desc' },
    select: { action: true, seq: true, createdAt: true, appeal: { select: { outcome: true } } },
  });
  if (last?.action !== 'hidden') return null;
  return { seq: last.seq, at: last.createdAt, upheld: last.appeal?.outcome === 'upheld' };
}

/** Whether reports have hidden these very words before. Whatever shows a comment again, its other reports wait for a moderator. */
export async function wereHidden(tx: Tx, commentId: string): Promise<boolean> {
  const last = await tx.moderationEvent.findFirst({
    where: { commentId, action: { in: ['hidden', 'edited'] } },
    orderBy: { seq: 'desc' },
    select: { action: true },
  });
  return last?.action === 'hidden';
}
