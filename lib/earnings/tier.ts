import { pointBudget } from './budget';
import { type RuleNumbers, TIERS, type Tier } from './rule';

/** What somebody has shown of themselves, from when on. */
export interface Proof {
  tier: Exclude<Tier, 'none'>;
  since: Date;
}

/** What is known of the person behind an account. */
export interface PersonFacts {
  emailVerifiedAt: Date | null;
  proofs: readonly Proof[];
}

const DAY = 86_400_000;

/** The dearest to forge of what somebody has proven at `at`, milliseconds since 1970. */
export function tierOf({ proofs }: PersonFacts, at: number): Tier {
  const proven = proofs.filter(({ since }) => since.getTime() <= at).map(({ tier }) => tier);
  return TIERS.findLast((tier) => tier !== 'none' && proven.includes(tier)) ?? 'none';
}

/**
 * The most that somebody moves in an epoch that ends at `at`, in 10⁻³ of a point. Without proof it is in the quarantine pool, and
 * nothing until their address has been confirmed for as long as the rule says: before, an account costs nothing.
 */
export function budgetAt(facts: PersonFacts, rule: RuleNumbers, at: number): bigint {
  const tier = tierOf(facts, at);
  const since = facts.emailVerifiedAt?.getTime() ?? Number.POSITIVE_INFINITY;
  return tier === 'none' && since + rule.addressDays * DAY > at ? 0n : pointBudget(tier, rule);
}
