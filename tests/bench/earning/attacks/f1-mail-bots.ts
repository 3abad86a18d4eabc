import type { Attack } from '../attack';
import { accountsForged, allDay, asScript, KS, OWN } from '../forge';

export const f1: Attack = {
  name: 'F1',
  what: 'bots with an address only',
  sizes: [...KS, 20_000],
  run: ({ points }, count) => accountsForged(points, [OWN], { count, tier: 'none', weights: asScript(allDay(OWN)) }),
};
