import type { Attack } from '../attack';
import { allDay, asScript, KS, membersJoin, OWN } from '../forge';

const STOLEN_CARD = 5_000_000n;

export const a9: Attack = {
  name: 'A9',
  what: 'stolen cards, charged back after 20 days',
  sizes: KS,
  most: 0,
  // The hold is 30 days, so the payment is gone before anything is released.
  run: ({ members }, count) => membersJoin(members, [OWN], { count, weights: asScript(allDay(OWN)), cost: STOLEN_CARD, takenBack: true }),
};
