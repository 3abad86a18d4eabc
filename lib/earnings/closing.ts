import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { holdingAt } from '@/lib/accounts/holding';
import { ROLE_TAKEN } from '@/lib/accounts/role-change';
import { Refused } from '@/lib/core/refused';
import type { Prisma, Tx } from '@/lib/db/client';
import { record, stepsNow } from './acts';
import { linkedWith } from './facts';
import { type Closing, goesByItself, isSecond, mayClose } from './policy';

const unbannedAdmin = (now: Date): Prisma.MemberWhereInput => ({
  role: 'admin',
  sanctions: { none: { blogId: null, kind: 'banned', ...holdingAt(now) } },
});

/** How many admins the site has who are not banned at `now`. */
export const countAdmins = (tx: Tx, now: Date): Promise<number> => tx.member.count({ where: unbannedAdmin(now) });

/** Whether an admin is the only one of the site, and did not make themselves so since an instant by taking another's role. */
export async function isAlone(tx: Tx, by: { id: string }, { since, now }: { since: Date; now: Date }): Promise<boolean> {
  return (await countAdmins(tx, now)) < 2 && !(await sendersAway(tx, since)).has(by.id);
}

/** Who has changed what an epoch goes by, and how many could look at it. */
export async function closingOf(tx: Tx, number: number, now: Date): Promise<Closing> {
  const { ruleVersion, startsAt, rule } = await tx.epoch.findUniqueOrThrow({
    where: { number },
    select: { ruleVersion: true, startsAt: true, rule: { select: { startsAt: true } } },
  });
  const ofRule = await tx.earningEvent.findMany({
    where: {
      actorId: { not: null },
      OR: [
        { action: 'rule-announced', version: ruleVersion },
        // Whoever withdrew what would have held instead chose this one.
        { action: 'rule-withdrawn', rule: { startsAt: { gte: rule.startsAt, lte: startsAt } } },
      ],
    },
    select: { actorId: true },
  });
  // A hold that was cleared before the freeze let its reader in as much as one after it; a link keeps out, and so does a proof that is none.
  const ofHolds = await tx.$queryRaw<{ by: string }[]>`
    SELECT by FROM earning_hold h CROSS JOIN LATERAL unnest(ARRAY[h."byId", h."endedById"]) AS by
    WHERE by IS NOT NULL AND (
      EXISTS (SELECT FROM epoch_reader e WHERE e."holdId" = h.id AND e.epoch = ${number})
      OR (h.outcome IS NULL OR h."createdAt" >= ${startsAt} OR h."endedAt" >= ${startsAt})
        AND EXISTS (SELECT FROM epoch_reader e WHERE e."memberId" = h."memberId" AND e.epoch = ${number}))
    UNION SELECT v."actorId" FROM moderation_event v
    WHERE v."actorId" IS NOT NULL AND v."createdAt" >= ${startsAt}
      AND v.action IN ('earning-linked', 'earning-unlinked', 'proof-recorded', 'proof-revoked')
      AND (EXISTS (SELECT FROM epoch_reader e WHERE e."memberId" = v."personId" AND e.epoch = ${number})
        OR EXISTS (SELECT FROM epoch_payee y WHERE y."memberId" = v."personId" AND y.epoch = ${number}))`;
  const changedBy = new Set([...ofRule.map(({ actorId }) => actorId ?? ''), ...ofHolds.map(({ by }) => by)]);
  return { changedBy, admins: await countAdmins(tx, now), senders: await sendersAway(tx, startsAt) };
}

/** Who took an admin's role away since an instant: they have not been alone since then. Nobody bans an admin who is one. */
async function sendersAway(tx: Tx, since: Date): Promise<Set<string>> {
  const events = await tx.moderationEvent.findMany({
    where: { actorId: { not: null }, createdAt: { gte: since }, action: 'role-changed', reason: { contains: ROLE_TAKEN } },
    select: { actorId: true },
  });
  return new Set(events.flatMap(({ actorId }) => actorId ?? []));
}

/**
 * Lets an epoch go on that the caller has locked: says that it is approved, or that its release begins, once. `by` null is the site
 * by itself, where that is set. Answers whether it may go on now. @throws Refused `not-allowed` to who changed its rule or a hold
 */
export async function letGoOn(tx: Tx, act: 'approved' | 'release-begun', number: number, { by, now }: { by: Member | null; now: Date }) {
  if ((await tx.earningEvent.count({ where: { epoch: number, action: act } })) > 0) return true;
  const closing = await closingOf(tx, number, now);
  if (by === null && !goesByItself(await stepsNow(tx), closing)) return false;
  if (by !== null && mayClose(by, closing) !== 'yes') throw new Refused('not-allowed');
  await record(tx, act, by, { epoch: number });
  return true;
}

interface Changing {
  memberIds: readonly string[];
  /** The hold that is ended. */
  holdId?: string;
  /** A link of theirs is lifted. */
  linked?: boolean;
  /** Who may not decide about it: whom it concerns, and who decided about it before. */
  decided?: readonly (string | null)[];
}

/** A hold or a link that somebody may answer. */
export interface Answerable extends Changing {
  decided: readonly (string | null)[];
  createdAt: Date;
}

/** Why an admin may not answer a hold or a link. */
export type Bar = 'own' | 'decided-first' | 'releasing' | 'released';

/** Nobody answers about themselves, nor a second time unless they are the site's only admin, nor where `releaserBar` bars them. */
export async function barOf(tx: Tx, by: { id: string }, about: Answerable, now: Date): Promise<Bar | null> {
  if (about.memberIds.includes(by.id)) return 'own';
  if (about.decided.includes(by.id) && !(await isAlone(tx, by, { since: about.createdAt, now }))) return 'decided-first';
  return releaserBar(tx, by, about, now);
}

/** Readers from whose reading of these people, or by them, a release took something for a link. */
const takenFrom = (memberIds: string[]): Prisma.EpochReaderWhereInput => {
  const [taken, theirs] = [{ returned: 'linked' }, { memberId: { in: memberIds } }];
  return {
    OR: [
      { ...theirs, rows: { some: taken } },
      { memberId: null, rows: { some: { ...taken, payee: theirs } } },
    ],
  };
};

/** These people, and whoever is linked with them through others where a link is lifted: so far it reaches. */
async function reached(tx: Tx, { memberIds, linked }: Changing): Promise<string[]> {
  const others = linked ? [...(await linkedWith(tx, memberIds)).values()].flatMap((all) => [...all]) : [];
  return [...new Set([...memberIds, ...others])];
}

/**
 * Why an admin may not change what epochs look at: one that these people have a part in is being released, and they began that; or they
 * began the release of one from which the hold, or a link of theirs, keeps something away, and another admin could end it. Null when
 * they may.
 */
const releaserBar = async (tx: Tx, by: { id: string }, about: Changing, now: Date) =>
  barAmong(tx, by, { ...about, memberIds: await reached(tx, about) }, now);

/** The same of people among whom is everybody that it reaches. */
async function barAmong(
  tx: Tx,
  by: { id: string },
  { memberIds, holdId, linked, decided = [] }: Changing & { memberIds: string[] },
  now: Date,
): Promise<'releasing' | 'released' | null> {
  const theirs = { some: { memberId: { in: memberIds } } };
  const begun = await tx.earningEvent.findMany({
    where: {
      action: 'release-begun',
      actorId: { not: null },
      of: {
        OR: [
          { state: { not: 'released' }, OR: [{ readers: theirs }, { payees: theirs }] },
          ...(holdId ? [{ readers: { some: { holdId } } }] : []),
          ...(linked ? [{ readers: { some: takenFrom(memberIds) } }] : []),
        ],
      },
    },
    select: { actorId: true, of: { select: { startsAt: true, state: true } } },
  });
  const own = begun.filter(({ actorId }) => actorId === by.id);
  if (own.length === 0) return null;
  const since = new Date(Math.min(...own.map(({ of }) => of?.startsAt.getTime() ?? now.getTime())));
  const closing = { changedBy: new Set([by.id]), admins: await countAdmins(tx, now), senders: await sendersAway(tx, since) };
  if (isSecond(by.id, closing)) return null;
  if (own.some(({ of }) => of?.state !== 'released')) return 'releasing';
  // With two admins the other one set it: what nobody could answer is answered by the second of the two.
  const barred = [by.id, ...decided, ...begun.map(({ actorId }) => actorId)].filter((id) => id !== null);
  const free = await tx.member.count({ where: { ...unbannedAdmin(now), id: { notIn: barred } } });
  return free === 0 && !closing.senders.has(by.id) ? null : 'released';
}

/**
 * Refuses it to whom `releaserBar` bars; until the transaction ends nobody else begins the release of an epoch of theirs.
 * @throws Refused `not-allowed`
 */
export async function refuseReleaser(tx: Tx, by: Member, about: Changing, now: Date): Promise<void> {
  const memberIds = await reached(tx, about);
  await tx.$queryRaw`
    SELECT number FROM epoch WHERE state = 'allocated' AND number IN (SELECT epoch FROM epoch_reader WHERE "memberId" = ANY (${memberIds}::uuid[])
      UNION SELECT epoch FROM epoch_payee WHERE "memberId" = ANY (${memberIds}::uuid[])
      UNION SELECT epoch FROM epoch_reader WHERE "holdId" = ${about.holdId ?? null}::uuid) ORDER BY number FOR NO KEY UPDATE`;
  if ((await barAmong(tx, by, { ...about, memberIds }, now)) !== null) throw new Refused('not-allowed');
}

/** Of what is recorded or revoked of one person: refuses it to who is releasing an epoch that they have a part in. */
export const guardProof = (tx: Tx, by: Member, memberId: string): Promise<void> =>
  refuseReleaser(tx, by, { memberIds: [memberId] }, new Date());
