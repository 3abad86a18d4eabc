import 'server-only';
import { cacheTag } from '@/lib/core/cache-tags';
import { db } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { lockComment } from '../change-status';

/**
 * Says whether the post's writer answered a comment, by the answers that are shown now; as it was where that writer has left. A job's
 * work: again changes nothing.
 */
export async function markAnswered(commentId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const comment = await lockComment(tx, commentId);
    if (!comment) return;
    const { authorId } = await tx.post.findUniqueOrThrow({ where: { id: comment.postId }, select: { authorId: true } });
    if (authorId === null) return;
    const writerReplied = (await tx.comment.count({ where: { parentId: commentId, authorId, status: 'visible' } })) > 0;
    const { count } = await tx.comment.updateMany({ where: { id: commentId, writerReplied: !writerReplied }, data: { writerReplied } });
    if (count > 0) await purge(tx, cacheTag.thread(comment.postId));
  });
}
