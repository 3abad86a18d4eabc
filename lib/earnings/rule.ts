/** A number between whole ones, as numerator and denominator. */
export type Fraction = readonly [bigint, bigint];

/** A fraction as two columns keep it; null where there is none. */
export const fractionOf = (over: bigint | null, under: bigint | null): Fraction | null =>
  over === null || under === null ? null : [over, under];

/** What an account proves of the person behind it, least first. Without proof there is a confirmed address only. */
export const TIERS = ['none', 'phone', 'card', 'identity'] as const;
export type Tier = (typeof TIERS)[number];

export interface ForgingCost {
  /** C: what a forged account of this tier costs whoever buys one, in 10⁻⁶ of the money's unit. */
  price: bigint;
  /** H: the epochs that it survives. */
  survives: bigint;
}

/** The numbers that an epoch goes by, from its first day to its release. */
export interface RuleNumbers {
  /** κ: how much more than they put in a member may move, since others read nothing. At least 1. */
  kappa: Fraction;
  /** m: what of an account's cost can never come out again. */
  margin: Fraction;
  /** What the site keeps of a member's payment after costs. */
  siteShare: Fraction;
  /** ρ: the readers' own part of what they move; null where there is none. */
  readerShare: { points: Fraction | null; members: Fraction | null };
  /** q: what of the points all accounts without proof have together. */
  quarantine: Fraction;
  /** E: the most points that an epoch emits, in 10⁻³. */
  emission: bigint;
  /** v: what the budgets take a point to be worth, in 10⁻⁶ of the money's unit. */
  pointValue: bigint;
  /** The money that prices and the point's value are in, by ISO 4217. */
  unit: string;
  /** The operator's table. */
  tiers: Readonly<Record<Tier, ForgingCost>>;
  /** Days of an epoch. */
  days: number;
  /** Days that what was allocated waits before it may be spent. */
  holdDays: number;
  /** Days that an address must have been confirmed before an account without proof moves anything. */
  addressDays: number;
}

/** How an epoch is divided. Old epochs keep their own rule for ever; a new one has a start and is announced before. */
export interface EarningRule extends RuleNumbers {
  version: number;
  /** From when on, milliseconds since 1970. */
  from: number;
}

/** What a database begins with, see the migration; every later version is announced by an admin. */
export const FIRST_RULE: EarningRule = {
  version: 1,
  from: 0,
  kappa: [125n, 100n],
  margin: [15n, 100n],
  siteShare: [30n, 100n],
  readerShare: { points: [15n, 100n], members: null },
  quarantine: [5n, 100n],
  emission: 150_000_000n,
  pointValue: 10_000n,
  unit: 'USD',
  tiers: {
    none: { price: 50_000n, survives: 4n },
    phone: { price: 600_000n, survives: 4n },
    card: { price: 3_000_000n, survives: 4n },
    identity: { price: 20_000_000n, survives: 4n },
  },
  days: 7,
  holdDays: 30,
  addressDays: 7,
};

/** The rule that holds at `at`, milliseconds since 1970, of these, which are in the order of their start. @throws when none does */
export function earningRuleAt(at: number, rules: readonly EarningRule[] = [FIRST_RULE]): EarningRule {
  const rule = rules.findLast(({ from }) => from <= at);
  if (!rule) throw new Error(`no rule of earning at ${at}`);
  return rule;
}
