import type { Epoch } from './epoch';
import { isSmall, scratchFor, splitByLargestRemainder, splitSmall } from './largest-remainder';

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
  const { pool, readers, budgets } = epoch;
  const read = secondsByReader(epoch);
  const active = Uint32Array.from(readers.keys()).filter((reader) => (read[reader] ?? 0n) > 0n && (budgets[reader] ?? 0n) > 0n);
  const all = active.reduce((sum, reader) => sum + (budgets[reader] ?? 0n), 0n);
  const contributions = new BigInt64Array(readers.length);
  let gamma: Division['gamma'] = null;
  if (all <= pool) for (const reader of active) contributions[reader] = budgets[reader] ?? 0n;
  else gamma = fill(contributions, { pool, active, budgets, read });

  const rewards = new BigInt64Array(readers.length);
  const [part, whole] = epoch.readerShare ?? [0n, 1n];
  if (part > 0n) for (const reader of active) rewards[reader] = ((contributions[reader] ?? 0n) * part) / whole;
  const paid = gamma ? pool : all;
  return {
    paid,
    carry: pool - paid,
    gamma,
    contributions,
    rewards,
    payees: payPayees(epoch, { active, read, contributions, rewards, allocated }),
  };
}

interface Paying {
  active: Uint32Array;
  read: readonly bigint[];
  contributions: BigInt64Array;
  rewards: BigInt64Array;
  allocated: Allocated | undefined;
}

/** Splits what each reader moved, less their reward, over whom they read. */
function payPayees(epoch: Epoch, { active, read, contributions, rewards, allocated }: Paying): BigInt64Array {
  const { pool, payees, from, payeeOf, seconds } = epoch;
  const paid = new BigInt64Array(payees.length);
  // No payee gets more than the pool, so below 2^53 their sums are exact.
  const small = pool <= Number.MAX_SAFE_INTEGER ? new Float64Array(payees.length) : null;
  const add = (payee: number, amount: bigint) => {
    paid[payee] = (paid[payee] ?? 0n) + amount;
  };
  const scratch = scratchFor(from.reduce((most, end, place) => Math.max(most, end - (from[place - 1] ?? 0)), 0));
  const numbers = asNumbers(seconds);
  for (const reader of active) {
    const moved = (contributions[reader] ?? 0n) - (rewards[reader] ?? 0n);
    const [first = 0, end = 0] = [from[reader], from[reader + 1]];
    const [amount, sum] = [Number(moved), Number(read[reader])];
    if (isSmall(amount, sum)) {
      for (let row = first; row < end; row += 1) scratch.weights[row - first] = numbers(row);
      splitSmall(amount, sum, end - first, scratch);
      for (let row = first; row < end; row += 1) {
        const [payee, part] = [payeeOf[row] as number, scratch.parts[row - first] as number];
        if (small) small[payee] = (small[payee] as number) + part;
        else add(payee, BigInt(part));
        allocated?.(reader, payee, BigInt(part));
      }
    } else {
      const parts = splitByLargestRemainder(moved, seconds.subarray(first, end), read[reader] ?? 1n);
      for (const [place, part] of parts.entries()) {
        const payee = payeeOf[first + place] ?? 0;
        add(payee, part);
        allocated?.(reader, payee, part);
      }
    }
  }
  if (small) for (const [payee, amount] of small.entries()) add(payee, BigInt(amount));
  return paid;
}

const [LOW, HIGH] = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? [0, 1] : [1, 0];

/** The amounts, none below 0, as numbers without an object for each: exact below 2^53, and not below it when they are not. */
function asNumbers(amounts: BigInt64Array): (place: number) => number {
  const halves = new Uint32Array(amounts.buffer, amounts.byteOffset, 2 * amounts.length);
  return (place) => (halves[2 * place + HIGH] as number) * 2 ** 32 + (halves[2 * place + LOW] as number);
}

function secondsByReader({ readers, from, seconds }: Epoch): bigint[] {
  const numbers = asNumbers(seconds);
  return readers.map((_, reader) => {
    const [first = 0, end = 0] = [from[reader], from[reader + 1]];
    let sum = 0;
    for (let row = first; row < end; row += 1) sum += numbers(row);
    // Rounding never brings a sum of 2^53 or more below it.
    return sum <= Number.MAX_SAFE_INTEGER ? BigInt(sum) : seconds.subarray(first, end).reduce((all, one) => all + one, 0n);
  });
}

interface Filling {
  pool: bigint;
  active: Uint32Array;
  budgets: BigInt64Array;
  read: readonly bigint[];
}

/**
 * Fills the budgets that γ reaches and gives the rest of the pool to the others by their seconds. γ is what the pool would move a
 * second if no budget ended; who is reached leaves with their budget, which raises γ for the others, until it reaches nobody. This is
 * Newton's method from below on Σ min(γ·L, b) = pool, so it ends after rounds by the logarithm of the amounts, whatever they are.
 */
function fill(contributions: BigInt64Array, { pool, active, budgets, read }: Filling): readonly [bigint, bigint] {
  const perSecond = new Float64Array(read.length);
  for (const reader of active) perSecond[reader] = Number(budgets[reader] ?? 0n) / Number(read[reader] ?? 1n);
  let open = active.slice();
  let left = pool;
  let seconds = active.reduce((sum, reader) => sum + (read[reader] ?? 0n), 0n);
  for (let reached = true; reached; ) {
    const [amount, over] = [left, seconds];
    const gamma = Number(amount) / Number(over);
    let kept = 0;
    for (const reader of open) {
      const own = perSecond[reader] as number;
      const apart = own - gamma;
      // Three roundings on each side, each within 2^-53 of the true value: what is near is compared exactly.
      const isReached =
        Math.abs(apart) > (own + gamma) * 2 ** -50 ? apart < 0 : (budgets[reader] ?? 0n) * over <= amount * (read[reader] ?? 0n);
      if (isReached) {
        const budget = budgets[reader] ?? 0n;
        contributions[reader] = budget;
        left -= budget;
        seconds -= read[reader] ?? 0n;
      } else {
        open[kept] = reader;
        kept += 1;
      }
    }
    reached = kept < open.length;
    open = open.subarray(0, kept);
  }
  const shares = splitByLargestRemainder(
    left,
    Array.from(open, (reader) => read[reader] ?? 0n),
    seconds,
  );
  for (const [place, reader] of open.entries()) contributions[reader] = shares[place] ?? 0n;
  const common = gcd(left, seconds);
  return [left / common, seconds / common];
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y > 0n) [x, y] = [y, x % y];
  return x;
}
