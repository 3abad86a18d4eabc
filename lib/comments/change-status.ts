import 'server-only';
import type { Prisma, Tx } from '@/lib/db/client';
import { enqueue } from '@/lib/jobs/queue';
import type { CommentStatus } from './view';

interface Change {
  commentId: string;
  postId: string;
  from: CommentStatus;
  to: CommentStatus;
  event: Omit<Prisma.ModerationEventUncheckedCreateInput, 'commentId' | 'fromStatus' | 'toStatus'>;
}

/**
 * The one way a comment's status moves: the row, the post's count and the audit together.
 * The caller holds the comment's row lock, so `from` is true.
 */
export async function changeStatus(tx: Tx, { commentId, postId, from, to, event }: Change): Promise<void> {
  await tx.moderationEvent.create({ data: { ...event, commentId, fromStatus: from, toStatus: to } });
  if (from === to) return;
  if (to === 'visible') await enqueue(tx, 'comment.notify', { commentId });
  await tx.comment.update({ where: { id: commentId }, data: { status: to } });
  const step = Number(to === 'visible') - Number(from === 'visible');
  if (step !== 0) await tx.post.update({ where: { id: postId }, data: { commentCount: { increment: step } } });
}

export interface LockedComment {
  id: string;
  postId: string;
  authorId: string | null;
  parentId: string | null;
  body: string;
  status: CommentStatus;
  revision: number;
  createdAt: Date;
}

/** The comment's row, held until the transaction ends; null when there is none. */
export async function lockComment(tx: Tx, commentId: string): Promise<LockedComment | null> {
  const [row] = await tx.$queryRaw<LockedComment[]>`
    SELECT id, "postId", "authorId", "parentId", body, status::text AS status, revision, "createdAt"
    FROM comment WHERE id = ${commentId}::uuid FOR UPDATE`;
  return row ?? null;
}
