import 'server-only';
import { Prisma, type Tx } from '@/lib/db/client';
import type { Posting } from '@/lib/ledger/commands';
import { barredRows, ofWriter, writer } from './disputed-line';
import { issuing } from './issue';
import { availableOf } from './names';

interface Made {
  readerId: string;
  postId: string;
  disputeId: string | null;
  readerMemberId: string | null;
  writerId: string | null;
  amount: bigint;
  reward: bigint;
}

/** However many: their keys are two lists. */
const ofThese = (rows: readonly Made[]) => Prisma.sql`
  FROM unnest(${rows.map(({ readerId }) => readerId)}::uuid[], ${rows.map(({ postId }) => postId)}::uuid[]) AS these (reader, post)
  WHERE c."readerId" = these.reader AND c."postId" = these.post`;

/** What was made good and not paid yet, of an epoch, of one dispute, or in which somebody has a part. */
async function unpaid(tx: Tx, of: { epoch?: number; disputeId?: string; memberId?: string }): Promise<Made[]> {
  const { epoch = null, disputeId = null, memberId = null } = of;
  // The disputes first, as whoever leaves with theirs does.
  await tx.$queryRaw`
    SELECT d.id FROM earning_dispute d WHERE d.id IN (
      SELECT c."disputeId" FROM earning_correction c JOIN epoch_reader e ON e.id = c."readerId"
      WHERE c."paidAt" IS NULL AND (e.epoch = ${epoch}::int OR c."disputeId" = ${disputeId}::uuid))
    ORDER BY d.id FOR NO KEY UPDATE`;
  return tx.$queryRaw<Made[]>`
    SELECT * FROM (
      SELECT c."readerId", c."postId", c."disputeId", c.amount, c.reward, e.epoch, e."memberId" AS "readerMemberId",
        ${writer} AS "writerId"
      FROM earning_correction c JOIN epoch_reader e ON e.id = c."readerId"
        JOIN epoch_row r ON r."readerId" = c."readerId" AND r."postId" = c."postId" ${ofWriter}
      WHERE c."paidAt" IS NULL) AS made
    WHERE epoch = ${epoch}::int OR "disputeId" = ${disputeId}::uuid OR ${memberId}::uuid IN ("readerMemberId", "writerId")
    ORDER BY "disputeId", "readerId", "postId"`;
}

/**
 * The postings that pay what disputes made good of an epoch, or of one of them, one for each, to reader and writer: as far as nothing is
 * known against it at `now`, as a release looks again at what was divided. What something is known against stays unpaid, until that ends.
 * Each reading is paid once. The caller holds the epoch, which is released or just about to be, and posts.
 */
export async function correctionsToPay(tx: Tx, of: { epoch: number } | { disputeId: string }, now: Date): Promise<Posting[]> {
  const rows = await unpaid(tx, of);
  const barred = await barredRows(tx, rows, now);
  const postings: Posting[] = [];
  // Of whoever brought a dispute and has left, what others get of it is paid all the same.
  for (const own of Map.groupBy(
    rows.filter((row) => !barred.has(row)),
    ({ disputeId, readerId, postId }) => disputeId ?? `${readerId}:${postId}`,
  ).values()) {
    const posting = await postingOf(tx, own);
    if (posting) postings.push(posting);
    await tx.$executeRaw`UPDATE earning_correction c SET "paidAt" = ${now} ${ofThese(own)}`;
    await writePaid(tx, own[0]?.disputeId ?? null);
  }
  return postings;
}

async function postingOf(tx: Tx, rows: readonly Made[]): Promise<Posting | null> {
  const got = new Map<string, bigint>();
  const give = (to: string | null, amount: bigint) => to && amount > 0n && got.set(to, (got.get(to) ?? 0n) + amount);
  for (const { readerMemberId, writerId, reward, amount } of rows) {
    give(readerMemberId, reward);
    give(writerId, amount);
  }
  const [first] = rows;
  if (!first || got.size === 0) return null;
  const memberIds = [...got.keys()].sort();
  await tx.earningAccount.createMany({ data: memberIds.map((memberId) => ({ memberId })), skipDuplicates: true });
  const accounts = await tx.earningAccount.findMany({ where: { memberId: { in: memberIds } }, orderBy: { code: 'asc' } });
  const shares = accounts.map(({ code, memberId }) => ({ code, amount: got.get(memberId) ?? 0n }));
  const name = `correction:${first.disputeId ?? ''}:${first.readerId}:${first.postId}`;
  return issuing(tx, { name, kind: 'correction', to: availableOf, shares });
}

/** Once all of a dispute is paid: what its person got of it. */
async function writePaid(tx: Tx, disputeId: string | null): Promise<void> {
  if (disputeId === null) return;
  await tx.$executeRaw`
    UPDATE earning_dispute d SET paid = coalesce((
      SELECT sum(CASE WHEN e."memberId" = d."memberId" THEN c.reward ELSE 0 END
        + CASE WHEN ${writer} = d."memberId" THEN c.amount ELSE 0 END)
      FROM earning_correction c JOIN epoch_reader e ON e.id = c."readerId"
        JOIN epoch_row r ON r."readerId" = c."readerId" AND r."postId" = c."postId" ${ofWriter}
      WHERE c."disputeId" = d.id), 0)
    WHERE d.id = ${disputeId}::uuid`;
}

/**
 * Of somebody who is about to leave: what was made good with a part of theirs, and something is known against it, is worth nothing from
 * now on, since nobody could tell any more whose it was. Where that is a hold which their week is under, it waits: the hold outlives them.
 * In the transaction in which they leave.
 */
export async function voidBarred(tx: Tx, memberId: string, now: Date): Promise<void> {
  const rows = await unpaid(tx, { memberId });
  const weeks = await tx.epochReader.findMany({
    where: { id: { in: rows.map(({ readerId }) => readerId) }, hold: { outcome: null } },
    select: { id: true, holdId: true },
  });
  const underHold = new Set(weeks.map(({ id }) => id));
  const lasting = weeks.flatMap(({ holdId }) => holdId ?? []);
  const [waiting, others] = [
    rows.filter(({ readerId }) => underHold.has(readerId)),
    rows.filter(({ readerId }) => !underHold.has(readerId)),
  ];
  const barred = [...(await barredRows(tx, waiting, now, lasting)), ...(await barredRows(tx, others, now))];
  await tx.$executeRaw`UPDATE earning_correction c SET amount = 0, reward = 0 ${ofThese(barred)} AND c."paidAt" IS NULL`;
}
