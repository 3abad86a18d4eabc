import 'server-only';
import type { Tx } from '@/lib/db/client';

/**
 * Counts anew what upheld reports weigh against a comment that stays, in down votes: those about its words as they are, unless a
 * moderator has said since that it may stand. The caller holds the comment's lock.
 */
export async function weighReports(tx: Tx, commentId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE comment c SET "reportWeight" = (
      SELECT coalesce(sum(r.weight), 0) FROM report r JOIN moderation_event e ON e.id = r."settledById"
      WHERE r."commentId" = c.id AND r.revision = c.revision AND r.outcome = 'upheld' AND r."memberId" IS NOT NULL AND e.action = 'lowered'
        AND NOT EXISTS (SELECT FROM moderation_event a WHERE a."commentId" = c.id AND a.seq > e.seq AND a.action IN ('approved', 'appeal-reversed')
          AND NOT EXISTS (SELECT FROM moderation_event u WHERE u."undoesId" = a.id)))
    WHERE c.id = ${commentId}::uuid`;
}
