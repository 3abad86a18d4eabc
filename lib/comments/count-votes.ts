import 'server-only';
import type { Tx } from '@/lib/db/client';

/** Accounts are looked at for having been made together while they are this young. Days. */
const YOUNG = 90;
/** Made within an hour of each other, and voting within ten minutes of each other: as one, until a moderator says otherwise. Seconds. */
const MADE_TOGETHER = 3_600;
const CAME_TOGETHER = 600;

export const isYoung = ({ createdAt }: { createdAt: Date }, now: Date): boolean => now.getTime() - createdAt.getTime() < YOUNG * 86_400_000;

/**
 * Counts the votes on a comment anew. Of votes of one kind that came together from young accounts made together only the first is
 * counted. The caller holds the comment's row lock.
 */
export async function countVotes(tx: Tx, commentId: string): Promise<void> {
  await tx.$executeRaw`
    WITH v AS (
        SELECT v."memberId", v.value, v."createdAt" AS at, m."createdAt" AS born, m."createdAt" > now() - make_interval(days => ${YOUNG}) AS young
        FROM vote v JOIN member m ON m.id = v."memberId" WHERE v."commentId" = ${commentId}::uuid AND v.value <> 0),
      judged AS (
        SELECT a."memberId", a.value, c."votesTrusted" OR NOT a.young OR NOT EXISTS (
            SELECT FROM v b WHERE b.young AND b.value = a.value AND (b.at, b."memberId") < (a.at, a."memberId")
              AND extract(epoch FROM a.at - b.at) < ${CAME_TOGETHER} AND abs(extract(epoch FROM a.born - b.born)) < ${MADE_TOGETHER}) AS counted
        FROM v a, comment c WHERE c.id = ${commentId}::uuid),
      marked AS (
        UPDATE vote SET counted = judged.counted FROM judged
        WHERE vote."commentId" = ${commentId}::uuid AND vote."memberId" = judged."memberId" AND vote.counted <> judged.counted)
    UPDATE comment SET
      ups = (SELECT count(*) FROM judged WHERE counted AND value = 1), downs = (SELECT count(*) FROM judged WHERE counted AND value = -1)
    WHERE id = ${commentId}::uuid`;
}
