import 'server-only';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { pool } from '@/lib/db/pool';
import { creditedToday } from '../credit';
import { opening } from '../schema';
import { beatsToday } from '../slots';

/** Openings of one reader in a minute, over all tabs and devices. */
export const OPENINGS_A_MINUTE = 20;

interface Row {
  measured: boolean | null;
  there: boolean;
  points: number | null;
  wait: number;
  seq: number | null;
  beats: number;
}

// $1 hash of the session of sign-in, $2 key of the reading, $3 post, $4 most openings a minute.
const OPEN = `
WITH reader AS (
  SELECT m.id, m.measured FROM session s JOIN member m ON m.id = s."memberId" WHERE s."tokenHash" = $1 AND s."expiresAt" > now()
), shown AS (
  SELECT id, CASE jsonb_typeof(document -> 'content') WHEN 'array' THEN jsonb_array_length(document -> 'content') ELSE 0 END AS blocks
  FROM post WHERE id = $3 AND "publishedAt" IS NOT NULL
), turn AS (
  INSERT INTO limit_counter AS counter (key, points, expire)
  SELECT 'reading:member:' || reader.id, 1, now() + interval '1 minute' FROM reader, shown WHERE reader.measured
  ON CONFLICT (key) DO UPDATE SET
    points = CASE WHEN counter.expire <= now() THEN 1 ELSE counter.points + 1 END,
    expire = CASE WHEN counter.expire <= now() THEN excluded.expire ELSE counter.expire END
  RETURNING points, ceil(extract(epoch FROM expire - now()))::int AS wait
), made AS (
  INSERT INTO reading_session AS own (id, "readerId", "postId", blocks, "openedAt", "lastAt")
  SELECT $2, reader.id, shown.id, shown.blocks, now(), now() FROM reader, shown, turn WHERE turn.points <= $4
  ON CONFLICT (id) DO UPDATE SET blocks = own.blocks WHERE own."readerId" = excluded."readerId" AND own."postId" = excluded."postId"
  RETURNING "lastSeq" AS seq
)
SELECT reader.measured, EXISTS (SELECT FROM shown) AS there, turn.points, turn.wait, made.seq, ${beatsToday('reader.id')} AS beats
FROM reader LEFT JOIN turn ON true LEFT JOIN made ON true`;

export interface Opened {
  /** Of the last beat that was taken; 0 in a new one. */
  seq: number;
  /** Seconds of today, UTC, over all posts: what beats were credited, not more than a day may be. */
  today: number;
}

/**
 * Opens a reading of a post by whoever `sessionHash` signs in: one statement, asked by every page that is measured. The same key
 * again is the same reading, from where it was.
 * @throws Refused `invalid`; `sign-in-needed`; `not-allowed` where measuring was not agreed to; `not-found` for a post that is not
 * published; `too-many` with the seconds to wait; `conflict` when the key is another's or another post's
 */
export async function openReading(sessionHash: string, input: unknown): Promise<Opened> {
  const { session, post } = parse(opening, input);
  const { rows } = await pool.query<Row>({ name: 'open-reading', text: OPEN, values: [sessionHash, session, post, OPENINGS_A_MINUTE] });
  const row = rows[0];
  if (!row) throw new Refused('sign-in-needed');
  if (!row.measured) throw new Refused('not-allowed');
  if (!row.there) throw new Refused('not-found');
  if ((row.points ?? 0) > OPENINGS_A_MINUTE) throw new Refused('too-many', { retryAfterSeconds: Math.max(1, row.wait) });
  if (row.seq === null) throw new Refused('conflict');
  return { seq: row.seq, today: creditedToday(row.beats) };
}
