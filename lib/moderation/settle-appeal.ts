import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import type { LockedComment } from '@/lib/comments/change-status';
import type { Tx } from '@/lib/db/client';
import { enqueue } from '@/lib/jobs/queue';
import type { ByRole } from './sanctioning';

/** Ends an appeal and has its person told. False when it has ended before. The caller holds the comment's lock and writes the audit. */
export async function endAppeal(
  tx: Tx,
  member: Member,
  { appealId, outcome, words = '' }: { appealId: string; outcome: 'upheld' | 'reversed'; words?: string },
): Promise<boolean> {
  const { count } = await tx.appeal.updateMany({
    where: { id: appealId, outcome: null },
    data: { outcome, answer: words, decidedAt: new Date(), decidedById: member.id },
  });
  if (count === 1) await enqueue(tx, 'mail.appeal-decided', { appealId });
  return count === 1;
}

/**
 * A moderator decides from the queue what a machine had taken away while its writer's appeal waits: that answers the appeal.
 * A removal is a decision of its own, which may be appealed anew.
 */
export async function settleAppeal(tx: Tx, member: Member, { comment, byRole }: { comment: LockedComment; byRole: ByRole }): Promise<void> {
  const { id: commentId, status } = comment;
  const outcome = status === 'visible' ? 'reversed' : 'upheld';
  const open = await tx.appeal.findMany({ where: { outcome: null, event: { commentId } }, select: { id: true } });
  for (const { id } of open) {
    if (!(await endAppeal(tx, member, { appealId: id, outcome }))) continue;
    await tx.moderationEvent.create({ data: { commentId, actorId: member.id, action: `appeal-${outcome}`, byRole } });
  }
}

/** What was appealed is shown again by itself, before anyone answered. The caller holds the comment's lock and writes the audit. */
export async function overtake(tx: Tx, commentId: string): Promise<void> {
  const over = await tx.appeal.updateManyAndReturn({
    where: { outcome: null, event: { commentId } },
    data: { outcome: 'released', decidedAt: new Date() },
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
