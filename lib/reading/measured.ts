import 'server-only';
import type { Tx } from '@/lib/db/client';
import { SLOT_SECONDS, slotOf } from './slots';

/** What one reader read of one post on one day, as it was measured. */
export interface MeasuredDay {
  readerId: string;
  postId: string;
  /** `2026-11-25`, in UTC. */
  day: string;
  /** When that day's first beat came, milliseconds since 1970. */
  beganAt: number;
  /** Of beats that were accepted. */
  seconds: number;
  /** Hundredths of the post's blocks that were in view, over all days asked for. */
  seen: number;
}

/** From midnight up to, not with, another, UTC. */
export interface Span {
  from: Date;
  to: Date;
}

const DAY_SLOTS = 86_400 / SLOT_SECONDS;
const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** What was measured of these readers in this time, beats and what they were thinned to, in the order of time. */
export async function measuredOf(tx: Tx, readerIds: readonly string[], { from, to }: Span): Promise<MeasuredDay[]> {
  const rows = await tx.$queryRaw<(Omit<MeasuredDay, 'beganAt'> & { beganAt: Date })[]>`
    WITH sat AS (
      SELECT "readerId", "sessionId", slot / ${DAY_SLOTS}::int AS day, min(slot) AS began, count(*) AS beats FROM reading_beat
      WHERE "readerId" = ANY (${[...readerIds]}::uuid[]) AND slot >= ${slotOf(from)}::bigint AND slot < ${slotOf(to)}::bigint GROUP BY 1, 2, 3
    ), daily AS (
      SELECT sat."readerId", own."postId", to_char(to_timestamp(sat.day * 86400) AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day,
        to_timestamp(sat.began * ${SLOT_SECONDS}::int) AS "beganAt", sat.beats * ${SLOT_SECONDS}::int AS seconds, own.seen, own.blocks
      FROM sat JOIN reading_session own ON own.id = sat."sessionId"
      UNION ALL SELECT "readerId", "postId", day, "beganAt", seconds, seen, blocks FROM reading_sum
      WHERE "readerId" = ANY (${[...readerIds]}::uuid[]) AND day >= ${dayOf(from)} AND day < ${dayOf(to)}
    ), viewed AS (
      SELECT "readerId", "postId",
        coalesce((SELECT sum(upper(part) - lower(part)) FROM unnest(range_agg(seen)) AS part) * 100 / nullif(max(blocks), 0), 0) AS seen
      FROM daily GROUP BY 1, 2
    )
    SELECT "readerId", "postId", day, min("beganAt") AS "beganAt", sum(seconds)::int AS seconds, least(100, max(viewed.seen))::int AS seen
    FROM daily JOIN viewed USING ("readerId", "postId") GROUP BY "readerId", "postId", day ORDER BY 4, 1, 2`;
  return rows.map(({ beganAt, ...row }) => ({ ...row, beganAt: beganAt.getTime() }));
}

interface Which {
  /** From the first on for null. */
  after: string | null;
  most: number;
  /** Of so many one, the same ones each time. */
  oneIn?: number;
}

/** The next people, in the order of their ids, of whom reading was measured in this time. */
export async function readersIn(tx: Tx, { from, to }: Span, { after, most, oneIn = 1 }: Which): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT m.id FROM member m WHERE (${after}::uuid IS NULL OR m.id > ${after}::uuid)
      AND hashtextextended(m.id::text, 0) % ${oneIn}::bigint = 0 AND (
      EXISTS (SELECT FROM reading_beat b WHERE b."readerId" = m.id AND b.slot >= ${slotOf(from)}::bigint AND b.slot < ${slotOf(to)}::bigint)
      OR EXISTS (SELECT FROM reading_sum s WHERE s."readerId" = m.id AND s.day >= ${dayOf(from)} AND s.day < ${dayOf(to)}))
    ORDER BY m.id LIMIT ${most}`;
  return rows.map(({ id }) => id);
}
