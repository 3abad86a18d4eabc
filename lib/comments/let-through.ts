import 'server-only';
import type { Tx } from '@/lib/db/client';
import type { LockedComment } from './change-status';

/**
 * The words of a shown comment that were last let through otherwise than as a change of what was: by a moderator, or when it came. What
 * was made of them since by edits that waited for nobody is not among them, or two edits would replace them wholly.
 */
export async function letThrough(tx: Tx, { id: commentId, body }: Pick<LockedComment, 'id' | 'body'>): Promise<string> {
  const shown = await tx.moderationEvent.findFirst({
    where: { commentId, toStatus: 'visible', action: { not: 'edited' } },
    orderBy: { seq: 'desc' },
    select: { createdAt: true },
  });
  if (!shown) return body;
  const changed = await tx.commentRevision.findFirst({
    where: { commentId, createdAt: { gte: shown.createdAt } },
    orderBy: { revision: 'asc' },
    select: { body: true },
  });
  return changed?.body ?? body;
}
