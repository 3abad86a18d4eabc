import { type Allocated, type Division, divide } from '@/lib/earnings/divide';
import { type Epoch, packEpoch } from '@/lib/earnings/epoch';

export interface Reader {
  id: string;
  budget: bigint;
  weights: [string, bigint][];
}

export interface Instance {
  pool: bigint;
  /** ρ, as a fraction; nothing where readers have no part. */
  readerShare?: Epoch['readerShare'];
  readers: Reader[];
}

export interface Divided {
  paid: bigint;
  carry: bigint;
  contributions: Map<string, bigint>;
  rewards: Map<string, bigint>;
  payees: Map<string, bigint>;
  text: string;
}

export type Rule = (epoch: Epoch, allocated?: Allocated) => Division;

export function dividedBy(rule: Rule, { pool, readerShare = null, readers }: Instance): Divided {
  const epoch = packEpoch({ pool, readerShare, readers });
  const { paid, carry, contributions, rewards, payees } = rule(epoch);
  const named = (ids: readonly string[], amounts: BigInt64Array) => new Map(ids.map((id, place) => [id, amounts[place] ?? 0n]));
  const text = [paid, carry, ...contributions, ...rewards, ...payees].join(' ');
  const ofReaders = { contributions: named(epoch.readers, contributions), rewards: named(epoch.readers, rewards) };
  return { paid, carry, ...ofReaders, payees: named(epoch.payees, payees), text };
}

export const product: Rule = divide;

/** The same numbers for the same seed, on every machine (Mulberry32). */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}

type Random = ReturnType<typeof randomFrom>;

/** Budgets that are tight, ample, equal or nothing; seconds that tie, that differ by orders, that are nothing; few payees, so that they share readers. */
export function instance(random: Random): Instance {
  const most = [20, 1_000, 1_000_000][random(3)] ?? 1_000;
  const readers = Array.from({ length: 1 + random(6) }, (_, nth) => reader(random, `r${nth}`, most));
  const all = readers.reduce((sum, { budget }) => sum + budget, 0n);
  // Below, at and above what the budgets allow.
  const pool = [all + BigInt(random(50)), all, (all * BigInt(random(100))) / 100n, BigInt(random(most))][random(4)] ?? all;
  // None, what the points pool has, and whatever else, the whole included.
  const readerShare = [null, [15n, 100n] as const, [BigInt(random(8)), 7n] as const][random(3)] ?? null;
  return { pool, readerShare, readers };
}

export function reader(random: Random, id: string, most: number): Reader {
  const budget = random(8) === 0 ? 0n : BigInt(random(most));
  const seconds = () => BigInt([0, random(4), random(100), random(14_400)][random(4)] ?? 0);
  const weights = Array.from({ length: random(5) }, (_, nth): [string, bigint] => [`a${nth}`, seconds()]);
  return { id, budget, weights };
}

export const sum = (amounts: Iterable<bigint>): bigint => [...amounts].reduce((all, one) => all + one, 0n);
