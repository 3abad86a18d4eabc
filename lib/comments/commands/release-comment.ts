import 'server-only';
import { cacheTag } from '@/lib/core/cache-tags';
import { db } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { trustLevel } from '@/lib/screening/trust';
import { changeStatus, lockComment } from '../change-status';
import { hiddenByReports } from '../hidden-by-reports';
import { trustFacts } from '../record';

/**
 * Shows again what reports alone have hidden for a day, when its writer is in good standing and no human looked meanwhile. The
 * reports stay open. A job's work: again changes nothing.
 */
export async function releaseComment(commentId: string, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const comment = await lockComment(tx, commentId);
    if (!comment || comment.authorId === null || !(await hiddenByReports(tx, comment))) return;
    // Other words, in which screening found something, wait for a moderator all the same.
    const edited = await tx.moderationEvent.findFirst({ where: { commentId, action: 'edited' }, orderBy: { seq: 'desc' } });
    if (edited && edited.rule !== 'none') return;
    const { blogId } = await tx.post.findUniqueOrThrow({ where: { id: comment.postId }, select: { blogId: true } });
    const sanctions = await tx.sanction.count({
      where: { memberId: comment.authorId, liftedAt: null, OR: [{ until: null }, { until: { gt: now } }] },
    });
    if (sanctions > 0 || trustLevel(await trustFacts(tx, { memberId: comment.authorId, blogId }, now)) === 0) return;
    await changeStatus(tx, {
      commentId,
      postId: comment.postId,
      from: 'held',
      to: 'visible',
      event: { action: 'released', rule: 'a-day-unread', byMachine: true },
    });
    await purge(tx, cacheTag.post(comment.postId));
  });
}
