import { type Part, partOf, splitPool } from './quarantine';
import type { RuleNumbers, Tier } from './rule';

/** The two divisions of an epoch, in the order in which they are done. */
export const POOLS = ['main', 'quarantine'] as const;
export type PoolKind = (typeof POOLS)[number];

const KIND: Readonly<Record<Part, PoolKind>> = { proven: 'main', unproven: 'quarantine' };

/** The pool in which an account of a tier moves its budget. */
export const poolOf = (tier: Tier): PoolKind => KIND[partOf(tier)];

/** The two pools of what is there. What was left before goes to the main one, so that no fake gets more by waiting. */
export function sizesOf(carried: bigint, rule: RuleNumbers): Record<PoolKind, bigint> {
  const { proven, unproven } = splitPool(rule.emission, rule);
  return { main: proven + carried, quarantine: unproven };
}
