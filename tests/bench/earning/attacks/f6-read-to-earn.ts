import type { Attack } from '../attack';
import { accountsForged, asScript, dailyPosts, KS, readAll } from '../forge';

export const f6: Attack = {
  name: 'F6',
  what: 'a farm that reads popular authors for the reader’s own part',
  sizes: KS,
  most: 0.15 * 0.85,
  run({ points, authors }, count) {
    const attacked = accountsForged(points, [], { count, tier: 'phone', weights: asScript(readAll(dailyPosts(authors.slice(0, 40)))) });
    return {
      ...attacked,
      bound({ after: { accounts, rule } }) {
        const [part, whole] = rule.readerShare.points ?? [0n, 1n];
        const budgets = accounts.reduce((sum, { id, budget }) => (attacked.accounts.has(id) ? sum + budget : sum), 0n);
        return (budgets * part) / whole;
      },
    };
  },
};
