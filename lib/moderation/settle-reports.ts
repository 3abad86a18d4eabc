import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import type { LockedComment } from '@/lib/comments/change-status';
import type { Tx } from '@/lib/db/client';

interface Settled {
  comment: Pick<LockedComment, 'id' | 'revision'>;
  /** The decision that answers them. */
  eventId: string;
  outcome: 'upheld' | 'dismissed' | 'abusive';
}

/**
 * Answers the open reports about a comment. Only those about the words that were decided on were right or wrong; of others
 * nobody can say, and the decider's own is not theirs to judge: these count neither way. The caller holds the comment's lock.
 */
export async function settleReports(
  tx: Tx,
  member: Member,
  { comment: { id: commentId, revision }, eventId, outcome }: Settled,
): Promise<void> {
  const answered = { resolvedAt: new Date(), settledById: eventId };
  const ofOthers = { OR: [{ memberId: null }, { memberId: { not: member.id } }] };
  await tx.report.updateMany({ where: { commentId, revision, resolvedAt: null, ...ofOthers }, data: { ...answered, outcome } });
  await tx.report.updateMany({ where: { commentId, resolvedAt: null }, data: answered });
}
