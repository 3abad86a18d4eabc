import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { db } from '@/lib/db/client';
import { type AppealOutcome, appealUntil, canAppeal, isAway, reasonParts, receiptOf, STANDS, takesAway } from './appeal-policy';

/** What was decided against a comment, as its writer is told. */
export interface Decision {
  eventId: string;
  byMachine: boolean;
  /** The rule by which a machine decided. */
  rule: string;
  reason: ReturnType<typeof reasonParts>['reason'];
  /** The moderator's words. */
  said: string;
  decidedAt: Date;
  /** The last instant to appeal; null while there is nothing to appeal, since the comment is shown or taken back. */
  until: Date | null;
  mayAppeal: boolean;
  /** It was removed with a ban: that is what may be appealed. */
  withBan: boolean;
  appeal: { receipt: string; text: string; createdAt: Date; outcome: AppealOutcome | null; answer: string } | null;
}

/** What was decided against this person's own comment, the newest first; nothing for anybody else. */
export async function decisionsAgainst(member: Member, commentId: string, now: Date): Promise<Decision[]> {
  const comment = await db.comment.findFirst({
    where: { id: commentId, authorId: member.id },
    select: { status: true, events: { where: STANDS, orderBy: { seq: 'desc' }, include: { appeal: true } } },
  });
  if (!comment) return [];
  // Only the newest can be what keeps it away.
  return comment.events.filter(takesAway).map(({ appeal, ...event }, nth) => ({
    eventId: event.id,
    byMachine: event.byMachine,
    rule: event.rule,
    ...reasonParts(event.reason),
    decidedAt: event.createdAt,
    until: isAway(comment.status) ? appealUntil(event.createdAt) : null,
    mayAppeal: nth === 0 && appeal === null && event.sweepId === null && canAppeal(event, comment.status, now),
    withBan: event.sweepId !== null,
    appeal: appeal ? { ...appeal, receipt: receiptOf(appeal.id) } : null,
  }));
}
