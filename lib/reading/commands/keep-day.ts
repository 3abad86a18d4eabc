import 'server-only';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { pool } from '@/lib/db/pool';
import { READ_SECONDS } from '@/lib/screening/trust';
import { markedAt } from '../day-mark';
import { dayRead } from '../schema';

/** A page that was left open says nothing any more. Milliseconds. */
const LATEST = 12 * 3_600_000;

const KEEP = `
WITH reader AS (
  SELECT "memberId" AS id FROM session WHERE "tokenHash" = $1 AND "expiresAt" > now()
), kept AS (
  INSERT INTO reading_day ("memberId", day) SELECT id, current_date::text FROM reader ON CONFLICT DO NOTHING
)
SELECT id FROM reader`;

/**
 * Keeps that somebody read today, and nothing of what: a page sends back the mark that it was given, once it has been in view for
 * long enough. Fetching pages alone leaves no day. Again changes nothing.
 * @throws Refused `sign-in-needed`; `invalid` for a mark that is not this session's; `conflict` before `READ_SECONDS` are over;
 * `gone` when the page is too old
 */
export async function keepDay(sessionHash: string, input: unknown, now = new Date()): Promise<{ kept: true }> {
  const at = markedAt(sessionHash, parse(dayRead, input).mark);
  if (at === null) throw new Refused('invalid');
  const since = now.getTime() - at;
  if (since < READ_SECONDS * 1_000) throw new Refused('conflict');
  if (since > LATEST) throw new Refused('gone');
  const { rowCount } = await pool.query({ name: 'keep-day', text: KEEP, values: [sessionHash] });
  if (rowCount === 0) throw new Refused('sign-in-needed');
  return { kept: true };
}
