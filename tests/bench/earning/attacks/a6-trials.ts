import type { Attack } from '../attack';
import { allDay, asScript, KS, membersJoin, OWN } from '../forge';
import { EIGHT } from '../pool';

// An address, and a card that is never charged.
const ADDRESS = 50_000n;

export const a6: Attack = {
  name: 'A6',
  what: 'free trials',
  sizes: KS,
  most: 0,
  run: ({ members }, count) =>
    membersJoin(members, [OWN], { count, weights: asScript(allDay(OWN)), payment: { ...EIGHT, state: 'trial' }, cost: ADDRESS }),
};
