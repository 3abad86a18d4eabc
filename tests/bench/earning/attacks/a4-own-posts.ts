import type { Attack } from '../attack';
import { allDay, asScript, membersJoin } from '../forge';

export const a4: Attack = {
  name: 'A4',
  what: 'authors read their own posts, each from one account',
  sizes: [1, 10, 50, 200],
  run({ members, authors }, count) {
    const own = authors.slice(-count);
    return membersJoin(members, own, { count, weights: (nth) => asScript(allDay(own[nth] ?? '')) });
  },
};
