import 'server-only';
import { db } from '@/lib/db/client';
import { type Found, unusualIn } from '../risk/list';
import type { Evidence } from '../risk/rule';
import { riskFacts } from '../risk-facts';
import { holdCredit } from './hold-credit';
import { linkSharedProofs } from './link-proof';

interface Span {
  startsAt: Date;
  endsAt: Date;
}

/**
 * Finds the accounts whose reading in an epoch is not a person's, and holds their credit, each once, with what was seen; and links what
 * the same proofs link. What others report is never looked at. Nobody is held again for what a human has cleared within ninety days before
 * the epoch, or within it for what was confirmed. Killed at any point, a second run comes to the same.
 */
export async function findUnusual(number: number, now = new Date()): Promise<void> {
  const epoch = await db.epoch.findUnique({ where: { number }, select: { startsAt: true, endsAt: true, state: true, reached: true } });
  if (epoch?.state !== 'running' || epoch.reached !== null) return;
  await linkSharedProofs();
  const facts = await riskFacts({ from: epoch.startsAt, to: epoch.endsAt < now ? epoch.endsAt : now });
  const first = unusualIn(facts);
  const known = await knownOf(
    first.map(({ memberId }) => memberId),
    epoch,
  );
  const staff = await staffAmong(first.map(({ memberId }) => memberId));
  for (const { memberId, rule, ...seen } of unusualIn(facts, (id, name) => known.get(`${id} ${name}`) ?? []))
    if (!staff.has(memberId)) await holdCredit(null, { memberId, reason: rule }, seen);
}

/** A clearing says nothing of what is read long after it. Days. */
const CLEARED_FOR = 90;

/** Of these people what was cleared lately, or what was confirmed in this epoch or after it, by `PERSON RULE`. */
async function knownOf(memberIds: readonly string[], { startsAt }: Span): Promise<Map<string, string[]>> {
  const rows = await db.earningHold.findMany({
    where: {
      memberId: { in: [...memberIds] },
      OR: [
        { outcome: 'cleared', endedAt: { gt: new Date(startsAt.getTime() - CLEARED_FOR * 86_400_000) } },
        { outcome: 'confirmed', endedAt: { gt: startsAt } },
      ],
    },
    select: { memberId: true, reason: true, marks: true, evidence: true },
  });
  const known = new Map<string, string[]>();
  for (const { memberId, evidence, ...first } of rows)
    for (const { reason, marks } of [first, ...((evidence as unknown as Evidence | null)?.more ?? [])]) {
      const key = `${memberId} ${reason}`;
      known.set(key, [...(known.get(key) ?? []), ...marks]);
    }
  return known;
}

/** The site's own people move nothing that could be held. */
async function staffAmong(memberIds: Found['memberId'][]): Promise<Set<string>> {
  const rows = await db.member.findMany({ where: { id: { in: memberIds }, role: { not: 'member' } }, select: { id: true } });
  return new Set(rows.map(({ id }) => id));
}

/** Every night, for what is being read. */
export async function findAllUnusual(now = new Date()): Promise<void> {
  const running = await db.epoch.findMany({ where: { state: 'running' }, orderBy: { number: 'asc' }, select: { number: true } });
  for (const { number } of running) await findUnusual(number, now);
}
