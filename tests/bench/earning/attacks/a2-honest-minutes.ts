import type { Attack } from '../attack';
import { asScript, dailyPosts, KS, membersJoin } from '../forge';
import { times } from '../pool';
import { honestSeconds, weekOf } from '../town';

export const a2: Attack = {
  name: 'A2',
  what: 'bot members at honest minutes',
  sizes: KS,
  run({ members, chance }, count) {
    const authors = times(5, (nth) => `attacker-${nth}`);
    const posts = new Map(authors.map((author) => [author, dailyPosts([author])]));
    const week = () => weekOf(honestSeconds(chance), { authors, posts, chance });
    return membersJoin(members, authors, { count, weights: () => asScript(week()) });
  },
};
