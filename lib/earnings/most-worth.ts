import 'server-only';
import { db, type Tx } from '@/lib/db/client';
import type { EarningRule } from './rule';
import { ruleAt, ruleOf } from './rules';

/** Tokens that are made to be worth one of a money's unit. */
const AS_MONEY: Readonly<Record<string, string>> = { USDC: 'USD', USDT: 'USD', EURC: 'EUR' };

/** What is paid for points. */
export interface Price {
  unit: string;
  /** Digits of the unit. */
  decimals: number;
  /** Smallest units for 1,000 points. */
  worth: bigint;
}

/** The rules that there are points of: those that epochs went by, and the one that holds at `now`. */
export async function rulesOfPoints(now: Date, tx: Tx = db): Promise<EarningRule[]> {
  const used = await tx.epoch.findMany({ distinct: ['ruleVersion'], select: { ruleVersion: true } });
  const versions = new Set([...used.map(({ ruleVersion }) => ruleVersion), (await ruleAt(now, tx)).version]);
  return Promise.all([...versions].map((version) => ruleOf(version, tx)));
}

/**
 * The most that 1,000 points may be paid with in a unit, in 10⁻⁶ of it: 1,000·v/(1 − m) of the rule with the least, at which a forged
 * account brings back what it cost. Null where no rule counts in that money, so that nobody can say.
 */
export function mostWorth(unit: string, rules: readonly EarningRule[]): bigint | null {
  const money = AS_MONEY[unit] ?? unit;
  const all = rules
    .filter((rule) => rule.unit === money)
    .map(({ pointValue, margin: [part, whole] }) => (pointValue * whole * 1_000n) / (whole - part));
  return all.reduce<bigint | null>((least, one) => (least === null || one < least ? one : least), null);
}

/** Whether so much is paid that accounts would be forged for it. */
export function isTooMuch({ unit, decimals, worth }: Price, rules: readonly EarningRule[]): boolean {
  const most = mostWorth(unit, rules);
  return most !== null && worth * 1_000_000n > most * 10n ** BigInt(decimals);
}
