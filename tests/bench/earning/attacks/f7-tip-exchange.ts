import type { Attack } from '../attack';
import { accountsForged, asScript, KS } from '../forge';
import { DAYS, type Visit } from '../measure';
import { times } from '../pool';

export const f7: Attack = {
  name: 'F7',
  what: 'tips in a circle, with a page of thanks for each that the others open',
  sizes: KS,
  run({ points }, count) {
    const names = times(count, (nth) => `tipped-${nth}`);
    // A tip moves nothing by itself; its page is so short that reading it counts for seconds.
    const opened = (nth: number) =>
      times(Math.min(20, count - 1), (place): Visit[] => {
        const authorId = names[(nth + 1 + place) % count] ?? '';
        return times(DAYS, (day) => ({ post: { id: `${authorId}/thanks-${day}`, authorId, words: 60 }, day, seconds: 40, seen: 100 }));
      }).flat();
    return accountsForged(points, names, { count, tier: 'phone', weights: (nth) => asScript(opened(nth)) });
  },
};
