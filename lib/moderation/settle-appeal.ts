import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import type { LockedComment } from '@/lib/comments/change-status';
import { UNDO_MINUTES } from '@/lib/comments/policy';
import type { Tx } from '@/lib/db/client';
import { enqueue } from '@/lib/jobs/queue';
import type { ByRole } from './sanctioning';

interface Ended {
  appealId: string;
  outcome: 'upheld' | 'reversed';
  words?: string;
  /** The decision from the queue that answers it, which can be undone. */
  settledById?: string;
}

/**
 * Ends an appeal and has its person told, once it can no longer be undone. False when it has ended before. The caller holds the
 * comment's lock and writes the audit.
 */
export async function endAppeal(tx: Tx, member: Member, { appealId, outcome, words = '', settledById }: Ended): Promise<boolean> {
  const { count } = await tx.appeal.updateMany({
    where: { id: appealId, outcome: null },
    data: { outcome, answer: words, decidedAt: new Date(), decidedById: member.id, settledById: settledById ?? null },
  });
  if (count === 0) return false;
  if (settledById) await enqueue(tx, 'mail.appeal-decided', { appealId, settledById }, UNDO_MINUTES * 60);
  else await enqueue(tx, 'mail.appeal-decided', { appealId });
  return true;
}

/**
 * A moderator decides from the queue what a machine had taken away while its writer's appeal waits: that answers the appeal,
 * until it is undone.
 * A removal is a decision of its own, which may be appealed anew.
 */
export async function settleAppeal(
  tx: Tx,
  member: Member,
  { comment, byRole, eventId }: { comment: LockedComment; byRole: ByRole; eventId: string },
): Promise<void> {
  const { id: commentId, status } = comment;
  const outcome = status === 'visible' ? 'reversed' : 'upheld';
  const open = await tx.appeal.findMany({
    where: { outcome: null, event: { commentId } },
    select: { id: true, event: { select: { actorId: true, byMachine: true } } },
  });
  for (const { id, event } of open) {
    // Nobody refuses an appeal against their own decision.
    if (outcome === 'upheld' && !event.byMachine && event.actorId === member.id) continue;
    if (!(await endAppeal(tx, member, { appealId: id, outcome, settledById: eventId }))) continue;
    await tx.moderationEvent.create({ data: { commentId, actorId: member.id, action: `appeal-${outcome}`, byRole } });
  }
}

/**
 * Ends what is appealed about a comment that a ban takes away: nobody answers it apart from the ban, which has an appeal of its own.
 * The caller holds the comment's lock.
 */
export async function swallowAppeals(tx: Tx, commentId: string, settledById: string): Promise<void> {
  await tx.appeal.updateMany({
    where: { outcome: null, event: { commentId } },
    data: { outcome: 'with_ban', decidedAt: new Date(), settledById },
  });
}

/** The decision that answered them is undone: these appeals wait again. The caller holds the comment's lock. */
export async function reopenAppeals(tx: Tx, settledById: string): Promise<void> {
  await tx.appeal.updateMany({
    where: { settledById },
    data: { outcome: null, answer: '', decidedAt: null, decidedById: null, settledById: null },
  });
}

/**
 * What was appealed, any decision about a comment or one event, is over before anyone answered: it is shown again by itself, or whoever
 * decided took it back. The caller holds the comment's lock and writes the audit.
 */
export async function overtake(tx: Tx, event: { commentId: string } | { id: string }, outcome: 'released' | 'undone'): Promise<void> {
  const over = await tx.appeal.updateManyAndReturn({
    where: { outcome: null, event },
    data: { outcome, decidedAt: new Date() },
    select: { id: true },
  });
  for (const { id: appealId } of over) await enqueue(tx, 'mail.appeal-decided', { appealId });
}

/** A sanction is taken back by hand while an appeal against it waits: that grants the appeal. The caller holds the person. */
export async function settleSanctionAppeal(
  tx: Tx,
  member: Member,
  { sanctionId, byRole }: { sanctionId: string; byRole: ByRole },
): Promise<void> {
  const open = await tx.appeal.findMany({
    where: { outcome: null, event: { sanctionId } },
    select: { id: true, event: { select: { personId: true, blogId: true } } },
  });
  for (const { id, event } of open) {
    if (!(await endAppeal(tx, member, { appealId: id, outcome: 'reversed' }))) continue;
    await tx.moderationEvent.create({ data: { ...event, sanctionId, actorId: member.id, action: 'appeal-reversed', byRole } });
  }
}
