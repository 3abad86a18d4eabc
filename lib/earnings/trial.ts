import { type Division, divide } from './divide';
import { packEpoch } from './epoch';
import { POOLS, type PoolKind } from './pools';
import { type Fraction, TIERS, type Tier } from './rule';

/** Somebody in a division that is tried, under any name; amounts in 10⁻³ of a point. */
export interface Tried {
  id: string;
  tier: Tier;
  budget: bigint;
  weights: readonly (readonly [payee: string, seconds: bigint])[];
}

export interface TriedPool {
  kind: PoolKind;
  pool: bigint;
  paid: bigint;
  carry: bigint;
  gamma: Division['gamma'];
}

export interface TriedTier {
  tier: Tier;
  readers: number;
  budgets: bigint;
  moved: bigint;
}

/** What a division would say, in figures and by payee. */
export interface Trial {
  pools: TriedPool[];
  tiers: TriedTier[];
  /** Of all readers together. */
  rewards: bigint;
  payees: Map<string, bigint>;
}

/** Divides both pools as the product does, without writing anything down. */
export function tryDivision(
  readers: Readonly<Record<PoolKind, readonly Tried[]>>,
  { sizes, share }: { sizes: Readonly<Record<PoolKind, bigint>>; share: Fraction | null },
): Trial {
  const trial: Trial = { pools: [], tiers: [], rewards: 0n, payees: new Map() };
  const tiers = new Map<Tier, TriedTier>(TIERS.map((tier) => [tier, { tier, readers: 0, budgets: 0n, moved: 0n }]));
  for (const kind of POOLS) {
    const epoch = packEpoch({ pool: sizes[kind], readerShare: share, readers: readers[kind] });
    const division = divide(epoch);
    const { paid, carry, gamma } = division;
    trial.pools.push({ kind, pool: sizes[kind], paid, carry, gamma });
    for (const [place, payee] of epoch.payees.entries())
      trial.payees.set(payee, (trial.payees.get(payee) ?? 0n) + (division.payees[place] ?? 0n));
    for (const one of division.rewards) trial.rewards += one;
    const moved = new Map(epoch.readers.map((id, place) => [id, division.contributions[place] ?? 0n]));
    for (const { id, tier, budget } of readers[kind]) {
      const of = tiers.get(tier);
      if (!of) continue;
      of.readers += 1;
      of.budgets += budget;
      of.moved += moved.get(id) ?? 0n;
    }
  }
  trial.tiers = [...tiers.values()].filter((one) => one.readers > 0);
  return trial;
}
