import 'server-only';
import type { LockedComment } from '@/lib/comments/change-status';
import type { Tx } from '@/lib/db/client';
import { MAY_BE_UNWANTED } from '@/lib/relevance/thresholds';

/** Whether *Most relevant* may leave it out by the filter's word alone, or stands it lower for reports that were upheld. */
export const isDoubted = ({ unwanted, reportWeight }: Pick<LockedComment, 'unwanted' | 'reportWeight'>): boolean =>
  reportWeight > 0 || (unwanted !== null && unwanted >= MAY_BE_UNWANTED);

/**
 * A human says that these words may stand, which is more than the filter's word: it counts no longer, and stays in the audit's row
 * as `setAside`. Other words are looked at anew.
 */
export async function spare(tx: Tx, { id, unwanted }: Pick<LockedComment, 'id' | 'unwanted'>): Promise<void> {
  if (unwanted !== null) await tx.comment.update({ where: { id }, data: { unwanted: null }, select: { id: true } });
}
