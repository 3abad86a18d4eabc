import 'server-only';
import { isAdmin, type Member } from '@/lib/accounts/actor';
import { cacheTag } from '@/lib/core/cache-tags';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db, type Tx } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { enqueue } from '@/lib/jobs/queue';
import { postAll } from '@/lib/ledger/commands';
import { isAlone } from '../closing';
import { couldHaveMoved, partsOf } from '../correction';
import { answerBar } from '../dispute-policy';
import { answering } from '../dispute-schema';
import { type LineRow, lackingIn, lockReaders, madeGoodOf, pricesOf, rowsOfLine, weekWith } from '../disputed-line';
import { correctionsToPay } from '../pay-corrections';

interface Dispute {
  id: string;
  memberId: string;
  epoch: number;
  line: string;
  outcome: string | null;
  answeredById: string | null;
  createdAt: Date;
}

/**
 * A human's answer to a dispute, by an admin who neither read nor wrote what it is about, or is the only one. Upheld, what was left out of the line is made
 * good as far as `couldHaveMoved` allows, where nobody of the two is held, banned or linked and the post is shown, once: paid with the
 * release of its week, where it is looked at again, or at once when that is over. The division stays what it was. The person is told. The same answer by the same person again changes nothing.
 * @throws Refused `not-allowed`, `invalid`, `not-found`, `conflict` when it was answered otherwise
 */
export async function answerDispute(by: Member, input: unknown, now = new Date()): Promise<void> {
  if (!isAdmin(by)) throw new Refused('not-allowed');
  const { disputeId, outcome, answer } = parse(answering, input);
  await db.$transaction(async (tx) => {
    // First the week, as its release does: what is made good is paid with it, or at once when it is over.
    const week = await tx.$queryRaw<{ state: string }[]>`
      SELECT state::text AS state FROM epoch WHERE number = (SELECT epoch FROM earning_dispute WHERE id = ${disputeId}::uuid) FOR SHARE`;
    const [dispute] = await tx.$queryRaw<Dispute[]>`
      SELECT id, "memberId", epoch, line, outcome::text AS outcome, "answeredById", "createdAt" FROM earning_dispute WHERE id = ${disputeId}::uuid FOR NO KEY UPDATE`;
    if (!dispute) throw new Refused('not-found');
    const rows = await rowsOfLine(tx, dispute);
    if (await disputeBar(tx, by, { dispute, rows, now })) throw new Refused('not-allowed');
    if (dispute.outcome === outcome && dispute.answeredById === by.id) return;
    if (dispute.outcome !== null) throw new Refused('conflict');
    const paid = outcome === 'upheld' ? await makeGood(tx, dispute, rows, now) : 0n;
    await tx.earningDispute.update({ where: { id: disputeId }, data: { outcome, answer, answeredById: by.id, answeredAt: now, paid } });
    if (week[0]?.state === 'released') await postAll(tx, await correctionsToPay(tx, { disputeId }, now));
    const event = { personId: dispute.memberId, actorId: by.id, action: `dispute-${outcome}`, reason: answer, byRole: 'site' };
    await tx.moderationEvent.create({ data: event });
    await purge(tx, cacheTag.moderation);
    await enqueue(tx, 'dispute.answered', { disputeId });
  });
}

/** Why an admin may not answer a dispute; null where they may. Who read or wrote it may where they are the site's only admin. */
export async function disputeBar(
  tx: Tx,
  by: { id: string },
  { dispute, rows, now }: { dispute: { memberId: string; createdAt: Date }; rows: readonly LineRow[]; now: Date },
): Promise<'own' | 'party' | null> {
  const parties = rows.flatMap(({ writerId, readerMemberId }) => [writerId, readerMemberId]);
  const bar = answerBar(by.id, dispute.memberId, parties);
  return bar === 'party' && (await isAlone(tx, by, { since: dispute.createdAt, now })) ? null : bar;
}

/** Writes down what the rows of a line lack, of each reader's week within their budget; answers what the disputant gets of it. */
async function makeGood(tx: Tx, { id, epoch, memberId }: Dispute, rows: readonly LineRow[], now: Date): Promise<bigint> {
  const lacking = await lackingIn(tx, rows, now);
  const prices = await pricesOf(tx, epoch);
  let room = await quarantineRoom(tx, epoch);
  let own = 0n;
  const readers = await lockReaders(tx, [...lacking.keys()]);
  const before = await madeGoodOf(tx, [...lacking.keys()]);
  const made: Made[] = [];
  for (const reader of readers) {
    const { gamma = null, share = null } = prices.get(reader.pool) ?? {};
    const known = before.get(reader.id) ?? [];
    const week = weekWith(reader, known);
    for (const row of lacking.get(reader.id) ?? []) {
      if (known.some(({ postId }) => postId === row.postId)) continue;
      const could = couldHaveMoved(week, BigInt(row.mendable), gamma);
      const quarantined = reader.pool === 'quarantine';
      const moved = quarantined && could > room ? room : could;
      if (quarantined) room -= moved;
      const { reward, toWriter: amount } = partsOf(moved, share);
      week.moved += moved;
      week.counted += BigInt(row.mendable);
      made.push({ readerId: reader.id, postId: row.postId, seconds: row.mendable, amount, reward });
      own += (row.readerMemberId === memberId ? reward : 0n) + (row.writerId === memberId ? amount : 0n);
    }
  }
  await writeCorrections(tx, id, made);
  return own;
}

interface Made {
  readerId: string;
  postId: string;
  seconds: number;
  amount: bigint;
  reward: bigint;
}

/** However many: a post has as many readers as it has. */
async function writeCorrections(tx: Tx, disputeId: string, made: readonly Made[]): Promise<void> {
  const column = <T>(of: (one: Made) => T): T[] => made.map(of);
  await tx.$executeRaw`
    INSERT INTO earning_correction ("readerId", "postId", "disputeId", seconds, amount, reward)
    SELECT n.reader, n.post, ${disputeId}::uuid, n.seconds, n.amount, n.reward
    FROM unnest(${column(({ readerId }) => readerId)}::uuid[], ${column(({ postId }) => postId)}::uuid[], ${column(({ seconds }) => seconds)}::int[],
      ${column(({ amount }) => amount)}::bigint[], ${column(({ reward }) => reward)}::bigint[]) AS n (reader, post, seconds, amount, reward)`;
}

/**
 * What the quarantine pool of a week has left after its division and what was made good of it: accounts that proved nothing cost nothing,
 * so that it is the pool that bounds what any number of them brings out. Held until the transaction ends.
 */
async function quarantineRoom(tx: Tx, epoch: number): Promise<bigint> {
  const [row] = await tx.$queryRaw<{ room: bigint }[]>`
    SELECT (p.pool - p.paid - coalesce((SELECT sum(c.amount + c.reward) FROM earning_correction c JOIN epoch_reader e ON e.id = c."readerId"
      WHERE e.epoch = p.epoch AND e.pool = p.kind), 0))::bigint AS room
    FROM epoch_pool p WHERE p.epoch = ${epoch} AND p.kind = 'quarantine' FOR NO KEY UPDATE`;
  return row && row.room > 0n ? row.room : 0n;
}
