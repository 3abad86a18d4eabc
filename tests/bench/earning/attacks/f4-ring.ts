import type { Attack } from '../attack';
import { accountsForged, asScript, dailyPosts, KS, readAll } from '../forge';
import { times } from '../pool';

const READS = 30;

export const f4: Attack = {
  name: 'F4',
  what: 'a ring, each author reads the others',
  sizes: [...KS, 30].sort((a, b) => a - b),
  run({ points }, count) {
    const names = times(count, (nth) => `ring-${nth}`);
    // Each the next ones in the ring, never themselves.
    const nextTo = (nth: number) => times(Math.min(READS, count - 1), (place) => names[(nth + 1 + place) % count] ?? '');
    return accountsForged(points, names, { count, tier: 'phone', weights: (nth) => asScript(readAll(dailyPosts(nextTo(nth)))) });
  },
};
