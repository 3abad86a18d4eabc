import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { mentionsIn } from '@/lib/comments/markup';
import { db } from '@/lib/db/client';

/**
 * Tells those whom a comment answers or names, once each, however often it is asked. Nobody is told of what they do not see: their
 * own, what is not shown (any more), and what somebody wrote whom they muted. A job's work.
 */
export async function notifyOf(commentId: string): Promise<void> {
  const comment = await db.comment.findUnique({
    where: { id: commentId },
    select: { status: true, body: true, authorId: true, parent: { select: { authorId: true } } },
  });
  if (comment?.status !== 'visible' || comment.authorId === null) return;
  const named = await db.member.findMany({ where: { handle: { in: mentionsIn(comment.body) } }, select: { id: true } });
  const kinds = new Map(named.map(({ id }) => [id, 'mention' as 'mention' | 'reply']));
  if (comment.parent?.authorId) kinds.set(comment.parent.authorId, 'reply');
  kinds.delete(comment.authorId);
  const muted = await db.mute.findMany({
    where: { mutedId: comment.authorId, memberId: { in: [...kinds.keys()] } },
    select: { memberId: true },
  });
  for (const { memberId } of muted) kinds.delete(memberId);
  await db.notification.createMany({ data: [...kinds].map(([memberId, kind]) => ({ memberId, commentId, kind })), skipDuplicates: true });
}

/** Tells somebody that a line they dispute was answered, once, however often it is asked. A job's work. */
export async function notifyOfDispute(disputeId: string): Promise<void> {
  const dispute = await db.earningDispute.findUnique({ where: { id: disputeId }, select: { memberId: true, outcome: true } });
  if (!dispute?.outcome) return;
  await db.notification.createMany({ data: { memberId: dispute.memberId, disputeId, kind: 'dispute' }, skipDuplicates: true });
}

/** Tells somebody here what was decided about their comment, unless it was undone, once, however often it is asked. A job's work. */
export async function notifyOfDecision(eventId: string): Promise<void> {
  const event = await db.moderationEvent.findUnique({
    where: { id: eventId },
    select: { undoneBy: { select: { id: true } }, comment: { select: { authorId: true } } },
  });
  const memberId = event?.comment?.authorId;
  if (!memberId || event.undoneBy) return;
  await db.notification.createMany({ data: { memberId, eventId, kind: 'decision' }, skipDuplicates: true });
}

/** The same of what they may not do from now on. */
export async function notifyOfSanction(sanctionId: string): Promise<void> {
  const sanction = await db.sanction.findUnique({
    where: { id: sanctionId },
    select: { memberId: true, kind: true, events: { select: { id: true, action: true } } },
  });
  const event = sanction?.events.find(({ action }) => action === sanction.kind);
  if (!sanction || !event) return;
  await db.notification.createMany({ data: { memberId: sanction.memberId, eventId: event.id, kind: 'decision' }, skipDuplicates: true });
}

/** Marks all that this person was told of as read. */
export async function readNotifications(member: Member, now = new Date()): Promise<void> {
  await db.notification.updateMany({ where: { memberId: member.id, readAt: null }, data: { readAt: now } });
}
