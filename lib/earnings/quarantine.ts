import type { RuleNumbers, Tier } from './rule';

/** Accounts with proof, and those without. */
export type Part = 'proven' | 'unproven';

export const partOf = (tier: Tier): Part => (tier === 'none' ? 'unproven' : 'proven');

/** The two pools that a points pool is divided as, which are the whole of it: ⌊q·pool⌋ for accounts without proof, the rest for the others. */
export function splitPool(pool: bigint, { quarantine: [part, whole] }: RuleNumbers): Record<Part, bigint> {
  const unproven = (pool * part) / whole;
  return { proven: pool - unproven, unproven };
}
