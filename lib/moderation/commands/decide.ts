import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { changeStatus, lockComment } from '@/lib/comments/change-status';
import { canMove } from '@/lib/comments/status';
import { cacheTag } from '@/lib/core/cache-tags';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { erase, purge } from '@/lib/jobs/purge';
import { moderatedBlogIds } from '../queries';
import { decision } from '../schema';
import { settleAppeal } from '../settle-appeal';
import { teach } from '../teach';

/**
 * Approves or removes a comment, with an audit row. The same decision again changes nothing;
 * @throws Refused `conflict` when its words changed or another moderator decided otherwise meanwhile
 */
export async function decide(member: Member, input: unknown): Promise<void> {
  const { commentId, revision, decision: made, reason, note } = parse(decision, input);
  const blogIds = await moderatedBlogIds(member);
  await db.$transaction(async (tx) => {
    const comment = await lockComment(tx, commentId);
    if (!comment) throw new Refused('not-found');
    const { blogId } = await tx.post.findUniqueOrThrow({ where: { id: comment.postId }, select: { blogId: true } });
    if (blogIds && !blogIds.includes(blogId)) throw new Refused(comment.status === 'visible' ? 'not-allowed' : 'not-found');
    const to = made === 'approve' ? 'visible' : 'removed';
    const open = await tx.report.count({ where: { commentId, resolvedAt: null } });
    if (comment.status === to && open === 0) return;
    const action = made === 'approve' ? 'approved' : 'removed';
    if (!canMove(comment.status, action, to) || comment.revision !== revision) throw new Refused('conflict');
    await changeStatus(tx, {
      commentId,
      postId: comment.postId,
      from: comment.status,
      to,
      event: {
        actorId: member.id,
        action,
        reason: note === '' ? reason : `${reason}: ${note}`,
        byRole: blogIds ? 'blog' : 'site',
      },
    });
    await tx.report.updateMany({
      where: { commentId, resolvedAt: null },
      data: { resolvedAt: new Date(), outcome: made === 'approve' ? 'dismissed' : 'upheld' },
    });
    await settleAppeal(tx, member, { ...comment, status: to });
    await (to === 'visible' ? purge : erase)(tx, cacheTag.post(comment.postId));
    await teach(tx, member, { commentId, decision: made, reason });
  });
}
