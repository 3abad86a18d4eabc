import 'server-only';
import { Prisma, type Tx } from '@/lib/db/client';
import { barredFor, postsKnown } from '@/lib/reading/known';
import type { Moved } from './correction';
import { MENDABLE } from './dispute-policy';
import { bannedAmong, linkedWith } from './facts';
import type { JudgedRow } from './judged';
import type { PoolKind } from './pools';
import { type Fraction, fractionOf } from './rule';
import { toldByBlog } from './told-apart';

interface Named {
  memberId: string;
  epoch: number;
  line: string;
}

/** One reading that a line is made of. */
export interface LineRow {
  readerId: string;
  /** Null of who has left. */
  readerMemberId: string | null;
  postId: string;
  payeeId: string | null;
  /** Who wrote the post; null where nobody does any more. */
  writerId: string | null;
  seconds: number;
  /** What was left out of it and could count after all. */
  mendable: number;
  left: JudgedRow['left'];
  amount: bigint;
  reward: bigint;
}

interface Row extends Omit<LineRow, 'mendable'> {
  blogId: string | null;
}

/** Who wrote the post of a row `r`: its payee's person, or whose post it is where it has no payee. With `ofWriter` joined. */
export const writer = Prisma.sql`coalesce(y."memberId", CASE WHEN r."payeeId" IS NULL THEN p."authorId" END)`;
export const ofWriter = Prisma.sql`LEFT JOIN epoch_payee y ON y.id = r."payeeId" LEFT JOIN post p ON p.id = r."postId"`;

/** The readings that a line of somebody's statement is made of; none where there is no such line. */
export async function rowsOfLine(tx: Tx, { memberId, epoch, line }: Named): Promise<LineRow[]> {
  const [side, post] = line.split(':') as ['read' | 'written', string];
  const rows =
    side === 'read'
      ? await tx.$queryRaw<Row[]>`
        SELECT r."readerId", e."memberId" AS "readerMemberId", r."postId", r."payeeId",
          ${writer} AS "writerId", r.seconds, r."left", r.amount, r.reward, p."blogId"
        FROM epoch_reader e JOIN epoch_row r ON r."readerId" = e.id ${ofWriter}
        WHERE e."memberId" = ${memberId}::uuid AND e.epoch = ${epoch} AND r."postId" = ${post}::uuid`
      : await tx.$queryRaw<Row[]>`
        SELECT r."readerId", e."memberId" AS "readerMemberId", r."postId", r."payeeId", y."memberId" AS "writerId",
          r.seconds, r."left", r.amount, r.reward, q."blogId"
        FROM epoch_payee y JOIN epoch_row r ON r."payeeId" = y.id AND r.amount > 0 JOIN epoch_reader e ON e.id = r."readerId"
          LEFT JOIN epoch_post q ON q.epoch = y.epoch AND q."postId" = r."postId"
        WHERE y."memberId" = ${memberId}::uuid AND y.epoch = ${epoch} ORDER BY r."readerId", r."postId"`;
  const own = side === 'read' ? rows : rowsOfPosts(rows, post ?? '');
  return own.map(({ blogId: _, ...row }) => ({ ...row, mendable: mendableIn(row.left) }));
}

type Parties = Pick<LineRow, 'readerId' | 'readerMemberId' | 'postId' | 'writerId'>;

/**
 * Those of these rows in which nothing can be made good at `now`: the reader's credit is held, one of the two is banned, they are linked,
 * the post is not shown, or it is in a blog of the reader's own. As a release looks at what was divided, so is looked at what was not.
 */
export async function barredRows<R extends Parties>(tx: Tx, rows: readonly R[], now: Date): Promise<Set<R>> {
  const people = [...new Set(rows.flatMap(({ readerMemberId, writerId }) => [readerMemberId, writerId]))].filter((id) => id !== null);
  const [banned, linked] = [await bannedAmong(tx, people, now), await linkedWith(tx, people)];
  const held = await tx.epochReader.findMany({
    where: {
      id: { in: rows.map(({ readerId }) => readerId) },
      // Of who has left the hold is known by the week alone.
      OR: [{ member: { earningHolds: { some: { outcome: null } } } }, { hold: { OR: [{ outcome: null }, { outcome: 'confirmed' }] } }],
    },
    select: { id: true },
  });
  const posts = await postsKnown(
    tx,
    rows.map(({ postId }) => postId),
  );
  const readers = await tx.member.findMany({
    where: { id: { in: rows.flatMap(({ readerMemberId }) => readerMemberId ?? []) } },
    select: { id: true, role: true, blogRoles: { select: { blogId: true } } },
  });
  const known = new Map(readers.map((reader) => [reader.id, reader]));
  const isBarred = ({ readerMemberId, postId }: Parties): boolean => {
    const [reader, post] = [known.get(readerMemberId ?? ''), posts.get(postId)];
    return post === undefined || post.publishedAt === null || (reader !== undefined && barredFor(reader, post) !== null);
  };
  const isHeld = new Set(held.map(({ id }) => id));
  return new Set(
    rows.filter((row) => {
      const { readerId, readerMemberId: reader, writerId: writer } = row;
      if (isHeld.has(readerId) || isBarred(row)) return true;
      if ([reader, writer].some((id) => id !== null && banned.has(id))) return true;
      return reader !== null && writer !== null && linked.get(reader)?.has(writer);
    }),
  );
}

/** Of a writer's rows those of one line: of a post that is told by itself, or of all that are told together. */
function rowsOfPosts(rows: readonly Row[], post: string): Row[] {
  const posts = [...Map.groupBy(rows, ({ postId }) => postId)].map(([postId, own]) => ({
    postId,
    blogId: own[0]?.blogId ?? null,
    readers: own.length,
    amount: own.reduce((sum, { amount }) => sum + amount, 0n),
  }));
  const together = new Set(toldByBlog(posts).together.map(({ postId }) => postId));
  return rows.filter(({ postId }) => (post === 'few' ? together.has(postId) : postId === post && !together.has(postId)));
}

const mendableIn = (left: JudgedRow['left']): number =>
  left.reduce((all, { reason, seconds }) => (MENDABLE.includes(reason) ? all + seconds : all), 0);

export interface ReaderOfWeek {
  id: string;
  pool: PoolKind;
  budget: bigint;
  contribution: bigint;
  counted: bigint;
}

/** The weeks of these readers, in the order of their names. */
export async function readersOfWeek(tx: Tx, ids: readonly string[]): Promise<ReaderOfWeek[]> {
  const readers = await tx.epochReader.findMany({
    where: { id: { in: [...ids] } },
    orderBy: { id: 'asc' },
    select: { id: true, pool: true, budget: true, contribution: true },
  });
  const sums = await tx.$queryRaw<{ readerId: string; seconds: bigint }[]>`
    SELECT "readerId", sum(seconds)::bigint AS seconds FROM epoch_row WHERE "readerId" = ANY (${[...ids]}::uuid[]) GROUP BY 1`;
  const of = new Map(sums.map(({ readerId, seconds }) => [readerId, seconds]));
  return readers.map((reader) => ({ ...reader, counted: of.get(reader.id) ?? 0n }));
}

/** The same, held until the transaction ends. */
export async function lockReaders(tx: Tx, ids: readonly string[]): Promise<ReaderOfWeek[]> {
  await tx.$queryRaw`SELECT id FROM epoch_reader WHERE id = ANY (${[...ids]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  return readersOfWeek(tx, ids);
}

/** How the two pools of a week were priced and shared. */
export async function pricesOf(tx: Tx, epoch: number): Promise<Map<PoolKind, { gamma: Fraction | null; share: Fraction | null }>> {
  const pools = await tx.epochPool.findMany({ where: { epoch } });
  return new Map(
    pools.map(({ kind, gammaOver, gammaUnder, shareOver, shareUnder }) => [
      kind,
      {
        gamma: fractionOf(gammaOver, gammaUnder),
        share: fractionOf(shareOver, shareUnder),
      },
    ]),
  );
}

/** A reader's week with what was made good of it since, as `couldHaveMoved` takes it. */
export function weekWith(
  { budget, contribution, counted }: ReaderOfWeek,
  made: readonly { seconds: number; amount: bigint; reward: bigint }[],
): Moved {
  const sum = { budget, moved: contribution, counted };
  for (const { seconds, amount, reward } of made) {
    sum.moved += amount + reward;
    sum.counted += BigInt(seconds);
  }
  return sum;
}
