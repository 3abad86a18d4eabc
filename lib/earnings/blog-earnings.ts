import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { canEditAnyPost, canWriteIn } from '@/lib/blogs/policy';
import type { BlogRole } from '@/lib/blogs/view';
import { Refused } from '@/lib/core/refused';
import { db, Prisma } from '@/lib/db/client';
import { LEAST_READERS } from '@/lib/reading/least-readers';
import { SLOT_SECONDS, slotOf } from '@/lib/reading/slots';
import type { WeekFigures } from './change-reasons';
import { splitByLargestRemainder } from './largest-remainder';
import type { Scope } from './own-estimate';
import { namesOf } from './queries';
import { fractionOf } from './rule';
import { toldApart } from './told-apart';

/** Weeks that the studio shows. */
const WEEKS = 12;

/** Whose posts of a blog this person may see the earnings of: all of them as who edits any, their own as who writes. @throws Refused `not-found` */
export function scopeIn(member: Member, blog: { id: string; role: BlogRole | null }): Scope {
  if (canEditAnyPost(blog.role)) return { blogId: blog.id, authorId: null };
  if (canWriteIn(blog.role)) return { blogId: blog.id, authorId: member.id };
  throw new Refused('not-found');
}

const rowsIn = ({ blogId, authorId }: Scope) => Prisma.sql`
  post p JOIN epoch_payee y ON y."memberId" = p."authorId" JOIN epoch_row r ON r."payeeId" = y.id AND r."postId" = p.id AND r.amount > 0
  WHERE p."blogId" = ${blogId}::uuid AND (${authorId}::uuid IS NULL OR p."authorId" = ${authorId}::uuid)`;

export interface WeekOfPosts extends WeekFigures {
  epoch: number;
  startsAt: Date;
  endsAt: Date;
  /** Fewer than five readers counted: none of its figures may be told. */
  few: boolean;
}

/** The last divided weeks of these posts, the latest first; a week without a reading of them has zeros. */
export async function weeksOfPosts(scope: Scope): Promise<WeekOfPosts[]> {
  const epochs = await db.epoch.findMany({
    where: { state: { in: ['divided', 'allocated', 'released'] } },
    orderBy: { number: 'desc' },
    take: WEEKS,
    include: { pools: { where: { kind: 'main' } } },
  });
  const numbers = epochs.map(({ number }) => number);
  const rows = await db.$queryRaw<{ epoch: number; readers: number; seconds: number; points: bigint; returned: bigint }[]>`
    SELECT y.epoch, count(DISTINCT r."readerId")::int AS readers, sum(r.seconds)::int AS seconds, sum(r.amount)::bigint AS points,
      coalesce(sum(r.amount) FILTER (WHERE r.returned IS NOT NULL), 0)::bigint AS returned
    FROM ${rowsIn(scope)} AND y.epoch = ANY (${numbers}::int[]) GROUP BY y.epoch`;
  const of = new Map(rows.map((row) => [row.epoch, row]));
  return epochs.map(({ number, startsAt, endsAt, ruleVersion, pools }) => {
    const { readers = 0, seconds = 0, points = 0n, returned = 0n } = of.get(number) ?? {};
    const { gammaOver = null, gammaUnder = null } = pools[0] ?? {};
    const gamma = fractionOf(gammaOver, gammaUnder);
    return {
      epoch: number,
      startsAt,
      endsAt,
      ruleVersion,
      gamma,
      readers,
      seconds,
      points,
      returned,
      few: readers > 0 && readers < LEAST_READERS,
    };
  });
}

export interface PostLine {
  /** Null for posts that are told together only. */
  post: { title: string | null; path: string | null; author: string | null } | null;
  points: bigint;
  returned: bigint;
  seconds: number | null;
  readers: number | null;
}

export interface DayLine {
  /** `2026-11-25`, UTC; null for days that are told together only. */
  day: string | null;
  points: bigint;
  readers: number | null;
}

interface PostRow {
  postId: string;
  author: string | null;
  readers: number;
  seconds: number;
  points: bigint;
  returned: bigint;
}

/** A week's earnings of these posts, by post and by day, where at least five readers counted; null where fewer did, or none. */
export async function weekByPostAndDay(
  scope: Scope,
  { epoch, startsAt, endsAt, readers }: Pick<WeekOfPosts, 'epoch' | 'startsAt' | 'endsAt' | 'readers'>,
): Promise<{ posts: PostLine[]; days: DayLine[] } | null> {
  if (readers < LEAST_READERS) return null;
  const rows = await db.$queryRaw<PostRow[]>`
    SELECT p.id AS "postId", (SELECT name FROM member WHERE id = p."authorId") AS author, count(DISTINCT r."readerId")::int AS readers,
      sum(r.seconds)::int AS seconds, sum(r.amount)::bigint AS points,
      coalesce(sum(r.amount) FILTER (WHERE r.returned IS NOT NULL), 0)::bigint AS returned
    FROM ${rowsIn(scope)} AND y.epoch = ${epoch} GROUP BY p.id ORDER BY points DESC, p.id`;
  const named = await namesOf(rows.map(({ postId }) => postId));
  const { told, together } = toldApart(rows);
  const posts = told.map(({ postId, author, ...row }): PostLine => {
    const { title = null, path = null } = named.get(postId) ?? {};
    return { post: { title, path, author }, points: row.points, returned: row.returned, seconds: row.seconds, readers: row.readers };
  });
  if (together.length > 0) {
    const sum = (of: 'points' | 'returned') => together.reduce((all, row) => all + row[of], 0n);
    posts.push({ post: null, points: sum('points'), returned: sum('returned'), seconds: null, readers: null });
  }
  return { posts, days: await daysOf(scope, rows, { epoch, startsAt, endsAt }) };
}

interface DayRow {
  postId: string | null;
  day: string;
  seconds: number;
  readers: number;
}

/** A post's points go to days by how long its readers who counted read it on each. */
async function daysOf(
  scope: Scope,
  posts: readonly PostRow[],
  { epoch, startsAt, endsAt }: { epoch: number; startsAt: Date; endsAt: Date },
): Promise<DayLine[]> {
  const [first, last] = [startsAt, endsAt].map((at) => at.toISOString().slice(0, 10));
  const rows = await db.$queryRaw<DayRow[]>`
    WITH counted AS (SELECT DISTINCT r."postId", e."memberId" FROM epoch_reader e JOIN (SELECT r."readerId", r."postId" FROM ${rowsIn(scope)} AND y.epoch = ${epoch}) r
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
  const days = rows.flatMap(({ postId, day, readers }) => (postId === null ? [{ day, readers, points: points.get(day) ?? 0n }] : []));
  const { told, together } = toldApart(days);
  const rest = together.reduce((all, one) => all + one.points, nowhere);
  return rest > 0n ? [...told, { day: null, points: rest, readers: null }] : told;
}
