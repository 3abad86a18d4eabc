import 'server-only';
import { Prisma, type Tx } from '@/lib/db/client';

/** Accounts are looked at for having been made together when they vote while they are this young. Days. */
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
    WITH ${judged(commentId, Prisma.sql`v.value <> 0`)}, ${marked(commentId, Prisma.sql`true`)}
    UPDATE comment SET
      ups = (SELECT count(*) FROM judged WHERE counts AND value = 1), downs = (SELECT count(*) FROM judged WHERE counts AND value = -1)
    WHERE id = ${commentId}::uuid`;
}

/** A vote as it was; null where there was none. */
export type VoteBefore = { value: number; counted: boolean; createdAt: Date } | null;

/**
 * Counts the vote of a young account that has just changed, and those that came within ten minutes after it or its former self:
 * no other is judged by it, however many there are. The caller holds the comment's row lock, and has since before it read `before`.
 */
export async function recountAround(
  tx: Tx,
  { commentId, memberId }: { commentId: string; memberId: string },
  before: VoteBefore,
): Promise<void> {
  const was = before?.counted ? before.value : 0;
  const now = await tx.vote.findUnique({ where: { commentId_memberId: { commentId, memberId } }, select: { createdAt: true } });
  const windows = [before, now].flatMap((one) =>
    one ? [{ createdAt: { gte: one.createdAt, lte: new Date(one.createdAt.getTime() + CAME_TOGETHER * 1_000) } }] : [],
  );
  const near = await tx.vote.findMany({ where: { commentId, value: { not: 0 }, OR: windows }, select: { memberId: true } });
  const ids = [...new Set([memberId, ...near.map((one) => one.memberId)])];
  const touched = Prisma.sql`v."memberId" = ANY (${ids}::uuid[])
    AND (v."memberId" = ${memberId}::uuid OR m."createdAt" > v."createdAt" - make_interval(days => ${YOUNG}))`;
  await tx.$executeRaw`
    WITH ${judged(commentId, touched)}, ${marked(commentId, Prisma.sql`vote."memberId" = ANY (${ids}::uuid[])`)},
      step AS (
        SELECT coalesce(sum((counts AND value = 1)::int - (had = 1)::int), 0) AS ups,
          coalesce(sum((counts AND value = -1)::int - (had = -1)::int), 0) AS downs
        FROM (SELECT value, counts, CASE WHEN "memberId" = ${memberId}::uuid THEN ${was} WHEN counted THEN value ELSE 0 END AS had
          FROM judged) each)
    UPDATE comment SET ups = comment.ups + step.ups, downs = comment.downs + step.downs FROM step WHERE id = ${commentId}::uuid`;
}

// Whether each of these votes counts: not where another of its kind came before it, in time and from an account of its age.
const judged = (commentId: string, which: Prisma.Sql) => Prisma.sql`
  judged AS (
    SELECT v."memberId", v.value, v.counted, c."votesTrusted" OR m."createdAt" <= v."createdAt" - make_interval(days => ${YOUNG}) OR (
        SELECT true FROM vote b JOIN member n ON n.id = b."memberId"
        WHERE b."commentId" = v."commentId" AND b.value = v.value AND n."createdAt" > b."createdAt" - make_interval(days => ${YOUNG})
          AND b."createdAt" > v."createdAt" - make_interval(secs => ${CAME_TOGETHER}) AND b."createdAt" <= v."createdAt"
          AND (b."createdAt", b."memberId") < (v."createdAt", v."memberId")
          AND n."createdAt" > m."createdAt" - make_interval(secs => ${MADE_TOGETHER})
          AND n."createdAt" < m."createdAt" + make_interval(secs => ${MADE_TOGETHER}) LIMIT 1) IS NULL AS counts
    FROM vote v JOIN member m ON m.id = v."memberId" JOIN comment c ON c.id = v."commentId"
    WHERE v."commentId" = ${commentId}::uuid AND (${which}))`;

const marked = (commentId: string, which: Prisma.Sql) => Prisma.sql`
  marked AS (
    UPDATE vote SET counted = judged.counts FROM judged
    WHERE vote."commentId" = ${commentId}::uuid AND vote."memberId" = judged."memberId" AND vote.counted <> judged.counts
      AND ${which})`;
