import type { Attack } from '../attack';
import { asScript, dailyPosts, KS, membersJoin, OWN, readAll } from '../forge';
import { times } from '../pool';

export const a8: Attack = {
  name: 'A8',
  what: 'bot members under the caps of measuring, 40 author names',
  sizes: KS,
  run({ members }, count) {
    const names = times(40, (nth) => `${OWN}-${nth}`);
    return membersJoin(members, names, { count, weights: asScript(readAll(dailyPosts(names))) });
  },
};
