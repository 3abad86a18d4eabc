import 'server-only';
import { pool } from '@/lib/db/pool';
import type { DayOfReading, Facts, PostRead } from './credit';
import { SLOT_SECONDS, slotOf } from './slots';

interface Row {
  postId: string;
  authorId: string | null;
  day: string;
  beganAt: Date;
  seconds: number;
  /** Hundredths of the post's blocks, over the days asked for. */
  seen: number;
  words: number;
  own: boolean;
  removed: boolean;
  staff: boolean;
}

// $1 reader, $2 and $3 first day and first after, $4 and $5 the same as pieces of time.
const MEASURED = `
WITH beats AS (
  SELECT own."postId", to_char(to_timestamp(b.slot * ${SLOT_SECONDS}) AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day,
    to_timestamp(min(b.slot) * ${SLOT_SECONDS}) AS "beganAt", count(*) * ${SLOT_SECONDS} AS seconds, range_agg(own.seen) AS seen,
    max(own.blocks) AS blocks
  FROM reading_beat b JOIN reading_session own ON own.id = b."sessionId"
  WHERE b."readerId" = $1 AND b.slot >= $4 AND b.slot < $5 GROUP BY 1, 2
), viewed AS (
  SELECT "postId", coalesce((SELECT sum(upper(part) - lower(part)) FROM unnest(range_agg(seen)) AS part) * 100 / nullif(max(blocks), 0), 0) AS seen
  FROM beats GROUP BY 1
), daily AS (
  SELECT beats."postId", day, "beganAt", seconds, viewed.seen FROM beats JOIN viewed USING ("postId")
  UNION ALL SELECT "postId", day, "beganAt", seconds, seen FROM reading_sum WHERE "readerId" = $1 AND day >= $2 AND day < $3
)
SELECT daily."postId", p."authorId", daily.day, min(daily."beganAt") AS "beganAt", sum(daily.seconds)::int AS seconds,
  max(max(daily.seen)) OVER (PARTITION BY daily."postId")::int AS seen, p.words, p."publishedAt" IS NULL AS removed,
  coalesce(p."authorId" = $1, false) OR EXISTS (SELECT FROM blog_member WHERE "blogId" = p."blogId" AND "memberId" = $1) AS own,
  m.role <> 'member' AS staff
FROM daily JOIN post p ON p.id = daily."postId" JOIN member m ON m.id = $1
GROUP BY daily."postId", daily.day, p.id, m.role ORDER BY min(daily."beganAt")`;

export interface Measured {
  days: DayOfReading[];
  facts: Facts;
}

/**
 * What was measured of one reader from `from` up to, not with, `to`, both midnight UTC, as `creditsOf` takes it. Whom they are linked
 * with is not known here: `facts` bars their own blogs and what was removed.
 */
export async function measuredOf(readerId: string, { from, to }: { from: Date; to: Date }): Promise<Measured> {
  const day = (at: Date) => at.toISOString().slice(0, 10);
  const values = [readerId, day(from), day(to), slotOf(from), slotOf(to)];
  const { rows } = await pool.query<Row>({ name: 'measured', text: MEASURED, values });
  const posts = new Map<string, PostRead>();
  for (const { postId, words, seen, own, removed } of rows)
    posts.set(postId, { words, seen, barred: own ? 'own-blog' : removed ? 'removed' : null });
  return {
    // Whoever left has no id: each of their posts is then somebody's of its own.
    days: rows.map(({ postId, authorId, day: of, beganAt, seconds }) => ({
      postId,
      authorId: authorId ?? postId,
      day: of,
      beganAt: beganAt.getTime(),
      seconds,
    })),
    facts: { posts, staff: rows[0]?.staff ?? false },
  };
}
