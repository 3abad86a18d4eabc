import 'server-only';
import { pool } from '@/lib/db/pool';
import { midnight, SLOT_SECONDS, slotOf } from '../slots';

/**
 * Days that beats are kept, one by one, so that what was credited can be shown and appealed; after that a day's sum is. Of a week's
 * first beat the week, its division a day or some later, and four weeks of dispute must be over.
 */
export const KEPT_DAYS = 42;

const SESSIONS_AT_ONCE = 2_000;

// $1 reader, $2 the first piece of time that stays. What is deleted and what is added to the sums is one statement.
const THIN = `
WITH gone AS (
  DELETE FROM reading_beat WHERE "readerId" = $1 AND slot < $2 RETURNING slot, "sessionId"
), daily AS (
  SELECT own."postId", to_char(to_timestamp(slot * ${SLOT_SECONDS}) AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day,
    min(slot) AS began, count(*) AS beats, range_agg(own.seen) AS seen, max(own.blocks) AS blocks
  FROM gone JOIN reading_session own ON own.id = gone."sessionId" GROUP BY 1, 2
)
INSERT INTO reading_sum AS sum ("readerId", "postId", day, "beganAt", seconds, blocks, seen)
SELECT $1, "postId", day, to_timestamp(began * ${SLOT_SECONDS}), beats * ${SLOT_SECONDS}, blocks, seen FROM daily
ON CONFLICT ("readerId", "postId", day) DO UPDATE SET seconds = sum.seconds + excluded.seconds,
  "beganAt" = least(sum."beganAt", excluded."beganAt"), blocks = greatest(sum.blocks, excluded.blocks), seen = sum.seen + excluded.seen`;

/**
 * Thins the beats of whole days, UTC, that are older than `KEPT_DAYS` to sums, reader by reader. Each reader's is one statement, so a
 * run that is killed leaves every second counted once, and the next goes on from there.
 */
export async function thinBeats(now: Date): Promise<void> {
  const before = midnight(now, KEPT_DAYS);
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await pool.query<{ readerId: string }>(
      `SELECT "readerId" FROM reading_beat WHERE "readerId" > $1 AND slot < $2 ORDER BY "readerId", slot LIMIT 1`,
      [after, slotOf(before)],
    );
    const reader = rows[0]?.readerId;
    if (!reader) break;
    await pool.query(THIN, [reader, slotOf(before)]);
    after = reader;
  }
  for (;;) {
    // One that was open over midnight stays for as long as beats of it do.
    const { rowCount } = await pool.query(
      `DELETE FROM reading_session WHERE id IN (SELECT id FROM reading_session own WHERE "lastAt" < $1
        AND NOT EXISTS (SELECT FROM reading_beat WHERE "sessionId" = own.id) LIMIT ${SESSIONS_AT_ONCE})`,
      [before],
    );
    if ((rowCount ?? 0) < SESSIONS_AT_ONCE) break;
  }
}
