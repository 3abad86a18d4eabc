import 'server-only';
import { Prisma, type Tx } from '@/lib/db/client';
import { type ReportRecord, reportWeight } from '@/lib/screening/report-weight';
import { TRUST_LEVELS, type TrustFacts, type TrustLevel, trustLevel } from '@/lib/screening/trust';

const DAY = 86_400_000;
const REMOVALS_COUNT_FOR = 90;
/** More shown comments than any level asks for are not counted. */
const ENOUGH = TRUST_LEVELS[3].asks.approved;

export interface Whose {
  memberId: string;
  /** The blog in which it is asked: what its people decided counts there, and nowhere else. Null for the whole site. */
  blogId: string | null;
  /** A comment that is left out of account, because it is being changed. */
  except?: string | undefined;
}

type Place = Pick<Whose, 'memberId' | 'blogId'>;

/** Whether what the people of the post `p`'s blog let through says something here: it is this blog, or an established one. */
const vouched = (blogId: string | null) => Prisma.sql`
  (p."blogId" = ${blogId}::uuid OR EXISTS (SELECT FROM blog g WHERE g.id = p."blogId" AND g."establishedAt" IS NOT NULL))`;

/**
 * Whether a comment `c` under the post `p` was said among strangers: not under one's own post, nor where one has a role or had one
 * when it came. Anybody may open a blog, so what is shown in one that nobody knows says nothing elsewhere of who wrote it, but for
 * what the site's moderators let through.
 */
export const abroad = ({ memberId, blogId }: Place) => Prisma.sql`
  (p."authorId" IS DISTINCT FROM ${memberId}::uuid
    AND NOT EXISTS (SELECT FROM blog_member b WHERE b."blogId" = p."blogId" AND b."memberId" = ${memberId}::uuid)
    AND NOT EXISTS (SELECT FROM moderation_event e WHERE e."commentId" = c.id AND e.action = 'screened' AND e.rule = 'trusted')
    AND (${vouched(blogId)} OR EXISTS (SELECT FROM moderation_event e
      WHERE e."commentId" = c.id AND e."byRole" = 'site' AND e."toStatus" = 'visible')))`;

/** Whether a comment `c` under the post `p` was taken away by the blog's own people or by the site: others' blogs have no say in it. */
export const takenAway = (blogId: string | null) => Prisma.sql`
  (p."blogId" = ${blogId}::uuid OR (SELECT e."byRole" = 'site' OR (e."byMachine" AND e.rule NOT LIKE 'blog-%') FROM moderation_event e
    WHERE e."commentId" = c.id AND e."toStatus" = c.status ORDER BY e.seq DESC LIMIT 1) IS TRUE)`;

/** What trust asks of somebody, as it stands. Only what was shown, and which reports were upheld, among strangers counts. */
export async function trustFacts(tx: Tx, { memberId, blogId, except }: Whose, now: Date): Promise<TrustFacts> {
  const [row] = await tx.$queryRaw<(Omit<TrustFacts, 'ageDays'> & { createdAt: Date; hidden: number })[]>`
    SELECT m."createdAt",
      (SELECT count(DISTINCT (acts."createdAt" AT TIME ZONE 'UTC')::date) FROM (
          SELECT "postId", "createdAt" FROM vote WHERE "memberId" = m.id AND value <> 0
          UNION ALL SELECT "postId", "createdAt" FROM reaction WHERE "memberId" = m.id
          UNION ALL SELECT "postId", "createdAt" FROM bookmark WHERE "memberId" = m.id
          UNION ALL SELECT "postId", "createdAt" FROM comment WHERE "authorId" = m.id AND status = 'visible') acts
        JOIN post p ON p.id = acts."postId" WHERE p."authorId" IS DISTINCT FROM m.id
          AND NOT EXISTS (SELECT FROM blog_member b WHERE b."blogId" = p."blogId" AND b."memberId" = m.id))::int AS "daysRead",
      (SELECT count(*) FROM (SELECT FROM comment c JOIN post p ON p.id = c."postId" WHERE c."authorId" = m.id AND c.status = 'visible'
        AND c.id IS DISTINCT FROM ${except ?? null}::uuid AND ${abroad({ memberId, blogId })} LIMIT ${ENOUGH}) AS enough)::int AS approved,
      (SELECT count(*) FROM (SELECT FROM comment c JOIN post p ON p.id = c."postId" WHERE c."authorId" = m.id AND c.status = 'held'
        AND c.id IS DISTINCT FROM ${except ?? null}::uuid AND ${abroad({ memberId, blogId })} AND 'hidden' = (
        SELECT CASE WHEN a.outcome = 'upheld' THEN '' ELSE e.action END FROM moderation_event e LEFT JOIN appeal a ON a."eventId" = e.id
        WHERE e."commentId" = c.id AND e.action <> 'edited' AND e."toStatus" IS NOT NULL AND e."undoesId" IS NULL
          AND NOT EXISTS (SELECT FROM moderation_event u WHERE u."undoesId" = e.id) ORDER BY e.seq DESC LIMIT 1) LIMIT ${ENOUGH}) AS enough)::int AS hidden,
      (SELECT count(*) FROM report r JOIN comment c ON c.id = r."commentId" JOIN post p ON p.id = c."postId"
        LEFT JOIN moderation_event e ON e.id = r."settledById"
        WHERE r."memberId" = m.id AND r.outcome = 'upheld' AND e."actorId" IS DISTINCT FROM m.id AND (e."byRole" = 'site'
          OR (${vouched(blogId)} AND NOT EXISTS (SELECT FROM blog_member b WHERE b."blogId" = p."blogId" AND b."memberId" = m.id))))::int
        AS "upheldReports",
      (SELECT count(*) FROM comment c JOIN post p ON p.id = c."postId" WHERE c."authorId" = m.id AND c.status = 'removed'
        AND ${takenAway(blogId)} AND ${new Date(now.getTime() - REMOVALS_COUNT_FOR * DAY)} < (SELECT max(e."createdAt")
          FROM moderation_event e WHERE e."commentId" = c.id AND e."toStatus" = 'removed'))::int AS "removedLately"
    FROM member m WHERE m.id = ${memberId}::uuid`;
  if (!row) return { ageDays: 0, daysRead: 0, approved: 0, upheldReports: 0, removedLately: 0 };
  const { createdAt, hidden, ...counted } = row;
  // What reports have hidden was shown before, and hiding it takes nobody's standing: only a human's decision does.
  return { ...counted, approved: counted.approved + hidden, ageDays: (now.getTime() - createdAt.getTime()) / DAY };
}

export interface Reporter {
  level: TrustLevel;
  /** 0.1 to 1. */
  weight: number;
}

/** What a report of this person weighs there: by their trust, and by what that blog's people and the site made of their earlier ones. */
export async function reporterOf(tx: Tx, whose: Whose, now: Date): Promise<Reporter> {
  const level = trustLevel(await trustFacts(tx, whose, now));
  const [record] = await tx.$queryRaw<[ReportRecord]>`
    SELECT count(*) FILTER (WHERE r.outcome = 'upheld')::int AS upheld, count(*) FILTER (WHERE r.outcome = 'dismissed')::int AS dismissed,
      count(*) FILTER (WHERE r.outcome = 'abusive')::int AS abusive
    FROM report r JOIN comment c ON c.id = r."commentId" JOIN post p ON p.id = c."postId" LEFT JOIN moderation_event e ON e.id = r."settledById"
    WHERE r."memberId" = ${whose.memberId}::uuid AND e."actorId" IS DISTINCT FROM r."memberId"
      AND (e."byRole" = 'site' OR p."blogId" = ${whose.blogId}::uuid)`;
  return { level, weight: reportWeight(record, level) };
}

export interface Lately {
  rejectedLately: number;
  decidedLately: number;
}

/**
 * What became of somebody's comments since an instant: of those said among strangers, or taken away there or by the site. What was rejected
 * stays so when it is taken back.
 */
export async function decidedSince(tx: Tx, { memberId, blogId, except }: Whose, since: Date): Promise<Lately> {
  const [row] = await tx.$queryRaw<[Lately]>`
    SELECT count(*) FILTER (WHERE status <> 'visible')::int AS "rejectedLately", count(*)::int AS "decidedLately"
    FROM (SELECT c.status FROM (SELECT w.id, w."postId", w."authorId", w."createdAt",
        CASE WHEN w.status = 'withdrawn' AND EXISTS (SELECT FROM moderation_event e WHERE e."commentId" = w.id
          AND e.action = 'withdrawn' AND e."fromStatus" = 'rejected') THEN 'rejected' ELSE w.status END AS status FROM comment w
        WHERE w."authorId" = ${memberId}::uuid AND w."createdAt" > ${since} AND w.id IS DISTINCT FROM ${except ?? null}::uuid) c
      JOIN post p ON p.id = c."postId"
      WHERE CASE WHEN c.status = 'visible' THEN ${abroad({ memberId, blogId })} WHEN c.status IN ('rejected', 'removed') THEN ${takenAway(blogId)} END
    ) AS decided`;
  return row;
}
