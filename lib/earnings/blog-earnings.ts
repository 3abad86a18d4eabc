import 'server-only';
import { db, Prisma } from '@/lib/db/client';
import { LEAST_READERS } from '@/lib/reading/least-readers';
import { SLOT_SECONDS, slotOf } from '@/lib/reading/slots';
import type { WeekFigures } from './change-reasons';
import { splitByLargestRemainder } from './largest-remainder';
import { namesOf } from './queries';
import { fractionOf } from './rule';
import { PARTS, type Part, partsIn, type Scope } from './scope';
import { toldApart, toldReturned, toldReturnedOf } from './told-apart';

/** Weeks that the studio shows. */
const WEEKS = 12;

// As the posts were when the week was frozen: one that is gone, or whose writer is, leaves its sum where it was, or what is gone of it
// would be known.
const rowsIn = ({ blogId, memberId }: Scope, parts: readonly Part[]) => Prisma.sql`
  epoch_post q JOIN epoch_payee y ON y.epoch = q.epoch AND (y."memberId" = q."authorId" OR (q."authorId" IS NULL AND y."memberId" IS NULL))
    JOIN epoch_row r ON r."payeeId" = y.id AND r."postId" = q."postId" AND r.amount > 0
  WHERE q."blogId" = ${blogId}::uuid
    AND CASE WHEN q."authorId" = ${memberId}::uuid THEN ${parts.includes('own')}::boolean ELSE ${parts.includes('others')}::boolean END`;

export interface WeekOfPosts extends Omit<WeekFigures, 'returned'> {
  epoch: number;
  startsAt: Date;
  endsAt: Date;
  /** Whose posts its figures are of: of all, or only of the part that five readers and more counted for. */
  whose: Whose;
  /** Fewer than five readers counted: none of its figures may be told, and they are zeros. */
  few: boolean;
  /** The parts that may be told each by itself. */
  parts: PartOfWeek[];
}

export type Whose = 'all' | Part;

export interface PartOfWeek {
  epoch: number;
  /** Null of both. */
  part: Part | null;
  readers: number;
  seconds: number;
  points: bigint;
}

/** Of a week's parts what may be told: all of it, or the one part that is of five readers and more. */
function toldOf(parts: readonly PartOfWeek[]): Pick<WeekOfPosts, 'readers' | 'seconds' | 'points' | 'whose' | 'few' | 'parts'> {
  const each = parts.filter(({ part }) => part !== null);
  const many = each.filter(({ readers }) => readers >= LEAST_READERS);
  const one = many.length === each.length ? parts.find(({ part }) => part === null) : many[0];
  const { readers = 0, seconds = 0, points = 0n, part = null } = one ?? {};
  return { readers, seconds, points, whose: part ?? 'all', few: each.length > 0 && many.length === 0, parts: many };
}

/** Two weeks as they can be compared: both whole, or the part that is told of both; null where there is none. */
export function alike<W extends WeekOfPosts>(before: W, after: W): { whose: Whose; before: W; after: W } | null {
  if (before.few || after.few) return null;
  if (before.whose === 'all' && after.whose === 'all') return { whose: 'all', before, after };
  for (const part of PARTS) {
    const [was, is] = [before, after].map(({ parts }) => parts.find((one) => one.part === part));
    if (was && is) return { whose: part, before: { ...before, ...figuresOf(was) }, after: { ...after, ...figuresOf(is) } };
  }
  return null;
}

const figuresOf = ({ readers, seconds, points }: PartOfWeek) => ({ readers, seconds, points });

/** The last divided weeks of these posts, the latest first; a week without a reading of them has zeros. */
export async function weeksOfPosts(scope: Scope): Promise<WeekOfPosts[]> {
  const epochs = await db.epoch.findMany({
    where: { state: { in: ['divided', 'allocated', 'released'] } },
    orderBy: { number: 'desc' },
    take: WEEKS,
    include: { pools: { where: { kind: 'main' } } },
  });
  const numbers = epochs.map(({ number }) => number);
  const rows = await db.$queryRaw<PartOfWeek[]>`
    SELECT y.epoch, CASE WHEN q."authorId" = ${scope.memberId}::uuid THEN 'own' ELSE 'others' END AS part,
      count(DISTINCT r."readerId")::int AS readers, sum(r.seconds)::int AS seconds, sum(r.amount)::bigint AS points
    FROM ${rowsIn(scope, partsIn(scope))} AND y.epoch = ANY (${numbers}::int[]) GROUP BY GROUPING SETS ((y.epoch, 2), (y.epoch))`;
  const of = Map.groupBy(rows, ({ epoch }) => epoch);
  return epochs.map(({ number, startsAt, endsAt, ruleVersion, pools }) => {
    const { gammaOver = null, gammaUnder = null } = pools[0] ?? {};
    const gamma = fractionOf(gammaOver, gammaUnder);
    return { epoch: number, startsAt, endsAt, ruleVersion, gamma, ...toldOf(of.get(number) ?? []) };
  });
}

export interface PostLine {
  /** Null for those of both parts that are told together only. */
  part: Part | null;
  /** Null for posts that are told together only. */
  post: { id: string; title: string | null; path: string | null; author: string | null } | null;
  points: bigint;
  /** Null where it, or what is left, is of fewer than five readers. */
  returned: bigint | null;
  seconds: number | null;
  readers: number | null;
}

export interface DayLine {
  /** `2026-11-25`, UTC; null for days that are told together only. */
  day: string | null;
  points: bigint;
  readers: number | null;
}

/**
 * What of a week was taken back, as far as it is told of each post: with what is not, a sum would tell it. `whose` is of which of the posts
 * that `week` tells of; a line of posts that are told together counts where it can be of nothing else.
 */
export const takenBack = (week: Pick<WeekOfPosts, 'whose'>, posts: readonly PostLine[], whose: Whose): bigint =>
  posts.reduce((all, { part, returned }) => (week.whose === whose || part === whose ? all + (returned ?? 0n) : all), 0n);

interface PostRow {
  postId: string;
  part: Part;
  author: string | null;
  readers: number;
  seconds: number;
  points: bigint;
  returned: bigint;
  returnedReaders: number;
}

/** A week's earnings of these posts, by post and by day, where at least five readers counted; null where fewer did, or none. */
export async function weekByPostAndDay(
  scope: Scope,
  { epoch, startsAt, endsAt, few, readers, whose }: Pick<WeekOfPosts, 'epoch' | 'startsAt' | 'endsAt' | 'few' | 'readers' | 'whose'>,
): Promise<{ posts: PostLine[]; days: DayLine[] } | null> {
  if (few || readers < LEAST_READERS) return null;
  const parts = whose === 'all' ? partsIn(scope) : [whose];
  const rows = await db.$queryRaw<PostRow[]>`
    SELECT q."postId", CASE WHEN q."authorId" = ${scope.memberId}::uuid THEN 'own' ELSE 'others' END AS part,
      (SELECT name FROM member WHERE id = q."authorId") AS author, count(DISTINCT r."readerId")::int AS readers,
      sum(r.seconds)::int AS seconds, sum(r.amount)::bigint AS points,
      coalesce(sum(r.amount) FILTER (WHERE r.returned IS NOT NULL), 0)::bigint AS returned,
      count(DISTINCT r."readerId") FILTER (WHERE r.returned IS NOT NULL)::int AS "returnedReaders"
    FROM ${rowsIn(scope, parts)} AND y.epoch = ${epoch} GROUP BY q."postId", q."authorId" ORDER BY points DESC, q."postId"`;
  const named = await namesOf(rows.map(({ postId }) => postId));
  const together = PARTS.flatMap((part) => toldApart(rows.filter((row) => row.part === part)).together);
  const told = rows.filter((row) => !together.includes(row));
  const posts = told.map(({ postId, author, part, ...row }): PostLine => {
    const { title = null, path = null } = named.get(postId) ?? {};
    return {
      part,
      post: { id: postId, title, path, author },
      points: row.points,
      returned: toldReturned(row),
      seconds: row.seconds,
      readers: row.readers,
    };
  });
  if (together.length > 0) {
    const points = together.reduce((all, row) => all + row.points, 0n);
    posts.push({ part: null, post: null, points, returned: toldReturnedOf(together), seconds: null, readers: null });
  }
  return { posts, days: await daysOf(rowsIn(scope, parts), rows, { epoch, startsAt, endsAt }) };
}

interface DayRow {
  postId: string | null;
  day: string;
  seconds: number;
  readers: number;
}

/** A post's points go to days by how long its readers who counted read it on each. */
async function daysOf(
  counted: Prisma.Sql,
  posts: readonly PostRow[],
  { epoch, startsAt, endsAt }: { epoch: number; startsAt: Date; endsAt: Date },
): Promise<DayLine[]> {
  const [first, last] = [startsAt, endsAt].map((at) => at.toISOString().slice(0, 10));
  const rows = await db.$queryRaw<DayRow[]>`
    WITH counted AS (SELECT DISTINCT r."postId", e."memberId" FROM epoch_reader e JOIN (SELECT r."readerId", r."postId" FROM ${counted} AND y.epoch = ${epoch}) r
      ON r."readerId" = e.id),
    measured AS (
      SELECT c."postId", c."memberId", to_char(to_timestamp(b.slot * ${SLOT_SECONDS}::int) AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, count(*) * ${SLOT_SECONDS}::int AS seconds
      FROM counted c JOIN reading_session s ON s."postId" = c."postId" AND s."readerId" = c."memberId" JOIN reading_beat b ON b."sessionId" = s.id
      WHERE b.slot >= ${slotOf(startsAt)}::bigint AND b.slot < ${slotOf(endsAt)}::bigint GROUP BY 1, 2, 3
      UNION ALL SELECT c."postId", c."memberId", d.day, d.seconds
      FROM counted c JOIN reading_sum d ON d."postId" = c."postId" AND d."readerId" = c."memberId" WHERE d.day >= ${first} AND d.day < ${last})
    SELECT "postId", day, sum(seconds)::int AS seconds, count(DISTINCT "memberId")::int AS readers FROM measured
    GROUP BY GROUPING SETS (("postId", day), (day)) ORDER BY day, "postId"`;
  const points = new Map<string, bigint>();
  let nowhere = 0n;
  for (const post of posts) {
    const own = rows.filter(({ postId }) => postId === post.postId);
    const weights = own.map(({ seconds }) => BigInt(seconds));
    const whole = weights.reduce((all, one) => all + one, 0n);
    if (whole === 0n) nowhere += post.points;
    else
      for (const [nth, share] of splitByLargestRemainder(post.points, weights, whole).entries()) {
        const day = own[nth]?.day ?? '';
        points.set(day, (points.get(day) ?? 0n) + share);
      }
  }
  // A day is told by the post that was read by the fewest on it: of two that were, one may be known from elsewhere.
  const days = rows.flatMap(({ postId, day, readers: all }) => {
    if (postId !== null) return [];
    const readers = Math.min(...rows.flatMap((row) => (row.day === day && row.postId !== null ? [row.readers] : [])));
    return [{ day, all, readers, points: points.get(day) ?? 0n }];
  });
  const { told: apart, together } = toldApart(days);
  const told = apart.map(({ day, all, points: amount }): DayLine => ({ day, readers: all, points: amount }));
  const rest = together.reduce((all, one) => all + one.points, nowhere);
  return rest > 0n ? [...told, { day: null, points: rest, readers: null }] : told;
}
