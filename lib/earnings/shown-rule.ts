import 'server-only';
import { pointBudget } from './budget';
import { type EarningRule, TIERS, type Tier } from './rule';
import { announcedRules, ruleAt } from './rules';

/** What forging an account of a tier costs, and the most that such an account moves in a week for it. */
export interface ShownTier {
  tier: Tier;
  price: bigint;
  survives: bigint;
  budget: bigint;
}

/** A rule of earning as people are told it. */
export interface ShownRule {
  rule: EarningRule;
  tiers: ShownTier[];
  /** Versions that are announced and do not hold yet, the next one first. */
  coming: { version: number; startsAt: Date; words: string }[];
}

/** The rule that holds at `now`, in the figures that people are told, and what comes after it. */
export async function shownRule(now: Date): Promise<ShownRule> {
  const [rule, announced] = [await ruleAt(now), await announcedRules()];
  const coming = announced.filter(({ startsAt, withdrawn }) => startsAt > now && withdrawn === null).reverse();
  return {
    rule,
    tiers: TIERS.map((tier) => ({ tier, ...rule.tiers[tier], budget: pointBudget(tier, rule) })),
    coming: coming.map(({ rule: { version }, startsAt, words }) => ({ version, startsAt, words })),
  };
}
