import 'server-only';
import type { Tx } from '@/lib/db/client';
import { bannedAmong, linkedWith, linkedWithGone } from './facts';

/** Why what a reading moved is taken back; `left` of a person who has left. */
export const REASONS = ['held', 'banned', 'linked', 'removed', 'left'] as const;
export type TakenBack = (typeof REASONS)[number];

interface Row {
  readerId: string;
  postId: string;
  reader: string | null;
  payee: string | null;
  held: boolean;
  shown: boolean;
  returned: TakenBack | null;
}

/** The next readers of an epoch, in the order of their names. */
export async function nextReaders(
  tx: Tx,
  { number, reached }: { number: number; reached: string | null },
  most: number,
): Promise<string[]> {
  const rows = await tx.epochReader.findMany({
    where: { epoch: number, ...(reached === null ? {} : { id: { gt: reached } }) },
    orderBy: { id: 'asc' },
    take: most,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** What is known, at `now`, of what these readers moved: of each row `why` it does not stand, null where it does; `between` is what lies between the two, held and shown or not. */
export async function reasonsOf(tx: Tx, readerIds: readonly string[], now: Date) {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT r."readerId", r."postId", r.returned, e."memberId" AS reader, y."memberId" AS payee, p."publishedAt" IS NOT NULL AS shown,
      EXISTS (SELECT FROM earning_hold h WHERE h.id = e."holdId" AND (h.outcome IS NULL OR h.outcome = 'confirmed')) AS held
    FROM epoch_row r JOIN epoch_reader e ON e.id = r."readerId" JOIN epoch_payee y ON y.id = r."payeeId" LEFT JOIN post p ON p.id = r."postId"
    WHERE e.id = ANY (${[...readerIds]}::uuid[]) AND r.amount + r.reward > 0`;
  const people = [...new Set(rows.flatMap(({ reader, payee }) => [reader, payee]))].filter((id) => id !== null);
  const banned = await bannedAmong(tx, people, now);
  const linked = await linkedWith(tx, people);
  // Of who has left nobody knows with whom: what was taken for a link comes back with the last one that the other has with such a one.
  const withGone = await linkedWithGone(tx, people, linked);
  const stays = ({ reader, payee, returned }: Row) =>
    returned === 'linked' && (reader === null) !== (payee === null) && withGone.has(reader ?? payee ?? '');
  return rows.map((row) => {
    const between = betweenOf(row, banned, linked);
    return { ...row, between, why: reasonOf(row, between, stays(row)) };
  });
}

/** Writes down of these rows why they are taken back; null gives them back. */
export async function mark(tx: Tx, rows: readonly { readerId: string; postId: string; why: TakenBack | null }[]): Promise<void> {
  const readers = rows.map(({ readerId }) => readerId);
  await tx.$executeRaw`
    UPDATE epoch_row r SET returned = nullif(n.why, '')
    FROM unnest(${readers}::uuid[], ${rows.map(({ postId }) => postId)}::uuid[], ${rows.map(({ why }) => why ?? '')}::text[])
      AS n (reader, post, why)
    WHERE r."readerId" = ANY (${[...new Set(readers)]}::uuid[]) AND r."readerId" = n.reader AND r."postId" = n.post`;
}

/** Has these readers under the hold that their person is under by now: who was held just while the week was frozen has none there yet. */
export async function attachHolds(tx: Tx, readerIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE epoch_reader e SET "holdId" = (
      SELECT h.id FROM earning_hold h WHERE h."memberId" = e."memberId"
        AND (h.outcome IS NULL OR (h.outcome = 'confirmed' AND e."holdId" IS NULL AND h."endedAt" > o."startsAt"))
      ORDER BY h.outcome IS NULL, h.id DESC LIMIT 1)
    FROM epoch o
    WHERE e.id = ANY (${[...readerIds]}::uuid[]) AND o.number = e.epoch
      AND NOT EXISTS (SELECT FROM earning_hold f WHERE f.id = e."holdId" AND f.outcome = 'confirmed')
      AND EXISTS (SELECT FROM earning_hold h WHERE h."memberId" = e."memberId"
        AND (h.outcome IS NULL OR (h.outcome = 'confirmed' AND e."holdId" IS NULL AND h."endedAt" > o."startsAt")))`;
}

/**
 * Looks again, at `now`, at what these readers moved: whether the post is still there and shown, nobody of the two is banned, they are
 * not linked, and the reader's credit is not held. What does not stand is marked with why, and goes back whole.
 */
export async function review(tx: Tx, readerIds: readonly string[], now: Date): Promise<void> {
  await attachHolds(tx, readerIds);
  const rows = await reasonsOf(tx, readerIds, now);
  // What was marked of somebody who left stays as it is: what was known then is known no more.
  await mark(
    tx,
    rows.filter(({ why, returned }) => why !== null && returned === null),
  );
}

interface Between {
  /** Who of the two is banned. */
  banned: string[];
  linked: boolean;
}

function betweenOf({ reader, payee }: Row, banned: ReadonlySet<string>, linked: ReadonlyMap<string, ReadonlySet<string>>): Between {
  return {
    banned: [reader, payee].filter((id) => id !== null && banned.has(id)) as string[],
    linked: reader !== null && payee !== null && (linked.get(reader)?.has(payee) ?? false),
  };
}

function reasonOf({ held, shown }: Row, { banned, linked }: Between, stays: boolean): TakenBack | null {
  if (held) return 'held';
  if (banned.length > 0) return 'banned';
  if (linked || stays) return 'linked';
  return shown ? null : 'removed';
}

/** What goes back of each of these accounts' share, by why. */
export async function returnedOf(tx: Tx, epoch: number, accounts: readonly string[]) {
  return tx.$queryRaw<{ account: string; reason: TakenBack; amount: bigint }[]>`
    SELECT account, reason, sum(amount)::bigint AS amount FROM (
      SELECT y.account, r.returned AS reason, r.amount FROM epoch_payee y JOIN epoch_row r ON r."payeeId" = y.id
        WHERE y.epoch = ${epoch} AND y.account = ANY (${[...accounts]}::uuid[]) AND r.returned IS NOT NULL
      UNION ALL
      SELECT e.account, r.returned, r.reward FROM epoch_reader e JOIN epoch_row r ON r."readerId" = e.id
        WHERE e.epoch = ${epoch} AND e.account = ANY (${[...accounts]}::uuid[]) AND r.returned IS NOT NULL) AS back
    GROUP BY account, reason HAVING sum(amount) > 0 ORDER BY reason, account`;
}
