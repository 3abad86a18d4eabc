import type { Attack } from '../attack';
import { accountsForged, asScript, KS } from '../forge';
import { creditedFor, DAYS, type Visit } from '../measure';
import { times, withReading } from '../pool';

const POSTS_A_DAY = 100;

export const f8: Attack = {
  name: 'F8',
  what: 'a hundred posts a day from each, which the accounts read and one honest reader in ten opens by mistake',
  sizes: KS,
  run({ points, people, chance }, count) {
    const names = times(count, (nth) => `spam-${nth}`);
    const some = (seconds: number, of: number): Visit[] =>
      times(of, () => {
        const [authorId, day] = [names[chance.below(count)] ?? '', chance.below(DAYS)];
        const id = `${authorId}/${day}-${chance.below(POSTS_A_DAY)}`;
        return { post: { id, authorId, words: 300 }, day, seconds, seen: 100 };
      });
    const visitsOf = new Map(people.map(({ id, visits }) => [id, visits]));
    // Long enough to see what it is; not to read it.
    const misled = withReading(points, ({ id, weights }) =>
      chance.below(10) === 0 ? creditedFor([...(visitsOf.get(id) ?? []), ...some(10, 5)]) : weights,
    );
    const attacked = accountsForged(misled, names, { count, tier: 'phone', weights: () => asScript(some(110, 60)) });
    return { ...attacked, stages: attacked.stages.map((stage) => ({ ...stage, before: points })) };
  },
};
