import type { Epoch } from './epoch';
import { splitByLargestRemainder } from './largest-remainder';

export interface Division {
  paid: bigint;
  /** What goes on to the next epoch: pool − paid. */
  carry: bigint;
  /** What a second moved for readers whose budget did not end first, in lowest terms; null when every budget fits the pool. */
  gamma: readonly [bigint, bigint] | null;
  /** What each reader moved, by the order of `readers`; of it `rewards` are their own and the rest is the payees'. */
  contributions: BigInt64Array;
  rewards: BigInt64Array;
  /** By the order of `payees`. */
  payees: BigInt64Array;
}

/** Hears what of one row's reading goes to its payee. */
export type Allocated = (reader: number, payee: number, amount: bigint) => void;

/**
 * Divides an epoch: each reader moves c = min(γ·L, b) with Σ c = pool, L their seconds and b their budget, to whom they read,
 * in proportion to the seconds. Integers throughout; what does not come out even goes by largest remainder, ties by id, so
 * that sums are kept to the unit and nobody's budget is passed. No set of accounts can bring out more than its budgets
 * (the bounded family of Ghosh, Neoh, Teh and Tyrovolas, "Fraud-Proof Revenue Division on Subscription Platforms", ICML 2025).
 */
export function divide(epoch: Epoch, allocated?: Allocated): Division {
  const { pool, readers, budgets, payees, from, payeeOf, seconds } = epoch;
  const read = secondsByReader(epoch);
  const active = Uint32Array.from(readers.keys()).filter((reader) => (read[reader] ?? 0n) > 0n && (budgets[reader] ?? 0n) > 0n);
  const all = active.reduce((sum, reader) => sum + (budgets[reader] ?? 0n), 0n);
  const contributions = new BigInt64Array(readers.length);
  let gamma: Division['gamma'] = null;
  if (all <= pool) for (const reader of active) contributions[reader] = budgets[reader] ?? 0n;
  else gamma = fill(contributions, { pool, active, budgets, read });

  const rewards = new BigInt64Array(readers.length);
  const paidTo = new BigInt64Array(payees.length);
  const [part, whole] = epoch.readerShare ?? [0n, 1n];
  for (const reader of active) {
    const moved = contributions[reader] ?? 0n;
    const own = (moved * part) / whole;
    rewards[reader] = own;
    const [first = 0, end = 0] = [from[reader], from[reader + 1]];
    const amounts = splitByLargestRemainder(moved - own, seconds.subarray(first, end), read[reader] ?? 1n);
    for (let row = first; row < end; row += 1) {
      const [payee = 0, amount = 0n] = [payeeOf[row], amounts[row - first]];
      paidTo[payee] = (paidTo[payee] ?? 0n) + amount;
      allocated?.(reader, payee, amount);
    }
  }
  const paid = gamma ? pool : all;
  return { paid, carry: pool - paid, gamma, contributions, rewards, payees: paidTo };
}

function secondsByReader({ readers, from, seconds }: Epoch): bigint[] {
  return readers.map((_, reader) => {
    let sum = 0n;
    for (let row = from[reader] ?? 0; row < (from[reader + 1] ?? 0); row += 1) sum += seconds[row] ?? 0n;
    return sum;
  });
}

interface Filling {
  pool: bigint;
  active: Uint32Array;
  budgets: BigInt64Array;
  read: readonly bigint[];
}

/** Fills the budgets that γ reaches, least per second first, and gives the rest of the pool to the others by their seconds. */
function fill(contributions: BigInt64Array, { pool, active, budgets, read }: Filling): readonly [bigint, bigint] {
  const order = byBudgetPerSecond(active, budgets, read);
  let left = pool;
  let seconds = active.reduce((sum, reader) => sum + (read[reader] ?? 0n), 0n);
  let next = 0;
  for (; next < order.length; next += 1) {
    const reader = order[next] ?? 0;
    const [budget = 0n, own = 0n] = [budgets[reader], read[reader]];
    if (left * own < budget * seconds) break;
    contributions[reader] = budget;
    left -= budget;
    seconds -= own;
  }
  const uncapped = order.subarray(next).sort();
  const shares = splitByLargestRemainder(
    left,
    Array.from(uncapped, (reader) => read[reader] ?? 0n),
    seconds,
  );
  for (const [place, reader] of uncapped.entries()) contributions[reader] = shares[place] ?? 0n;
  const common = gcd(left, seconds);
  return [left / common, seconds / common];
}

/** Readers by budget / seconds, ties by id. A quotient in floating point settles what is far apart; what is near is compared exactly. */
function byBudgetPerSecond(active: Uint32Array, budgets: BigInt64Array, read: readonly bigint[]): Uint32Array {
  const near = new Float64Array(read.length);
  for (const reader of active) near[reader] = Number(budgets[reader] ?? 0n) / Number(read[reader] ?? 1n);
  return active.slice().sort((a, b) => {
    const [x = 0, y = 0] = [near[a], near[b]];
    // Three roundings, each within 2^-53 of the true value.
    if (Math.abs(x - y) > (x + y) * 2 ** -50) return x - y;
    const apart = (budgets[a] ?? 0n) * (read[b] ?? 0n) - (budgets[b] ?? 0n) * (read[a] ?? 0n);
    return apart === 0n ? a - b : apart < 0n ? -1 : 1;
  });
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y > 0n) [x, y] = [y, x % y];
  return x;
}
