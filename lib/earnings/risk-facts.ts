import 'server-only';
import { askAtLength } from '@/lib/db/at-length';
import { readingRuleAt } from '@/lib/reading/rule';
import { SLOT_SECONDS, slotOf } from '@/lib/reading/slots';
import { NEW_DAYS, LEAST_SECONDS as OF_ONE_WRITER } from './risk/burst';
import { LEAST_GAPS, LEAST_SPREAD } from './risk/no-jitter';
import type { Gaps, Newcomer, RiskFacts, SharedTrace } from './risk/rule';
import { LEAST_ACCOUNTS, LEAST_BEATS } from './risk/same-trace';

// $1 and $2 the time, $5 since when a reading that goes on in it may have been opened: credit goes by the beat.
const WITHIN = '"openedAt" >= $5 AND "openedAt" < $2 AND "lastAt" >= $1';

// Each leaves out what its rule cannot find anything in: of a million readers a few thousand rows come.
const GAPS = `
WITH even AS (
  SELECT "readerId" FROM reading_session WHERE ${WITHIN} AND gaps > 0 GROUP BY 1
  HAVING sum(gaps) >= $3 AND sum(gaps)::numeric * sum("gapSquares") - sum("gapSum") * sum("gapSum") < (sum(gaps) * $4::numeric) ^ 2
)
SELECT s."readerId" AS "memberId", s."postId", sum(s.gaps)::int AS gaps, sum(s."gapSum")::text AS sum, sum(s."gapSquares")::text AS squares
FROM reading_session s JOIN even USING ("readerId") WHERE ${WITHIN} AND s.gaps > 0 GROUP BY 1, 2`;

const TRACES = `
SELECT "postId", trace, array_agg(DISTINCT "readerId") AS "memberIds" FROM reading_session
WHERE ${WITHIN} AND "lastSeq" >= $3 GROUP BY 1, 2 HAVING count(DISTINCT "readerId") >= $4`;

// $1 and $2 pieces of time, $3 and $4 between which a new account was made, $5 seconds.
const NEWCOMERS = `
WITH read AS (
  SELECT m.id AS "memberId", m."createdAt" AS since, s."postId", p."authorId", count(*) * ${SLOT_SECONDS} AS seconds
  FROM member m JOIN reading_beat b ON b."readerId" = m.id JOIN reading_session s ON s.id = b."sessionId" JOIN post p ON p.id = s."postId"
  WHERE m."createdAt" >= $3 AND m."createdAt" < $4 AND b.slot >= $1 AND b.slot < $2 GROUP BY 1, 2, 3, 4
), summed AS (
  SELECT *, sum(seconds) OVER (PARTITION BY "memberId") AS whole, sum(seconds) OVER (PARTITION BY "memberId", "authorId") AS ofone FROM read
)
SELECT "memberId", since, "authorId", ofone::int AS seconds, whole::int AS whole,
  json_agg(json_build_object('postId', "postId", 'seconds', seconds) ORDER BY seconds DESC, "postId") AS posts
FROM summed WHERE "authorId" IS NOT NULL AND ofone >= $5 GROUP BY 1, 2, 3, 4, 5`;

type Rows = [
  (Omit<Gaps, 'sum' | 'squares'> & { sum: string; squares: string })[],
  SharedTrace[],
  (Omit<Newcomer, 'since'> & { since: Date })[],
];

interface Span {
  from: Date;
  /** Not with it. */
  to: Date;
}

/** What the rules look at, of reading in this time; asked of all there is, so a job's work. */
export async function riskFacts({ from, to }: Span): Promise<RiskFacts> {
  const isNew = new Date(to.getTime() - NEW_DAYS * 86_400_000);
  const opened = new Date(from.getTime() - readingRuleAt(from.getTime()).longest * 3_600_000);
  const [gaps, traces, newcomers] = (await askAtLength([
    { text: GAPS, values: [from, to, LEAST_GAPS, LEAST_SPREAD, opened] },
    { text: TRACES, values: [from, to, LEAST_BEATS, LEAST_ACCOUNTS, opened] },
    { text: NEWCOMERS, values: [slotOf(from), slotOf(to), isNew, to, OF_ONE_WRITER] },
  ])) as unknown as Rows;
  return {
    gaps: gaps.map(({ sum, squares, ...row }) => ({ ...row, sum: BigInt(sum), squares: BigInt(squares) })),
    traces,
    newcomers: newcomers.map(({ since, ...row }) => ({ ...row, since: since.getTime() })),
  };
}
