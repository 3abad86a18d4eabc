import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { lockPerson } from '@/lib/accounts/lock-person';
import { changeStatus, type LockedComment, lockComment } from '@/lib/comments/change-status';
import { weighReports } from '@/lib/comments/weigh-reports';
import { cacheTag } from '@/lib/core/cache-tags';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db, type Tx } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { appealBar } from '../appeal-policy';
import { moderatedBlogIds } from '../queries';
import { restoreEarnings } from '../sanctioning';
import { appealDecision } from '../schema';
import { endAppeal } from '../settle-appeal';
import { settleReports } from '../settle-reports';
import { spare } from '../spare';
import { turnRound } from '../sweep';
import { teach } from '../teach';

interface Answer {
  appealId: string;
  outcome: 'upheld' | 'reversed';
  words: string;
}

/**
 * Another human's answer to an appeal. Reversed, the comment is back where it stood, with its votes and answers, the
 * reports about it were wrong, and the filter learns it; a sanction is
 * lifted, and a job gives back what was removed with it. The same answer by the same person again changes nothing.
 * @throws Refused `not-found` in others' blogs, `not-allowed` for who decided first, who reported it and for the person, `gone` for words
 * that were withdrawn, `conflict` when it is answered
 */
export async function decideAppeal(member: Member, input: unknown, now = new Date()): Promise<void> {
  const answer = parse(appealDecision, input);
  const blogIds = await moderatedBlogIds(member);
  await db.$transaction(async (tx) => {
    const found = await findAppeal(tx, answer.appealId);
    if (!found || (blogIds && (found.blogId === null || !blogIds.includes(found.blogId)))) throw new Refused('not-found');
    const { commentId, personId, sanctionId, blogId } = found;
    const byRole = blogIds ? 'blog' : 'site';
    const event = { actorId: member.id, action: `appeal-${answer.outcome}`, reason: answer.words, byRole };
    if (commentId) {
      const comment = await lockComment(tx, commentId);
      if (!comment) throw new Refused('not-found');
      const reported = (await tx.report.count({ where: { commentId, memberId: member.id } })) > 0;
      if (appealBar(member.id, { deciderId: found.deciderId, writerId: comment.authorId, reported })) throw new Refused('not-allowed');
      if (comment.status === 'withdrawn') throw new Refused('gone');
      if (!(await endOnce(tx, member, answer))) return;
      if (answer.outcome === 'reversed') await restore(tx, member, { comment, event, wrongId: found.id });
      else await tx.moderationEvent.create({ data: { ...event, commentId } });
    } else {
      if (!sanctionId || !personId) throw new Refused('not-found');
      await lockPerson(tx, { id: personId });
      if (appealBar(member.id, { deciderId: found.deciderId, writerId: personId })) throw new Refused('not-allowed');
      if (!(await endOnce(tx, member, answer))) return;
      const { id: by } = await tx.moderationEvent.create({ data: { ...event, personId, blogId, sanctionId }, select: { id: true } });
      if (answer.outcome === 'reversed') {
        await takeBack(tx, member, { sanctionId, now });
        await restoreEarnings(tx, { sanctionId, by });
      }
      await purge(tx, cacheTag.person(personId));
    }
    await purge(tx, cacheTag.moderation);
    // The last of all: its lock gives the order in which the filter learns.
    if (commentId && answer.outcome === 'reversed') await teach(tx, member, { commentId, decision: 'approve', reason: '' });
  });
}

async function findAppeal(tx: Tx, id: string) {
  const row = await tx.appeal.findUnique({
    where: { id },
    select: { event: { include: { comment: { select: { post: { select: { blogId: true } } } } } } },
  });
  if (!row) return null;
  const { actorId, byMachine, comment, ...event } = row.event;
  // Of what a machine decides on an edit, the actor is the writer.
  return { ...event, blogId: comment?.post.blogId ?? event.blogId, deciderId: byMachine ? null : actorId };
}

/** False where this very answer was given before. @throws Refused `conflict` where another was */
async function endOnce(tx: Tx, member: Member, { appealId, outcome, words }: Answer): Promise<boolean> {
  if (await endAppeal(tx, member, { appealId, outcome, words })) return true;
  if ((await tx.appeal.count({ where: { id: appealId, outcome, decidedById: member.id } })) === 0) throw new Refused('conflict');
  return false;
}

interface Restoring {
  comment: LockedComment;
  event: { actorId: string; action: string; reason: string; byRole: string };
  /** The decision that was wrong. */
  wrongId: string;
}

// The row was never moved: its instant, its votes and what answers it are those of before.
async function restore(tx: Tx, member: Member, { comment, event, wrongId }: Restoring): Promise<void> {
  const { id, postId, status, unwanted } = comment;
  const eventId = await changeStatus(tx, { commentId: id, postId, from: status, to: 'visible', event: { ...event, setAside: unwanted } });
  await spare(tx, comment);
  // Whom the wrong decision agreed with was no more right than it was.
  await tx.report.updateMany({ where: { settledById: wrongId, outcome: 'upheld' }, data: { outcome: 'dismissed', settledById: eventId } });
  await settleReports(tx, member, { comment, eventId, outcome: 'dismissed' });
  await weighReports(tx, id);
  await purge(tx, cacheTag.post(postId));
}

async function takeBack(tx: Tx, member: Member, { sanctionId, now }: { sanctionId: string; now: Date }): Promise<void> {
  await tx.sanction.updateMany({ where: { id: sanctionId, liftedAt: null }, data: { liftedAt: now } });
  for (const { id } of await tx.sweep.findMany({ where: { sanctionId }, select: { id: true } }))
    await turnRound(tx, id, { by: member, now });
}
