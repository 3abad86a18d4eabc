import 'server-only';
import { isAdmin, type Member } from '@/lib/accounts/actor';
import { env } from '@/lib/core/env';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { mostWorth, rulesOfPoints } from '@/lib/earnings/most-worth';
import { availableOf } from '@/lib/earnings/names';
import { ruleAt } from '@/lib/earnings/rules';
import { balanceOf } from '@/lib/ledger/queries';
import { midnight } from '@/lib/reading/slots';
import { factsOf, settingOf } from './facts';
import type { Found } from './found';
import { mayDecide } from './may-decide';
import { CLEARING } from './points';
import { type Gate, gatesOf } from './policy';
import { isConfigured } from './rails';
import { isRail, RAILS, type RailName, type Setting } from './setting';
import { spent } from './spent';
import type { PayoutState } from './state';

/** A payout as its person and admins see it. */
export interface PayoutView {
  id: string;
  rail: RailName;
  state: PayoutState;
  /** Thousandths of a point; smallest units, and what they are units of. */
  points: bigint;
  units: bigint;
  unit: string;
  decimals: number;
  shown: string;
  createdAt: Date;
  /** What happened last: a code, and an admin's words. */
  reason: string;
  note: string;
  /** Where its transaction can be looked up; null where it cannot. */
  transaction: { id: string; url: string | null } | null;
}

interface PayoutRow {
  id: string;
  rail: string;
  state: PayoutState;
  points: bigint;
  units: bigint;
  shown: string;
  createdAt: Date;
  setting: { unit: string; decimals: number };
  events: { reason: string; note: string }[];
  items: { submission: { externalId: string; createdAt: Date } }[];
}

const TOLD = {
  id: true,
  rail: true,
  state: true,
  points: true,
  units: true,
  shown: true,
  createdAt: true,
  setting: { select: { unit: true, decimals: true } },
  events: { orderBy: { nth: 'desc' as const }, take: 1, select: { reason: true, note: true } },
  items: {
    select: { submission: { select: { externalId: true, createdAt: true } } },
    orderBy: { submission: { createdAt: 'desc' as const } },
    take: 1,
  },
} as const;

function view({ events: [last], items: [item], setting, ...row }: PayoutRow): PayoutView {
  const { SOLANA_EXPLORER } = env();
  const id = row.rail === 'solana' ? item?.submission.externalId : undefined;
  const url = id && SOLANA_EXPLORER !== '' ? SOLANA_EXPLORER.replace('{signature}', id) : null;
  return {
    ...row,
    ...setting,
    rail: isRail(row.rail) ? row.rail : 'manual',
    reason: last?.reason ?? '',
    note: last?.note ?? '',
    transaction: id ? { id, url } : null,
  };
}

export interface RailView {
  name: RailName;
  setting: Setting;
  gates: { gate: Gate; met: boolean }[];
  destination: { shown: string; usableFrom: Date } | null;
}

export interface OwnPayouts {
  /** Thousandths of a point that may be spent now, and that are set aside. */
  available: bigint;
  held: bigint;
  country: string | null;
  /** The rails that are on. */
  rails: RailView[];
  history: PayoutView[];
}

/** What somebody can be paid, how far they are from it, and what they were paid. */
export async function payoutsOf(member: Member, now: Date): Promise<OwnPayouts> {
  const account = await db.earningAccount.findUnique({ where: { memberId: member.id } });
  const purse = account ? await balanceOf(availableOf(account.code)) : { posted: 0n, held: 0n };
  const rails: RailView[] = [];
  let country: string | null = null;
  for (const name of RAILS) {
    const facts = await factsOf(db, member, name, now);
    country = facts.country;
    if (facts.setting?.on) rails.push({ name, setting: facts.setting, gates: gatesOf(facts), destination: facts.destination });
  }
  const rows = await db.payout.findMany({
    where: { memberId: member.id },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 100,
    select: TOLD,
  });
  return { available: purse.posted - purse.held, held: purse.held, country, rails, history: rows.map(view) };
}

/** How many of somebody's payouts came to nothing: what they ask for after one is another wish. */
export const countEnded = (member: Member): Promise<number> =>
  db.payout.count({ where: { memberId: member.id, state: { in: ['failed', 'cancelled'] } } });

/** The text that somebody is asked to sign; null for one that is used, over or not theirs. */
export const challengeOf = (member: Member, nonce: string, now: Date): Promise<{ message: string; address: string } | null> =>
  db.payoutChallenge.findFirst({
    where: { nonce, memberId: member.id, usedAt: null, expiresAt: { gt: now } },
    select: { message: true, address: true },
  });

export interface AdminPayout extends PayoutView {
  /** Null for who has left. */
  person: { name: string; handle: string } | null;
  own: boolean;
  submittedAt: Date | null;
}

export interface AdminRail {
  name: RailName;
  setting: Setting | null;
  configured: boolean;
  faults: { id: string; code: string; createdAt: Date }[];
  /** Payouts that wait for the next sending. */
  waiting: number;
  spentToday: bigint;
  /** The most that 1,000 points may be paid with, 10⁻⁶ of the money that the rule counts in. */
  most: { amount: bigint; unit: string };
  last: { at: Date; treasury: bigint | null; settled: bigint; open: number; clearing: bigint; faults: Found[] } | null;
}

export interface AdminPayouts {
  rails: AdminRail[];
  /** To be looked at, and on their way. */
  held: AdminPayout[];
  open: AdminPayout[];
  waiting: AdminPayout[];
  files: { id: string; name: string; createdAt: Date; open: number; count: number }[];
  clearing: bigint;
}

/** All that an admin has to know and decide of payouts. @throws Refused `not-found` for anyone else */
export async function adminPayouts(by: Member, now: Date): Promise<AdminPayouts> {
  if (!isAdmin(by)) throw new Refused('not-found');
  const list = async (state: PayoutState): Promise<AdminPayout[]> => {
    const rows = await db.payout.findMany({
      where: { state },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      take: 100,
      select: { ...TOLD, memberId: true, submittedAt: true, member: { select: { name: true, handle: true } } },
    });
    const all: AdminPayout[] = [];
    for (const { member, memberId, submittedAt, ...row } of rows) {
      const own = !(await mayDecide(db, by, { memberId, createdAt: row.createdAt }, now));
      all.push({ ...view(row), person: member, own, submittedAt });
    }
    return all;
  };
  // The last few, and however old those of which something is still to be answered.
  const last = await db.payoutSubmission.findMany({
    where: { rail: 'manual' },
    orderBy: { createdAt: 'desc' },
    take: 20,
    select: { id: true },
  });
  const files = await db.payoutSubmission.findMany({
    where: {
      rail: 'manual',
      OR: [{ id: { in: last.map(({ id }) => id) } }, { items: { some: { payout: { state: 'submitted' } } } }],
    },
    orderBy: { createdAt: 'desc' },
    take: 200,
    include: { items: { select: { payout: { select: { state: true } } } } },
  });
  return {
    rails: await Promise.all(RAILS.map((name) => adminRail(name, now))),
    held: await list('held'),
    open: await list('submitted'),
    waiting: await list('reserved'),
    files: files.map(({ id, externalId, createdAt, items }) => ({
      id,
      name: externalId,
      createdAt,
      count: items.length,
      open: items.filter(({ payout }) => payout.state === 'submitted').length,
    })),
    clearing: (await balanceOf(CLEARING)).posted,
  };
}

async function adminRail(name: RailName, now: Date): Promise<AdminRail> {
  const setting = await settingOf(db, name);
  const [today] = await db.$queryRaw<{ units: bigint }[]>`
    SELECT units::bigint FROM (${spent({ name, day: midnight(now), decimals: setting?.decimals ?? 0 })}) AS today`;
  const last = await db.payoutReconciliation.findFirst({ where: { rail: name }, orderBy: { at: 'desc' } });
  const [rules, { unit }] = [await rulesOfPoints(now), await ruleAt(now)];
  return {
    name,
    setting,
    configured: isConfigured(name),
    faults: await db.payoutFault.findMany({ where: { rail: name, clearedAt: null }, select: { id: true, code: true, createdAt: true } }),
    waiting: await db.payout.count({ where: { rail: name, state: 'reserved' } }),
    spentToday: today?.units ?? 0n,
    most: { amount: mostWorth(unit, rules) ?? 0n, unit },
    last: last && { ...last, faults: last.faults as unknown as Found[] },
  };
}
