import 'server-only';
import type { Tx } from '@/lib/db/client';

/**
 * Counts the votes on a comment anew. Of votes of one kind that came together from young accounts made together only the first is
 * counted, by the database's `judged_votes`. The caller holds the comment's row lock.
 */
export async function countVotes(tx: Tx, commentId: string): Promise<void> {
  await tx.$executeRaw`
    WITH judged AS (SELECT * FROM judged_votes(${commentId}::uuid, NULL)),
      marked AS (
        UPDATE vote SET counted = judged.counts FROM judged
        WHERE vote."commentId" = ${commentId}::uuid AND vote."memberId" = judged."memberId" AND vote.counted <> judged.counts)
    UPDATE comment SET
      ups = (SELECT count(*) FROM judged WHERE counts AND value = 1), downs = (SELECT count(*) FROM judged WHERE counts AND value = -1)
    WHERE id = ${commentId}::uuid`;
}
