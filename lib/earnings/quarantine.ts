import { type Division, divide } from './divide';
import type { Epoch } from './epoch';
import type { RuleNumbers, Tier } from './rule';

/** Accounts with proof, and those without. */
export type Part = 'proven' | 'unproven';

export const partOf = (tier: Tier): Part => (tier === 'none' ? 'unproven' : 'proven');

/** The two pools that a points pool is divided as, which are the whole of it: ⌊q·pool⌋ for accounts without proof, the rest for the others. */
export function splitPool(pool: bigint, { quarantine: [part, whole] }: RuleNumbers): Record<Part, bigint> {
  const unproven = (pool * part) / whole;
  return { proven: pool - unproven, unproven };
}

export interface DividedApart extends Record<Part, Division> {
  /** Of both together, in 10⁻³ of a point. */
  paid: bigint;
  carry: bigint;
}

/**
 * Divides a points pool in two: whatever number of accounts without proof there is, together they move at most q of it, and what
 * one part leaves is carried, never moved by the other. Each part is an epoch of its own, its pool left out. `by` is how a part is divided.
 */
export function divideApart(
  pool: bigint,
  parts: Record<Part, Omit<Epoch, 'pool'>>,
  { rule, by = (epoch) => divide(epoch) }: { rule: RuleNumbers; by?: (epoch: Epoch, part: Part) => Division },
): DividedApart {
  const pools = splitPool(pool, rule);
  const proven = by({ ...parts.proven, pool: pools.proven }, 'proven');
  const unproven = by({ ...parts.unproven, pool: pools.unproven }, 'unproven');
  return { proven, unproven, paid: proven.paid + unproven.paid, carry: proven.carry + unproven.carry };
}
