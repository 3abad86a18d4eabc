import 'server-only';
import { holdingAt } from '@/lib/accounts/holding';
import { changeStatus, lockComment } from '@/lib/comments/change-status';
import { AT_MOST_HIDDEN, hiddenByReports } from '@/lib/comments/hidden-by-reports';
import { trustFacts } from '@/lib/comments/record';
import { cacheTag } from '@/lib/core/cache-tags';
import { db, type Tx } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { trustLevel, UNLOCKS } from '@/lib/screening/trust';
import { overtake } from '../settle-appeal';

/** Rules that found nothing in changed words. A newcomer's first ones wait, and these had been shown. */
const FOUND_NOTHING = ['none', 'trusted', 'newcomer', 'three-reports'];
/** A job is never quite on time. Milliseconds. */
const NEARLY = 60_000;

/**
 * Shows again what reports alone have hidden for a day, when its writer is in good standing and no human looked meanwhile. The
 * reports stay open; an appeal which waits is over, and its writer is told so. A job's work: again changes nothing.
 */
export async function releaseComment(commentId: string, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const comment = await lockComment(tx, commentId);
    const hidden = comment && (await hiddenByReports(tx, comment));
    if (!hidden || hidden.upheld || comment.authorId === null) return;
    if (now.getTime() - hidden.at.getTime() < AT_MOST_HIDDEN * 1000 - NEARLY) return;
    // Other words, in which screening found something, wait for a moderator all the same.
    const edited = await tx.moderationEvent.findFirst({
      where: { commentId, action: 'edited', seq: { gt: hidden.seq } },
      orderBy: { seq: 'desc' },
      select: { rule: true },
    });
    if (edited && !FOUND_NOTHING.includes(edited.rule)) return;
    if (!(await inGoodStanding(tx, { memberId: comment.authorId, postId: comment.postId }, now))) return;
    await changeStatus(tx, {
      commentId,
      postId: comment.postId,
      from: 'held',
      to: 'visible',
      event: { action: 'released', rule: 'a-day-unread', byMachine: true },
    });
    await overtake(tx, { commentId }, 'released');
    await purge(tx, cacheTag.post(comment.postId));
  });
}

/** Nothing is held against them there, and they are known here, or the blog's or the site's own. */
async function inGoodStanding(tx: Tx, { memberId, postId }: { memberId: string; postId: string }, now: Date): Promise<boolean> {
  const { blogId } = await tx.post.findUniqueOrThrow({ where: { id: postId }, select: { blogId: true } });
  const sanctions = await tx.sanction.count({ where: { memberId, AND: [holdingAt(now), { OR: [{ blogId: null }, { blogId }] }] } });
  if (sanctions > 0) return false;
  const ofBlog = await tx.blogMember.count({ where: { blogId, memberId } });
  const ofSite = await tx.member.count({ where: { id: memberId, role: { not: 'member' } } });
  return ofBlog + ofSite > 0 || UNLOCKS[trustLevel(await trustFacts(tx, { memberId, blogId }, now))].shownAfterADay;
}
