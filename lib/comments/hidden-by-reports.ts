import 'server-only';
import type { Tx } from '@/lib/db/client';
import type { LockedComment } from './change-status';

/** Whether reports alone keep a comment hidden: no human decided since, and an edit of it does not change that. */
export async function hiddenByReports(tx: Tx, { id, status }: Pick<LockedComment, 'id' | 'status'>): Promise<boolean> {
  if (status !== 'held') return false;
  const last = await tx.moderationEvent.findFirst({
    where: { commentId: id, action: { not: 'edited' }, toStatus: { not: null } },
    orderBy: { seq: 'desc' },
    select: { action: true },
  });
  return last?.action === 'hidden';
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
