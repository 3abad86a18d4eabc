import 'server-only';
import { Prisma, type Tx } from '@/lib/db/client';
import { barredFor, postsKnown } from '@/lib/reading/known';
import type { Moved } from './correction';
import { BARRED, MENDABLE, writtenLine } from './dispute-policy';
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

type Row = Omit<LineRow, 'mendable'>;

/** Who wrote the post of a row `r`: its payee's person, or whose post it is where it has no payee. With `ofWriter` joined. */
export const writer = Prisma.sql`coalesce(y."memberId", CASE WHEN r."payeeId" IS NULL THEN p."authorId" END)`;
export const ofWriter = Prisma.sql`LEFT JOIN epoch_payee y ON y.id = r."payeeId" LEFT JOIN post p ON p.id = r."postId"`;

/** The readings that a line of somebody's statement is made of; none where there is no such line. */
export async function rowsOfLine(tx: Tx, { memberId, epoch, line }: Named): Promise<LineRow[]> {
  const rows = line.startsWith('read:')
    ? await tx.$queryRaw<Row[]>`
      SELECT r."readerId", e."memberId" AS "readerMemberId", r."postId", r."payeeId",
        ${writer} AS "writerId", r.seconds, r."left", r.amount, r.reward
      FROM epoch_reader e JOIN epoch_row r ON r."readerId" = e.id ${ofWriter}
      WHERE e."memberId" = ${memberId}::uuid AND e.epoch = ${epoch} AND r."postId" = ${line.slice('read:'.length)}::uuid`
    : await tx.$queryRaw<Row[]>`
      SELECT r."readerId", e."memberId" AS "readerMemberId", r."postId", r."payeeId", y."memberId" AS "writerId",
        r.seconds, r."left", r.amount, r.reward
      FROM epoch_payee y JOIN epoch_row r ON r."payeeId" = y.id AND r.amount > 0 JOIN epoch_reader e ON e.id = r."readerId"
      WHERE y."memberId" = ${memberId}::uuid AND y.epoch = ${epoch}
        AND r."postId" = ANY (${await postsOfLine(tx, { memberId, epoch, line })}::uuid[])
      ORDER BY r."readerId", r."postId"`;
  return rows.map((row) => ({ ...row, mendable: mendableIn(row) }));
}

/** Whether somebody's statement has this line. */
export async function hasLine(tx: Tx, of: Named): Promise<boolean> {
  if (!of.line.startsWith('read:')) return (await postsOfLine(tx, of)).length > 0;
  const where = { postId: of.line.slice('read:'.length), reader: { memberId: of.memberId, epoch: of.epoch } };
  return (await tx.epochRow.count({ where, take: 1 })) > 0;
}

/** The posts of one line of a writer: one that is told by itself, or all that are told together. */
async function postsOfLine(tx: Tx, { memberId, epoch, line }: Named): Promise<string[]> {
  const posts = await tx.$queryRaw<{ postId: string; blogId: string | null; readers: number; amount: bigint }[]>`
    SELECT r."postId", q."blogId", count(*)::int AS readers, sum(r.amount)::bigint AS amount
    FROM epoch_payee y JOIN epoch_row r ON r."payeeId" = y.id AND r.amount > 0
      LEFT JOIN epoch_post q ON q.epoch = y.epoch AND q."postId" = r."postId"
    WHERE y."memberId" = ${memberId}::uuid AND y.epoch = ${epoch} GROUP BY r."postId", q."blogId"`;
  const { told, together } = toldByBlog(posts);
  const few = together.map(({ postId }) => postId);
  return line === writtenLine(null) ? few : told.flatMap(({ postId }) => (line === writtenLine(postId) ? [postId] : []));
}

type Parties = Pick<LineRow, 'readerId' | 'readerMemberId' | 'postId' | 'writerId'>;

/**
 * Those of these rows in which nothing can be made good at `now`: the reader's credit is held, one of the two is banned, they are linked,
 * the post is not shown, or it is in a blog of the reader's own. As a release looks at what was divided, so is looked at what was not.
 * Readers under the holds in `but` are looked at as if nobody held them.
 */
export async function barredRows<R extends Parties>(tx: Tx, rows: readonly R[], now: Date, but: readonly string[] = []): Promise<Set<R>> {
  const people = [...new Set(rows.flatMap(({ readerMemberId, writerId }) => [readerMemberId, writerId]))].filter((id) => id !== null);
  const [banned, linked] = [await bannedAmong(tx, people, now), await linkedWith(tx, people)];
  const held = await tx.epochReader.findMany({
    where: {
      id: { in: rows.map(({ readerId }) => readerId) },
      // Of who has left the hold is known by the week alone.
      OR: [
        { member: { earningHolds: { some: { outcome: null, id: { notIn: [...but] } } } } },
        { hold: { id: { notIn: [...but] }, OR: [{ outcome: null }, { outcome: 'confirmed' }] } },
      ],
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

/**
 * Of what was barred as much as measuring would have let count, and nothing that measuring left out beside it. Nothing of it where one of
 * the two has left: nobody could tell any more whether they are still banned, or linked.
 */
function mendableIn({ left, readerMemberId, writerId }: Row): number {
  const barred = left.filter(({ reason }) => BARRED.includes(reason));
  if (barred.length > 0 && (readerMemberId === null || writerId === null)) return 0;
  const mendable = barred.length > 0 ? barred : left.filter(({ reason }) => MENDABLE.includes(reason));
  return mendable.reduce((all, { seconds }) => all + seconds, 0);
}

/** What of these rows lacks something that could be made good at `now`, by reader. */
export async function lackingIn(tx: Tx, rows: readonly LineRow[], now: Date): Promise<Map<string, LineRow[]>> {
  const barred = await barredRows(tx, rows, now);
  const lacking = rows.filter((row) => row.mendable > 0 && !barred.has(row));
  return Map.groupBy(lacking, ({ readerId }) => readerId);
}

/** What was made good of these readers' weeks before, by reader. */
export const madeGoodOf = async (tx: Tx, readerIds: readonly string[]) =>
  Map.groupBy(await tx.earningCorrection.findMany({ where: { readerId: { in: [...readerIds] } } }), ({ readerId }) => readerId);

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
