import 'server-only';
import { isSiteModerator, type Member } from '@/lib/accounts/actor';
import { takeTurn } from '@/lib/accounts/limits';
import { blogRole } from '@/lib/blogs/queries';
import { cacheTag } from '@/lib/core/cache-tags';
import { isUuid, keyOrDerived } from '@/lib/core/keys';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db, type Tx } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { enqueue } from '@/lib/jobs/queue';
import { feelHeat } from '../heat';
import { askAhead, judge } from '../judged';
import { keepingRefusals } from '../not-taken';
import { newComment } from '../schema';
import { screened } from '../screened';
import { factsFor } from '../screening-facts';
import type { CommentStatus } from '../view';

export interface Posted {
  id: string;
  status: CommentStatus;
}

/** Posts a comment or a reply. The same key again answers with the first and counts nothing twice. */
export async function postComment(member: Member, input: unknown, now = new Date()): Promise<Posted> {
  const { postId, parentId = null, body, submissionKey: given } = parse(newComment, input);
  const post = await db.post.findFirst({
    where: { id: postId, publishedAt: { not: null } },
    select: { id: true, blogId: true, authorId: true },
  });
  if (!post) throw new Refused('not-found');
  if (parentId && (await db.comment.count({ where: { id: parentId, postId, status: 'visible' } })) === 0) throw new Refused('not-found');
  await takeTurn('comment', member);
  const role = await blogRole(member.id, post.blogId);
  const ahead = await askAhead({ postId, body, trusted: role !== null || isSiteModerator(member) });
  return keepingRefusals({ memberId: member.id, postId }, () =>
    db.$transaction(async (tx) => {
      // One person's comments come one after another, so that twenty at once are seen as a flood.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`comments of ${member.id}`}, 0))`;
      const keys = isUuid(given) ? [given.toLowerCase()] : await keysOf(tx, { authorId: member.id, postId, parentId }, body, now);
      const [submissionKey = ''] = keys;
      const before = await tx.comment.findFirst({
        where: { authorId: member.id, submissionKey: { in: keys } },
        select: { id: true, status: true },
      });
      if (before) return before;
      const { facts: filters, kept } = await judge(tx, { ahead, member, body, now });
      const facts = await factsFor(tx, member, { post, role, body, now, filters });
      const { verdict, rule, version } = screened(facts);
      const status = verdict === 'reported' ? 'visible' : verdict;
      const made = await tx.comment.create({
        data: { postId, parentId, authorId: member.id, body, status, submissionKey, createdAt: now, ...kept },
        select: { id: true, status: true },
      });
      await tx.moderationEvent.create({
        data: { commentId: made.id, action: 'screened', rule, ruleVersion: version, byMachine: true, toStatus: status },
      });
      if (verdict === 'reported') await tx.report.create({ data: { commentId: made.id, revision: 1, reason: 'spam', note: rule } });
      // The public log says that something was rejected.
      if (status === 'rejected') await purge(tx, cacheTag.moderation);
      if (status !== 'visible') return made;
      // What the post's writer answers stands earlier. A comment is locked before its post, here as everywhere.
      if (parentId && member.id === post.authorId)
        await tx.comment.update({ where: { id: parentId }, data: { writerReplied: true }, select: { id: true } });
      const data = { commentCount: { increment: 1 } };
      const { threadState } = await tx.post.update({ where: { id: postId }, data, select: { threadState: true } });
      // Whoever closed the thread since it was looked at came first: only now its row is held.
      if (threadState !== facts.thread.state) screened({ ...facts, thread: { ...facts.thread, state: threadState } });
      await enqueue(tx, 'comment.notify', { commentId: made.id });
      await feelHeat(tx, postId, now);
      await purge(tx, cacheTag.post(postId));
      return made;
    }),
  );
}

/** A form sent without scripts twice is sent twice within minutes; months later the same thanks are said anew. Milliseconds. */
const SENT_AGAIN = 600_000;

/**
 * The keys under which these words may have been sent just now, by a form that has none of its own; under the first they are kept. Once
 * something was taken back there since, the same words are no such sending.
 */
async function keysOf(
  tx: Tx,
  place: { authorId: string; postId: string; parentId: string | null },
  body: string,
  now: Date,
): Promise<string[]> {
  const { authorId, postId, parentId } = place;
  const lately = { gt: new Date(now.getTime() - 2 * SENT_AGAIN) };
  const takenBack = await tx.comment.findFirst({
    where: { ...place, status: 'withdrawn', createdAt: lately },
    orderBy: { createdAt: 'desc' },
    select: { id: true },
  });
  const span = Math.floor(now.getTime() / SENT_AGAIN);
  return [span, span - 1].map((one) => keyOrDerived(null, authorId, postId, parentId ?? '', body, String(one), takenBack?.id ?? ''));
}
