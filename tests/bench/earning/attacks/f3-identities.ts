import type { Attack } from '../attack';
import { accountsForged, allDay, asScript, KS, OWN } from '../forge';

export const f3: Attack = {
  name: 'F3',
  what: 'forged identities',
  sizes: KS,
  run: ({ points }, count) => accountsForged(points, [OWN], { count, tier: 'identity', weights: asScript(allDay(OWN)) }),
};
