import 'server-only';
import { db } from '@/lib/db/client';
import { splitPool } from './quarantine';
import type { RuleNumbers } from './rule';
import type { PoolKind } from './steps';

/** What the epoch before left, in 10⁻³ of a point; 0 before it is divided. */
export async function carriedInto(number: number): Promise<bigint> {
  const before = await db.epochPool.aggregate({ where: { epoch: number - 1 }, _sum: { carry: true } });
  return before._sum.carry ?? 0n;
}

/** The two pools of what is there. What was left before goes to the main one, so that no fake gets more by waiting. */
export function sizesOf(carried: bigint, rule: RuleNumbers): Record<PoolKind, bigint> {
  const { proven, unproven } = splitPool(rule.emission, rule);
  return { main: proven + carried, quarantine: unproven };
}

/** The two pools of an epoch. */
export const poolSizes = async (number: number, rule: RuleNumbers): Promise<Record<PoolKind, bigint>> =>
  sizesOf(await carriedInto(number), rule);
