import 'server-only';
import type { Tx } from '@/lib/db/client';

/** Erases what somebody has withdrawn, every version of it, and ends the reports about it that nobody answered. The caller holds it. */
export async function eraseWords(tx: Tx, commentId: string): Promise<void> {
  await tx.comment.update({ where: { id: commentId }, data: { body: '', repeatKey: null }, select: { id: true } });
  await tx.commentRevision.deleteMany({ where: { commentId } });
  await tx.report.updateMany({ where: { commentId, resolvedAt: null }, data: { resolvedAt: new Date() } });
}
