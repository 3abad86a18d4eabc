import type { Fraction } from './rule';

/** A reader's week as it was divided, with what was made good since. Amounts in thousandths of a point, seconds in whole ones. */
export interface Moved {
  budget: bigint;
  /** By the division and by earlier corrections. */
  moved: bigint;
  /** Seconds that counted, those that count after all by earlier corrections with them. */
  counted: bigint;
}

/**
 * The most that an upheld dispute pays for `left` seconds that should have counted: min(γ·(L + u), b) − what the reader moved already.
 * So no reader ever moves more than their budget, whoever upholds what: what any accounts bring out stays within what they cost (T1),
 * and nothing is taken from anyone else. Where the whole budget was moved, more reading would have changed whom it went to only, and
 * nothing is paid. `gamma` is what a second moved, null where every budget fitted.
 */
export function couldHaveMoved({ budget, moved, counted }: Moved, left: bigint, gamma: Fraction | null): bigint {
  if (left <= 0n) return 0n;
  const scaled = gamma ? (gamma[0] * (counted + left)) / gamma[1] : budget;
  const would = scaled < budget ? scaled : budget;
  return would > moved ? would - moved : 0n;
}

/** The reader's own part of it, and the writer's, which is the rest. */
export function partsOf(amount: bigint, share: Fraction | null): { reward: bigint; toWriter: bigint } {
  const reward = share ? (amount * share[0]) / share[1] : 0n;
  return { reward, toWriter: amount - reward };
}
