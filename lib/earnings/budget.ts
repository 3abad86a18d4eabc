import type { RuleNumbers, Tier } from './rule';

/** What somebody paid for one epoch. Amounts in 10⁻⁶ of the money's unit, none below 0. */
export interface Payment {
  /** What the plan costs without a coupon. */
  price: bigint;
  /** What a coupon takes off. */
  discount: bigint;
  /** What of the payment others take: the processor's fee, taxes. */
  costs: bigint;
  state: 'trial' | 'paid' | 'refunded' | 'disputed';
}

/** g: what was paid and is still here. Trials, what a coupon covers, refunded and disputed payments are 0. */
export const grossOf = ({ price, discount, state }: Payment): bigint => (state === 'paid' && price > discount ? price - discount : 0n);

/** p: what a member puts into the members' pool, after costs and the site's share; 10⁻⁶ of the money's unit, never below 0. */
export function putInBy(payment: Payment, { siteShare: [part, whole] }: RuleNumbers): bigint {
  const left = grossOf(payment) - payment.costs;
  return left > 0n ? (left * (whole - part)) / whole : 0n;
}

/**
 * b of the members' pool: the most that this member moves in the epoch, min(⌊κ·p⌋, ⌊(1 − m)·g⌋), in 10⁻⁶ of the money's unit.
 * κ = 1 is user-centric, the cap alone ScaledUserProp (Ghosh, Neoh, Teh and Tyrovolas, ICML 2025).
 */
export function memberBudget(payment: Payment, rule: RuleNumbers): bigint {
  const [scaled, most] = [rule.kappa, rule.margin];
  const wanted = (putInBy(payment, rule) * scaled[0]) / scaled[1];
  const cap = (grossOf(payment) * (most[1] - most[0])) / most[1];
  if (wanted < cap) return wanted;
  return cap;
}

/**
 * b of the points pool: the most that an account of this tier moves in the epoch, ⌊(1 − m)·C / (v·H)⌋, in 10⁻³ of a point: over all
 * the epochs that a forged one survives it brings out less than it cost. Without proof it is moved in the quarantine pool only.
 */
export function pointBudget(tier: Tier, { margin: [part, whole], pointValue, tiers }: RuleNumbers): bigint {
  const { price, survives } = tiers[tier];
  return ((whole - part) * price * 1_000n) / (whole * pointValue * survives);
}
