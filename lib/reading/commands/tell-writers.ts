import 'server-only';
import { writeAtLength } from '@/lib/db/at-length';
import { db } from '@/lib/db/client';
import { LEAST_READERS } from '../least-readers';
import { midnight, SLOT_SECONDS, slotOf } from '../slots';

const POSTS_AT_ONCE = 50;

// $1 the posts, $2 the first piece of time that is not told yet, $3 its day, $4 the last one that is, $5 of how many readers at least.
const TELL = `
WITH daily AS (
  SELECT own."postId", own."readerId", to_char(to_timestamp(b.slot * ${SLOT_SECONDS}) AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day,
    count(*) * ${SLOT_SECONDS} AS seconds
  FROM reading_session own JOIN reading_beat b ON b."sessionId" = own.id
  WHERE own."postId" = ANY ($1::uuid[]) AND b.slot < $2::bigint GROUP BY 1, 2, 3
  UNION ALL SELECT "postId", "readerId", day, seconds FROM reading_sum WHERE "postId" = ANY ($1::uuid[]) AND day < $3 AND seconds > 0
), others AS (
  SELECT daily.*, told."postId" IS NULL OR day > told.through AS fresh
  FROM daily JOIN post p ON p.id = daily."postId" LEFT JOIN post_reading told ON told."postId" = p.id
  WHERE NOT EXISTS (SELECT FROM blog_member WHERE "blogId" = p."blogId" AND "memberId" = daily."readerId")
)
INSERT INTO post_reading AS told ("postId", through, readers, seconds)
SELECT "postId", $4, count(DISTINCT "readerId"), sum(seconds) FILTER (WHERE fresh)
FROM others GROUP BY 1 HAVING count(DISTINCT "readerId") FILTER (WHERE fresh) >= $5::int
ON CONFLICT ("postId") DO UPDATE
SET through = excluded.through, readers = excluded.readers, seconds = told.seconds + excluded.seconds`;

/**
 * Adds to what writers are told of their posts what was read up to the last midnight, UTC, post by post, where at least `LEAST_READERS`
 * others read since it was added to last; the rest waits for more of them. So what is told never says what one of them read, neither by
 * itself nor by what changed in it from one day to another. Again, and at once, changes nothing.
 */
export async function tellWriters(now: Date): Promise<void> {
  const today = midnight(now);
  const [day, last] = [today.toISOString().slice(0, 10), midnight(now, 1).toISOString().slice(0, 10)];
  for (let after: string | null = null; ; ) {
    const posts: { id: string }[] = await db.post.findMany({
      where: { OR: [{ readings: { some: {} } }, { readingSums: { some: {} } }], ...(after === null ? {} : { id: { gt: after } }) },
      orderBy: { id: 'asc' },
      take: POSTS_AT_ONCE,
      select: { id: true },
    });
    const ids = posts.map(({ id }) => id);
    // One after the other: each adds to what the one before has told.
    await writeAtLength(
      { text: `SELECT pg_advisory_xact_lock(hashtextextended('reading.tell', 0))` },
      { text: TELL, values: [ids, String(slotOf(today)), day, last, LEAST_READERS] },
    );
    if (posts.length < POSTS_AT_ONCE) return;
    after = ids.at(-1) ?? null;
  }
}
