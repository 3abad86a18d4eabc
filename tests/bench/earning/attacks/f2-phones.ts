import type { Attack } from '../attack';
import { accountsForged, allDay, asScript, KS, OWN } from '../forge';

export const f2: Attack = {
  name: 'F2',
  what: 'accounts with bought phone numbers',
  sizes: KS,
  run: ({ points }, count) => accountsForged(points, [OWN], { count, tier: 'phone', weights: asScript(allDay(OWN)) }),
};
