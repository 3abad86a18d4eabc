import { randomFrom } from '../../unit/earnings/instances';

/** Seeded chance: the same for the same seed. */
export interface Chance {
  below: (most: number) => number;
  /** From 0 up to, not with, 1. */
  share: () => number;
  /** Half of the values are below `median`. */
  logNormal: (median: number, sigma: number) => number;
  /** A place below `count`; the first is taken n times as often as the nth (Zipf). */
  zipf: (count: number) => number;
}

export function chanceFrom(seed: number): Chance {
  const below = randomFrom(seed);
  const share = () => below(2 ** 30) / 2 ** 30;
  const sums = new Map<number, Float64Array>();
  const sumsOf = (count: number): Float64Array => {
    const known = sums.get(count);
    if (known) return known;
    let all = 0;
    const found = Float64Array.from({ length: count }, (_, place) => {
      all += 1 / (place + 1);
      return all;
    });
    sums.set(count, found);
    return found;
  };
  return {
    below,
    share,
    // Box and Muller.
    logNormal: (median, sigma) => median * Math.exp(sigma * Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share())),
    zipf(count) {
      const to = sumsOf(count);
      const at = share() * (to[count - 1] ?? 1);
      let [low, high] = [0, count - 1];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((to[middle] ?? 0) > at) high = middle;
        else low = middle + 1;
      }
      return low;
    },
  };
}
