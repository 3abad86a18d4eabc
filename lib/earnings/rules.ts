import 'server-only';
import { db, type Tx } from '@/lib/db/client';
import type { EarningRule } from './rule';
import { ruleNumbers } from './rule-numbers';
import { nextStart, startsAfterNotice, startsFrom } from './starts';

/** A version of the rule as the public may read it. */
export interface AnnouncedRule {
  rule: EarningRule;
  startsAt: Date;
  /** Why, in the words of who announced it. */
  words: string;
  announcedAt: Date;
  /** Null while it stands; a version that had begun stands for ever. */
  withdrawn: { at: Date; words: string } | null;
}

interface Row {
  version: number;
  startsAt: Date;
  numbers: unknown;
}

const ruleFrom = ({ version, startsAt, numbers }: Row): EarningRule => ({
  version,
  from: startsAt.getTime(),
  ...ruleNumbers.parse(numbers),
});

/** All versions that were ever announced, the latest first: numbers, start and words, nobody's name. */
export async function announcedRules(tx: Tx = db): Promise<AnnouncedRule[]> {
  const rows = await tx.earningRule.findMany({
    orderBy: { version: 'desc' },
    include: { events: { select: { action: true, words: true, createdAt: true } } },
  });
  return rows.map(({ events, ...row }) => {
    const of = (action: string) => events.find((one) => one.action === action);
    const [announced, withdrawn] = [of('rule-announced'), of('rule-withdrawn')];
    return {
      rule: ruleFrom(row),
      startsAt: row.startsAt,
      words: announced?.words ?? '',
      announcedAt: announced?.createdAt ?? row.startsAt,
      withdrawn: withdrawn ? { at: withdrawn.createdAt, words: withdrawn.words } : null,
    };
  });
}

/** The versions that stand, in the order of their start. */
export async function standingRules(tx: Tx = db): Promise<EarningRule[]> {
  const rows = await tx.earningRule.findMany({
    where: { events: { none: { action: 'rule-withdrawn' } } },
    orderBy: [{ startsAt: 'asc' }, { version: 'asc' }],
  });
  return rows.map(ruleFrom);
}

/** The rule that holds at `at`. @throws when none does */
export async function ruleAt(at: Date, tx: Tx = db): Promise<EarningRule> {
  const row = await tx.earningRule.findFirst({
    where: { startsAt: { lte: at }, events: { none: { action: 'rule-withdrawn' } } },
    orderBy: [{ startsAt: 'desc' }, { version: 'desc' }],
  });
  if (!row) throw new Error(`no rule of earning at ${at.toISOString()}`);
  return ruleFrom(row);
}

/** The rule of a version, which an epoch keeps for ever. @throws when there is none */
export async function ruleOf(version: number, tx: Tx = db): Promise<EarningRule> {
  return ruleFrom(await tx.earningRule.findUniqueOrThrow({ where: { version } }));
}

const DAY = 86_400_000;

/** Until when what an epoch allocated waits, milliseconds since 1970; never ends before it is allocated. */
export async function heldUntil(
  { allocatedAt, ruleVersion }: { allocatedAt: Date | null; ruleVersion: number },
  tx: Tx = db,
): Promise<number> {
  return allocatedAt ? allocatedAt.getTime() + (await ruleOf(ruleVersion, tx)).holdDays * DAY : Number.POSITIVE_INFINITY;
}

/** Beginnings of epochs that are looked at, and that are offered. */
const AHEAD = 60;
const OFFERED = 12;

/** At which beginnings of epochs a rule that is announced at `now` may start, the next ones, milliseconds since 1970. */
export async function comingStarts(now: Date, tx: Tx = db): Promise<number[]> {
  const last = await tx.epoch.findFirst({ orderBy: { number: 'desc' }, select: { endsAt: true } });
  const first = nextStart(last?.endsAt.getTime() ?? null, now.getTime());
  return startsAfterNotice(startsFrom(first, await standingRules(tx), AHEAD), now.getTime()).slice(0, OFFERED);
}
