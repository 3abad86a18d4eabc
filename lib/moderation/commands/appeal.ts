import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { takeTurn } from '@/lib/accounts/limits';
import { lockPerson } from '@/lib/accounts/lock-person';
import { lockComment } from '@/lib/comments/change-status';
import type { CommentStatus } from '@/lib/comments/view';
import { cacheTag } from '@/lib/core/cache-tags';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db, type Tx } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { canAppeal, canAppealSanction, sanctionStands, takesAway } from '../appeal-policy';
import { newAppeal } from '../schema';

interface Event {
  id: string;
  action: string;
  toStatus: CommentStatus | null;
  createdAt: Date;
  commentId: string | null;
  personId: string | null;
  blogId: string | null;
  sanctionId: string | null;
  sweepId: string | null;
  undoesId: string | null;
}

/**
 * Asks another human to look at a decision about one's own comment, or about oneself. Again, whatever its words, answers with the
 * first receipt. What was removed with a ban is one decision with it.
 * @throws Refused `not-found` for what is not about oneself or takes nothing away, `gone` for words that were withdrawn,
 * `conflict` when nothing of it holds any more, `not-allowed` when the time is over, and of one comment of a ban
 */
export async function appeal(member: Member, input: unknown, now = new Date()): Promise<{ id: string }> {
  const { eventId, text } = parse(newAppeal, input);
  await takeTurn('appeal', member);
  return db.$transaction(async (tx) => {
    const event = await tx.moderationEvent.findUnique({ where: { id: eventId } });
    if (!event) throw new Refused('not-found');
    const refuseIfOver = await (event.commentId ? ofComment : ofSanction)(tx, member, { event, now });
    const before = await tx.appeal.findUnique({ where: { eventId }, select: { id: true } });
    if (before) return before;
    refuseIfOver();
    const made = await tx.appeal.create({ data: { eventId, memberId: member.id, text, createdAt: now }, select: { id: true } });
    const { commentId, personId, blogId, sanctionId } = event;
    await tx.moderationEvent.create({ data: { commentId, personId, blogId, sanctionId, actorId: member.id, action: 'appealed' } });
    await purge(tx, cacheTag.moderation);
    return made;
  });
}

interface Asked {
  event: Event;
  now: Date;
}

async function ofComment(tx: Tx, member: Member, { event, now }: Asked): Promise<() => void> {
  const comment = event.commentId ? await lockComment(tx, event.commentId) : null;
  if (comment?.authorId !== member.id || !takesAway(event) || event.undoesId) throw new Refused('not-found');
  // Asked under the comment's lock, which whoever undoes holds too.
  const undone = await tx.moderationEvent.count({ where: { undoesId: event.id } });
  return () => {
    if (comment.status === 'withdrawn') throw new Refused('gone');
    if (comment.status === 'visible') throw new Refused('conflict');
    if (undone > 0) throw new Refused('conflict');
    if (event.sweepId || !canAppeal(event, comment.status, now)) throw new Refused('not-allowed');
  };
}

async function ofSanction(tx: Tx, member: Member, { event, now }: Asked): Promise<() => void> {
  if (event.personId !== member.id || !event.sanctionId) throw new Refused('not-found');
  await lockPerson(tx, { id: member.id });
  const sanction = await tx.sanction.findUnique({ where: { id: event.sanctionId }, include: { sweeps: { select: { state: true } } } });
  // Only the event that set it, not one that lifted or answered it.
  if (sanction?.kind !== event.action) throw new Refused('not-found');
  return () => {
    if (!sanctionStands(sanction, now)) throw new Refused('conflict');
    if (!canAppealSanction(sanction, now)) throw new Refused('not-allowed');
  };
}
