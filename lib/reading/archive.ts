import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { db } from '@/lib/db/client';
import { SLOT_SECONDS } from './slots';

/** What is kept of somebody's reading, by the name of its file in their archive. */
export async function readingArchive({ id }: Member): Promise<Record<string, unknown>> {
  const readings = await db.$queryRaw`
    SELECT "postId", "openedAt", "lastAt", blocks, seen::text AS seen, gaps, "gapSum"::text AS "gapSum", "gapSquares"::text AS "gapSquares", trace,
      (SELECT coalesce(json_agg(to_timestamp(slot * ${SLOT_SECONDS}::int) ORDER BY slot), '[]') FROM reading_beat WHERE "sessionId" = own.id) AS beats
    FROM reading_session own WHERE "readerId" = ${id}::uuid ORDER BY "openedAt", id`;
  const sums = await db.$queryRaw`
    SELECT "postId", day, "beganAt", seconds, blocks, seen::text AS seen FROM reading_sum WHERE "readerId" = ${id}::uuid ORDER BY day, "postId"`;
  return { readings, 'reading-sums': sums };
}
