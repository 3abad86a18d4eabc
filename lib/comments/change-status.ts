import 'server-only';
import { cacheTag } from '@/lib/core/cache-tags';
import type { Prisma, Tx } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { enqueue } from '@/lib/jobs/queue';
import { AT_MOST_HIDDEN } from './hidden-by-reports';
import { UNDO_MINUTES } from './policy';
import { canMove } from './status';
import type { CommentStatus } from './view';

interface Change {
  commentId: string;
  postId: string;
  from: CommentStatus;
  to: CommentStatus;
  event: Omit<Prisma.ModerationEventUncheckedCreateInput, 'commentId' | 'fromStatus' | 'toStatus'>;
}

// The public log is fresh every minute by itself: what a machine rejects at the door, which may be a flood, does not renew it.
const PUBLIC = new Set(['approved', 'removed', 'hidden', 'lowered', 'released', 'undone', 'appeal-reversed']);

/**
 * The one way a comment's status moves: the row, the post's count and the audit together; whose comment is taken away is told.
 * The caller holds the comment's row lock, so `from` is true. Answers with the id of the audit's row.
 */
export async function changeStatus(tx: Tx, { commentId, postId, from, to, event }: Change): Promise<string> {
  if (!canMove(from, event.action, to)) throw new Error(`${event.action} cannot lead from ${from} to ${to}`);
  const { id: eventId } = await tx.moderationEvent.create({
    data: { ...event, commentId, fromStatus: from, toStatus: to },
    select: { id: true },
  });
  // A sweep tells once of all its comments.
  const alone = !event.sweepId;
  if (alone && PUBLIC.has(event.action)) await purge(tx, cacheTag.moderation);
  // What is held again by an undoing may be what reports alone have hidden, whose day is over.
  if (event.action === 'hidden' || (event.action === 'undone' && to === 'held'))
    await enqueue(tx, 'comment.release', { commentId }, AT_MOST_HIDDEN);
  // Nobody is told what is taken back while it can be.
  if (alone && event.action === 'removed') await enqueue(tx, 'mail.comment-removed', { eventId }, UNDO_MINUTES * 60);
  if (alone && event.action === 'hidden') await enqueue(tx, 'mail.comment-removed', { eventId });
  if (from === to) return eventId;
  if (alone && to === 'visible') await enqueue(tx, 'comment.notify', { commentId });
  const { parentId, authorId, post } = await tx.comment.update({
    where: { id: commentId },
    data: { status: to },
    select: { parentId: true, authorId: true, post: { select: { authorId: true } } },
  });
  // That it is shown after all is told at once: it is good news, and an undoing takes the line away.
  if (alone && event.action === 'approved' && from !== 'visible' && authorId)
    await tx.notification.create({ data: { memberId: authorId, eventId, kind: 'decision' }, select: { id: true } });
  const step = Number(to === 'visible') - Number(from === 'visible');
  // Later, since whoever holds an answer never waits for what it answers.
  if (step !== 0 && parentId && authorId && authorId === post.authorId) await enqueue(tx, 'comment.answered', { commentId: parentId });
  if (step !== 0) await tx.post.update({ where: { id: postId }, data: { commentCount: { increment: step } }, select: { id: true } });
  return eventId;
}

export interface LockedComment {
  id: string;
  postId: string;
  authorId: string | null;
  parentId: string | null;
  body: string;
  status: CommentStatus;
  revision: number;
  /** What the filter says of it, where that counts. */
  unwanted: number | null;
  /** What upheld reports weigh, in down votes. */
  reportWeight: number;
  createdAt: Date;
}

/** The comment's row, held until the transaction ends; null when there is none. */
export async function lockComment(tx: Tx, commentId: string): Promise<LockedComment | null> {
  const [row] = await tx.$queryRaw<LockedComment[]>`
    SELECT id, "postId", "authorId", "parentId", body, status::text AS status, revision, unwanted, "reportWeight", "createdAt"
    FROM comment WHERE id = ${commentId}::uuid FOR NO KEY UPDATE`;
  return row ?? null;
}
