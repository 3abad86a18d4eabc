import type { Attack } from '../attack';
import { allDay, asScript, KS, membersJoin, OWN } from '../forge';
import { EIGHT } from '../pool';

export const a7: Attack = {
  name: 'A7',
  what: 'members at 75% off',
  sizes: KS,
  run: ({ members }, count) =>
    membersJoin(members, [OWN], {
      count,
      weights: asScript(allDay(OWN)),
      payment: { ...EIGHT, discount: 6_000_000n, costs: 358_000n },
    }),
};
