import type { Attack } from '../attack';
import { allDay, asScript, KS, membersJoin, OWN } from '../forge';

export const a1: Attack = {
  name: 'A1',
  what: 'bot members, 4 hours a day',
  sizes: KS,
  run: ({ members }, count) => membersJoin(members, [OWN], { count, weights: asScript(allDay(OWN)) }),
};
