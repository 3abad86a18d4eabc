import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { changeStatus, type LockedComment } from '@/lib/comments/change-status';
import { eraseWords } from '@/lib/comments/erase-words';
import type { Tx } from '@/lib/db/client';
import { type ByRole, keptReason } from './sanctioning';

interface Answer {
  member: Member;
  comment: LockedComment;
  made: { decision: 'approve' | 'remove'; reason: string; note: string; batchId?: string };
  byRole: ByRole;
}

/**
 * Dismisses or upholds the reports about words that their writer has withdrawn, which are then erased. It takes nothing away that is
 * shown, so nobody is told and nothing is learned; it stands in the record of who wrote it. Answers with the id of the audit's row.
 */
export async function answerReports(tx: Tx, { member, comment, made, byRole }: Answer): Promise<string> {
  const { id: commentId, postId, status } = comment;
  const upheld = made.decision === 'remove';
  const eventId = await changeStatus(tx, {
    commentId,
    postId,
    from: status,
    to: status,
    event: {
      actorId: member.id,
      action: upheld ? 'withdrawn-upheld' : 'withdrawn-dismissed',
      reason: keptReason(made),
      batchId: made.batchId ?? null,
      byRole,
    },
  });
  await tx.report.updateMany({
    where: { commentId, resolvedAt: null },
    data: { resolvedAt: new Date(), settledById: eventId, outcome: upheld ? 'upheld' : 'dismissed' },
  });
  await eraseWords(tx, commentId);
  return eventId;
}
