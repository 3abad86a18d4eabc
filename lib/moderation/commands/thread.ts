import 'server-only';
import { isSiteModerator, type Member } from '@/lib/accounts/actor';
import { isBarred } from '@/lib/accounts/barred';
import { canModerateBlog } from '@/lib/blogs/policy';
import { blogRole } from '@/lib/blogs/queries';
import { lockComment } from '@/lib/comments/change-status';
import { countVotes } from '@/lib/comments/count-votes';
import { BY_HAND } from '@/lib/comments/heat';
import { cacheTag } from '@/lib/core/cache-tags';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db, type Tx } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import type { ByRole } from '../sanctioning';
import { marked, threadSet, votesTrusted } from '../schema';

/**
 * Opens, closes or locks a thread and sets its slow mode; 0 seconds leave it to the thread's own heat again. The post's writer may
 * close and open theirs; only who moderates there locks, unlocks and slows.
 */
export async function setThread(member: Member, input: unknown, now = new Date()): Promise<void> {
  const { postId, state, slowSeconds, slowWas } = parse(threadSet, input);
  const post = await db.post.findFirst({ where: { id: postId, publishedAt: { not: null } }, select: { blogId: true, authorId: true } });
  if (!post) throw new Refused('not-found');
  await requireUnbarred(member, post.blogId, now);
  const byRole = await roleUnder(member, post);
  if (!byRole) throw new Refused('not-allowed');
  const moderates = byRole !== 'writer';
  await db.$transaction(async (tx) => {
    const before = await lockThread(tx, postId);
    const slow = slowSeconds === undefined || slowSeconds === slowWas ? before.slowSeconds : slowSeconds;
    if (before.threadState === state && before.slowSeconds === slow) return;
    if (!moderates && (before.threadState === 'locked' || state === 'locked' || before.slowSeconds !== slow))
      throw new Refused('not-allowed');
    const slowReason = slow === before.slowSeconds ? before.slowReason : slow > 0 ? BY_HAND : '';
    await tx.post.update({ where: { id: postId }, data: { threadState: state, slowSeconds: slow, slowReason }, select: { id: true } });
    const event = { actorId: member.id, postId, byRole };
    if (state !== before.threadState) await tx.moderationEvent.create({ data: { ...event, action: `thread-${state}` } });
    if (slow !== before.slowSeconds)
      await tx.moderationEvent.create({
        data: { ...event, action: slow > 0 ? 'slowed' : 'slow-ended', reason: String(slow) },
      });
    await purge(tx, cacheTag.thread(postId), cacheTag.moderation);
  });
}

/**
 * Pins a comment to the top of its thread, or marks another's as worth reading, or takes either back. Again changes nothing. What is
 * one's own may be pinned, as a word to all who come; that it is worth reading is for others to say.
 */
export async function mark(member: Member, input: unknown, now = new Date()): Promise<void> {
  const { commentId, what, on } = parse(marked, input);
  const comment = await db.comment.findUnique({
    where: { id: commentId },
    select: { status: true, parentId: true, postId: true, authorId: true, post: { select: { blogId: true, authorId: true } } },
  });
  if (comment?.status !== 'visible') throw new Refused('not-found');
  await requireUnbarred(member, comment.post.blogId, now);
  const byRole = await roleUnder(member, comment.post);
  if (!byRole) throw new Refused('not-allowed');
  // Only what begins a branch can stand on top.
  if (what === 'pin' && comment.parentId !== null) throw new Refused('not-allowed');
  if (what === 'highlight' && comment.authorId === member.id) throw new Refused('not-allowed');
  const field = what === 'pin' ? 'pinnedAt' : 'highlightedAt';
  await db.$transaction(async (tx) => {
    const { count } = await tx.comment.updateMany({
      where: { id: commentId, status: 'visible', [field]: on ? null : { not: null } },
      data: { [field]: on ? now : null },
    });
    if (count === 0) return;
    const action = { pin: on ? 'pinned' : 'unpinned', highlight: on ? 'highlighted' : 'unhighlighted' }[what];
    await tx.moderationEvent.create({ data: { actorId: member.id, commentId, action, byRole } });
    await tx.threadOrder.updateMany({ where: { postId: comment.postId }, data: { stale: true } });
    await purge(tx, cacheTag.thread(comment.postId), cacheTag.moderation);
  });
}

/** Says that the votes on another's comment which came together from accounts made together each count, or no longer. Again changes nothing. */
export async function trustVotes(member: Member, input: unknown, now = new Date()): Promise<void> {
  const { commentId, on } = parse(votesTrusted, input);
  const comment = await db.comment.findUnique({
    where: { id: commentId },
    select: { postId: true, authorId: true, post: { select: { blogId: true } } },
  });
  if (!comment) throw new Refused('not-found');
  await requireUnbarred(member, comment.post.blogId, now);
  const byRole = comment.authorId === member.id ? null : await moderatesAs(member, comment.post.blogId);
  if (!byRole) throw new Refused('not-allowed');
  await db.$transaction(async (tx) => {
    await lockComment(tx, commentId);
    const { count } = await tx.comment.updateMany({ where: { id: commentId, votesTrusted: !on }, data: { votesTrusted: on } });
    if (count === 0) return;
    await countVotes(tx, commentId);
    await tx.moderationEvent.create({ data: { actorId: member.id, commentId, action: on ? 'votes-trusted' : 'votes-doubted', byRole } });
    await purge(tx, cacheTag.thread(comment.postId), cacheTag.moderation);
  });
}

async function moderatesAs(member: Member, blogId: string): Promise<ByRole | null> {
  if (isSiteModerator(member)) return 'site';
  return canModerateBlog(await blogRole(member.id, blogId)) ? 'blog' : null;
}

const roleUnder = async (member: Member, post: { blogId: string; authorId: string | null }): Promise<ByRole | 'writer' | null> =>
  (await moderatesAs(member, post.blogId)) ?? (post.authorId === member.id ? 'writer' : null);

// A role in the blog does not outlast a ban on the whole site.
async function requireUnbarred({ id: memberId }: Member, blogId: string, now: Date): Promise<void> {
  if (await isBarred(db, { memberId, blogId }, now)) throw new Refused('not-allowed');
}

interface ThreadRow {
  threadState: 'open' | 'closed' | 'locked';
  slowSeconds: number;
  slowReason: string;
}

async function lockThread(tx: Tx, postId: string): Promise<ThreadRow> {
  const [row] = await tx.$queryRaw<ThreadRow[]>`
    SELECT "threadState"::text AS "threadState", "slowSeconds", "slowReason" FROM post WHERE id = ${postId}::uuid FOR NO KEY UPDATE`;
  if (!row) throw new Refused('not-found');
  return row;
}
