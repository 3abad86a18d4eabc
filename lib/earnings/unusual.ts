import 'server-only';
import { isAdmin, type Member } from '@/lib/accounts/actor';
import { proofsSeen, type SeenProof } from '@/lib/accounts/proofs';
import { isUuid } from '@/lib/core/keys';
import { Refused } from '@/lib/core/refused';
import { db, type Prisma } from '@/lib/db/client';
import { type Bar, barOf } from './closing';
import { aboutHold, type HeldRow, mayDecide } from './conclude';
import type { Evidence } from './risk/rule';
import { atStake, NOTHING } from './told-holds';

interface HoldLine {
  id: string;
  reason: string;
  byMachine: boolean;
  createdAt: Date;
  outcome: 'cleared' | 'confirmed' | null;
  endedAt: Date | null;
  waiting: bigint;
  taken: bigint;
  /** An appeal about it waits. */
  appealed: boolean;
}

export interface UnusualAccount extends HoldLine {
  /** Null of who has left. */
  who: { name: string; handle: string } | null;
}

const PAGE = 50;
const WAITS = { where: { appeal: { is: { outcome: null } } }, select: { id: true }, take: 1 } as const;

/** Also of who has left, while what they moved to others waits for an answer. */
const LISTED: Prisma.EarningHoldWhereInput = {
  OR: [{ memberId: { not: null } }, { memberId: null, outcome: null, readers: { some: {} } }],
};

/**
 * Whose reading is held or was, those first that wait for an answer, of these the oldest; by pages. @throws Refused `not-found` for who
 * is no admin
 */
export async function unusualAccounts(
  admin: Member,
  after: string | undefined,
): Promise<{ accounts: UnusualAccount[]; next: string | null }> {
  if (!isAdmin(admin)) throw new Refused('not-found');
  const [, group, id] = /^(open|ended)-(.*)$/.exec(after ?? '') ?? [];
  const from = id !== undefined && isUuid(id) ? id : null;
  const find = (where: Prisma.EarningHoldWhereInput, order: 'asc' | 'desc', most: number) =>
    db.earningHold.findMany({
      where: { AND: [LISTED, where] },
      include: { member: { select: { name: true, handle: true } }, events: WAITS },
      orderBy: { id: order },
      take: most,
    });
  const open = group === 'ended' ? [] : await find({ outcome: null, ...(from ? { id: { gt: from } } : {}) }, 'asc', PAGE + 1);
  const left = PAGE + 1 - open.length;
  const before = group === 'ended' && from ? { id: { lt: from } } : {};
  const rest = left > 0 ? await find({ outcome: { not: null }, ...before }, 'desc', left) : [];
  const rows = [...open, ...rest];
  const sums = await atStake(rows.map(({ id }) => id));
  const shown = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? shown.at(-1) : undefined;
  return {
    accounts: shown.map(({ member, events, ...hold }) => ({
      ...lineOf(hold, events.length > 0, sums),
      who: member,
    })),
    next: last ? `${last.outcome === null ? 'open' : 'ended'}-${last.id}` : null,
  };
}

function lineOf(
  { id, reason, byMachine, createdAt, outcome, endedAt }: Omit<HoldLine, 'waiting' | 'taken' | 'appealed'>,
  appealed: boolean,
  sums: Awaited<ReturnType<typeof atStake>>,
): HoldLine {
  return { ...{ id, reason, byMachine, createdAt, outcome, endedAt, appealed }, ...(sums.get(id) ?? NOTHING) };
}

export interface SeenHold extends HoldLine {
  by: string | null;
  endedBy: string | null;
  note: string;
  answer: string;
  ruleVersion: number;
  figures: Evidence['figures'];
  /** Of single posts, by their place in the evidence: which they are is the reader's to know. */
  posts: { place: number; figures: Evidence['figures'] }[];
  /** What rules found while it was open, by its place. */
  more: { place: number; reason: string; figures: Evidence['figures'] }[];
  /** What this admin may answer while it is open: the only one may take back their own. */
  answers: readonly ('cleared' | 'confirmed')[];
  /** Why they may not; null where they may, and of an answered one. */
  bar: Bar | null;
}

export interface SeenLink {
  id: string;
  ground: string;
  reason: string;
  note: string;
  by: string | null;
  createdAt: Date;
  liftedAt: Date | null;
  /** Null of who has left. */
  other: { name: string; handle: string } | null;
}

/** All that is known of somebody's earning, for a human who judges. */
export interface SeenPerson {
  id: string;
  name: string;
  handle: string;
  joinedAt: Date;
  /** Of the admin who looks: nobody decides about themselves. */
  own: boolean;
  holds: SeenHold[];
  links: SeenLink[];
  proofs: SeenProof[];
}

/** @throws Refused `not-found` for who is no admin, and for an unknown person */
export async function seenPerson(admin: Member, handle: string): Promise<SeenPerson> {
  if (!isAdmin(admin)) throw new Refused('not-found');
  const person = await db.member.findUnique({ where: { handle }, select: { id: true, name: true, handle: true, createdAt: true } });
  if (!person) throw new Refused('not-found');
  const { id, createdAt: joinedAt, ...named } = person;
  const [holds, links, proofs] = await Promise.all([seenHolds(admin, { memberId: id }), linksOf(id), proofsSeen(admin, id)]);
  return { id, ...named, joinedAt, own: id === admin.id, holds, links, proofs };
}

/**
 * An unanswered hold of somebody who has left: what they moved to others waits for it. @throws Refused `not-found` for who is no admin,
 * and for any other hold
 */
export async function seenHoldOfGone(admin: Member, holdId: string): Promise<SeenHold> {
  if (!isAdmin(admin) || !isUuid(holdId)) throw new Refused('not-found');
  const [hold] = await seenHolds(admin, { id: holdId, memberId: null, outcome: null });
  if (!hold) throw new Refused('not-found');
  return hold;
}

async function seenHolds(admin: Member, where: Prisma.EarningHoldWhereInput): Promise<SeenHold[]> {
  const named = { select: { name: true } } as const;
  const rows = await db.earningHold.findMany({
    where,
    include: { by: named, endedBy: named, events: WAITS },
    orderBy: { id: 'desc' },
    take: PAGE,
  });
  const sums = await atStake(rows.map(({ id }) => id));
  const evidence = rows.map((row) => (row.evidence ?? { figures: {}, posts: [] }) as unknown as Evidence);
  const decisions = await Promise.all(rows.map((row) => decisionOf(admin, row)));
  return rows.map((row, nth) => ({
    ...lineOf(row, row.events.length > 0, sums),
    ...{ by: row.by?.name ?? null, endedBy: row.endedBy?.name ?? null, note: row.note, answer: row.answer, ruleVersion: row.ruleVersion },
    figures: evidence[nth]?.figures ?? {},
    posts: (evidence[nth]?.posts ?? []).map(({ figures }, before) => ({ place: before + 1, figures })),
    more: (evidence[nth]?.more ?? []).map(({ reason, figures }, before) => ({ place: before + 1, reason, figures })),
    ...(decisions[nth] ?? NO_DECISION),
  }));
}

const NO_DECISION: Pick<SeenHold, 'answers' | 'bar'> = { answers: [], bar: null };

async function decisionOf(admin: Member, row: HeldRow): Promise<typeof NO_DECISION> {
  if (row.outcome !== null) return NO_DECISION;
  const bar = await barOf(db, admin, aboutHold(row), new Date());
  return { answers: bar ? [] : mayDecide(admin, row) ? ['cleared', 'confirmed'] : ['cleared'], bar };
}

async function linksOf(memberId: string): Promise<SeenLink[]> {
  const person = { select: { id: true, name: true, handle: true } } as const;
  const rows = await db.earningLink.findMany({
    where: { OR: [{ oneId: memberId }, { otherId: memberId }] },
    include: { one: person, other: person, by: { select: { name: true } } },
    orderBy: { id: 'desc' },
    take: PAGE,
  });
  return rows.map(({ id, ground, reason, note, by, createdAt, liftedAt, one, other }) => {
    const them = one?.id === memberId ? other : one;
    const named = them && { name: them.name, handle: them.handle };
    return { id, ground, reason, note, by: by?.name ?? null, createdAt, liftedAt, other: named };
  });
}
