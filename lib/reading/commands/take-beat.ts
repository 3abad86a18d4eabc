import 'server-only';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { pool } from '@/lib/db/pool';
import { creditedToday } from '../credit';
import { readingRuleAt } from '../rule';
import { beat } from '../schema';
import { beatsToday, SLOT_NOW, SLOT_SECONDS } from '../slots';
import { TRACED } from '../traced';

interface Row {
  measured: boolean | null;
  seq: number | null;
  moved: boolean;
  counted: boolean;
  beats: number;
}

// $1 hash of the session of sign-in, $2 key of the reading, $3 which beat, $4 and $5 what was in view, $6 and $7 the earliest and
// latest, in milliseconds, $8 for how many hours a reading goes on. What was changed meanwhile is looked at again once it is locked, so of two at once one is too early.
const BEAT = `
WITH reader AS (
  SELECT m.id, m.measured FROM session s JOIN member m ON m.id = s."memberId" WHERE s."tokenHash" = $1 AND s."expiresAt" > now()
), before AS (
  SELECT own.id, own."lastSeq", own."openedAt", extract(epoch FROM now() - own."lastAt") * 1000 AS since
  FROM reading_session own JOIN reader ON reader.id = own."readerId" WHERE own.id = $2 AND reader.measured AND own."openedAt" > now() - make_interval(hours => $8)
  FOR NO KEY UPDATE OF own
), moved AS (
  UPDATE reading_session own SET "lastSeq" = $3, "lastAt" = now(),
    seen = own.seen + int4multirange(int4range(least($4, own.blocks), least($5, own.blocks))),
    gaps = own.gaps + CASE WHEN before.since <= $7 THEN 1 ELSE 0 END,
    "gapSum" = own."gapSum" + CASE WHEN before.since <= $7 THEN before.since::bigint ELSE 0 END,
    "gapSquares" = own."gapSquares" + CASE WHEN before.since <= $7 THEN before.since::bigint ^ 2 ELSE 0 END,
    trace = CASE WHEN $3 <= ${TRACED} THEN own.trace || least($4, own.blocks) || '-' || least($5, own.blocks) || ' ' ELSE own.trace END
  FROM before WHERE own.id = before.id AND before."lastSeq" = $3 - 1 AND before.since >= $6
  RETURNING own.id, own."readerId", before.since, before."openedAt"
), counted AS (
  INSERT INTO reading_beat ("readerId", slot, "sessionId")
  SELECT "readerId", ${SLOT_NOW}, id FROM moved
  WHERE since <= $7 AND "openedAt" <= to_timestamp(${SLOT_NOW} * ${SLOT_SECONDS})
  ON CONFLICT DO NOTHING RETURNING slot
)
SELECT reader.measured, before."lastSeq" AS seq, EXISTS (SELECT FROM moved) AS moved, EXISTS (SELECT FROM counted) AS counted,
  ${beatsToday('reader.id')} AS beats
FROM reader LEFT JOIN before ON true`;

export interface Beaten {
  /** Of the last beat that was taken: the next is one more. */
  seq: number;
  /** Whether it was taken; one out of order or too early changes nothing. */
  taken: boolean;
  /** Whether ten seconds were credited: it was not too late, and this piece of time is in no other tab's or device's hands. */
  counted: boolean;
  /** Seconds of today, UTC, over all posts: what beats were credited, not more than a day may be. */
  today: number;
}

/**
 * Takes one beat of a reading: one statement, which moves the reading on and writes one row whose key is the reader and the piece of
 * the database's time. In N pieces nobody is credited more than N, whatever is sent from wherever, and none that began before the page
 * was opened.
 * @throws Refused `invalid`; `sign-in-needed`; `not-allowed` where measuring is not agreed to any more; `not-found` for a reading that
 * is not theirs, was deleted or is over
 */
export async function takeBeat(sessionHash: string, input: unknown): Promise<Beaten> {
  const { session, seq, seen } = parse(beat, input);
  const { earliest, latest, longest } = readingRuleAt(Date.now());
  const values = [sessionHash, session, seq, ...seen, earliest, latest, longest];
  const { rows } = await pool.query<Row>({ name: 'take-beat', text: BEAT, values });
  const row = rows[0];
  if (!row) throw new Refused('sign-in-needed');
  if (!row.measured) throw new Refused('not-allowed');
  if (row.seq === null) throw new Refused('not-found');
  const { moved, counted } = row;
  return { seq: moved ? seq : row.seq, taken: moved, counted, today: creditedToday(row.beats + Number(counted)) };
}
