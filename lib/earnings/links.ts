import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { tell } from '@/lib/accounts/tell';
import { cacheTag } from '@/lib/core/cache-tags';
import type { Tx } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { type Answerable, refuseReleaser } from './closing';
import { linkedWith } from './facts';
import type { LinkGround, LinkReason } from './hold-reasons';
import { giveBack } from './restore';

interface Pair {
  memberIds: readonly [string, string];
  ground: LinkGround;
  /** What the two share, as a keyed hash; empty of an admin's finding. */
  shared: string;
  by: Member | null;
  reason?: LinkReason;
  note?: string;
}

/** Holds what is said of two accounts until the transaction ends. Their rows stay free: whoever calls may hold one of them. */
async function lockPair(tx: Tx, one: string | null, other: string | null): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`earning link ${one} ${other}`}, 0))`;
}

/**
 * Links two accounts, once for each ground, and has both told. What a human has lifted the machine does not make again for the same.
 * Answers with the link; null where none is to be. @throws Refused `not-allowed` for who is releasing an epoch of theirs
 */
export async function linkPair(tx: Tx, { memberIds, ground, shared, by, reason, note = '' }: Pair): Promise<string | null> {
  const [oneId = '', otherId = ''] = [...memberIds].sort();
  if (oneId === otherId) return null;
  await lockPair(tx, oneId, otherId);
  const same = { oneId, otherId, ground };
  const standing = await tx.earningLink.findFirst({ where: { ...same, liftedAt: null }, select: { id: true } });
  if (standing) return standing.id;
  if (by) await refuseReleaser(tx, by, { memberIds: [oneId, otherId] }, new Date());
  if (by === null && (await tx.earningLink.count({ where: { ...same, shared, judged: true } })) > 0) return null;
  const { id: linkId } = await tx.earningLink.create({
    data: { ...same, shared, byId: by?.id ?? null, reason: reason ?? '', note },
    select: { id: true },
  });
  await sayToBoth(tx, { id: linkId, oneId, otherId, ground }, { action: 'earning-linked', by, said: note });
  return linkId;
}

interface Row {
  id: string;
  /** Null of who has left. */
  oneId: string | null;
  otherId: string | null;
  ground: string;
}

interface Saying {
  action: 'earning-linked' | 'earning-unlinked';
  by: Member | null;
  said: string;
  /** Who hears of it otherwise. */
  told?: readonly string[];
}

/** Whom a link is about and who is still here. */
export const partiesOf = ({ oneId, otherId }: Pick<Row, 'oneId' | 'otherId'>): string[] => [oneId, otherId].filter((id) => id !== null);

/** A link, as what somebody may answer. */
export const aboutLink = (link: Pick<Row, 'oneId' | 'otherId'> & { byId: string | null; createdAt: Date }): Answerable => ({
  ...{ memberIds: partiesOf(link), linked: true, decided: [...partiesOf(link), link.byId], createdAt: link.createdAt },
});

async function sayToBoth(tx: Tx, link: Row, { action, by, said, told = [] }: Saying): Promise<void> {
  for (const personId of partiesOf(link)) {
    const { id: eventId } = await tx.moderationEvent.create({
      data: {
        ...{ personId, linkId: link.id, action, actorId: by?.id ?? null, byMachine: by === null, byRole: by ? 'site' : '' },
        ...{ rule: `same-${link.ground}`, reason: said },
      },
      select: { id: true },
    });
    if (!told.includes(personId)) await tell(tx, { eventId, memberId: personId });
  }
  await purge(tx, cacheTag.moderation);
}

/** A link, held until the transaction ends; null where there is none. */
export async function lockLink(tx: Tx, linkId: string) {
  const row = await tx.earningLink.findUnique({ where: { id: linkId }, select: { oneId: true, otherId: true } });
  if (!row) return null;
  await lockPair(tx, row.oneId, row.otherId);
  // One of the two may be leaving.
  await tx.$executeRaw`SELECT 1 FROM earning_link WHERE id = ${linkId}::uuid FOR NO KEY UPDATE`;
  return tx.earningLink.findUnique({ where: { id: linkId } });
}

interface Lifting {
  /** The human who lifts it; null where what it was made of turned out to be wrong. */
  by: Member | null;
  answer: string;
  now: Date;
  /** Whose appeal is granted by it: that says so. */
  told?: readonly string[];
}

/**
 * Lifts a link that stands; what releases took because of it alone comes back. What a freeze left out does not: the division was made
 * and published without it. The caller holds it. @throws Refused `conflict` while an epoch of it is being released
 */
export async function lift(tx: Tx, link: Row, { by, answer, now, told = [] }: Lifting): Promise<void> {
  const parties = partiesOf(link);
  const before = await linkedWith(tx, parties);
  const people = [...new Set(parties.flatMap((id) => [id, ...(before.get(id) ?? [])]))];
  await tx.earningLink.update({ where: { id: link.id }, data: { liftedAt: now, judged: by !== null }, select: { id: true } });
  const taken = { returned: 'linked' };
  const readers = await tx.epochReader.findMany({
    where: {
      OR: [
        { memberId: { in: people }, rows: { some: taken } },
        // Who read them and has left.
        { memberId: null, rows: { some: { ...taken, payee: { memberId: { in: people } } } } },
      ],
    },
    select: { id: true },
  });
  await giveBack(tx, { readerIds: readers.map(({ id }) => id), was: 'linked', by: `link:${link.id}` }, now);
  await sayToBoth(tx, link, { action: 'earning-unlinked', by, said: answer, told });
}

/**
 * Links an account with those that are paid to the same destination; for who links a wallet, in the transaction that does. `shared` is
 * a keyed hash of the destination. Again changes nothing.
 */
export async function linkByPayout(
  tx: Tx,
  { memberId, otherIds, shared }: { memberId: string; otherIds: readonly string[]; shared: string },
): Promise<void> {
  for (const other of [...new Set(otherIds)].sort())
    await linkPair(tx, { memberIds: [memberId, other], ground: 'payout', shared, by: null });
}
