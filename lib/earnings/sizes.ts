import 'server-only';
import { db } from '@/lib/db/client';
import { type PoolKind, sizesOf } from './pools';
import type { RuleNumbers } from './rule';

/** What the epoch before left, in 10⁻³ of a point; 0 before it is divided. */
export async function carriedInto(number: number): Promise<bigint> {
  const before = await db.epochPool.aggregate({ where: { epoch: number - 1 }, _sum: { carry: true } });
  return before._sum.carry ?? 0n;
}

/** The two pools of an epoch. */
export const poolSizes = async (number: number, rule: RuleNumbers): Promise<Record<PoolKind, bigint>> =>
  sizesOf(await carriedInto(number), rule);
