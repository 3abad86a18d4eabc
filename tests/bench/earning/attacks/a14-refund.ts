import type { Attack } from '../attack';
import { allDay, asScript, KS, membersJoin, OWN } from '../forge';
import { EIGHT, member } from '../pool';
import { rule } from '../town';

const ADDRESS = 50_000n;

export const a14: Attack = {
  name: 'A14',
  what: 'members refunded around the close, every other one before it',
  sizes: KS,
  most: 0,
  run({ members }, count) {
    const weights = asScript(allDay(OWN));
    const attacked = membersJoin(members, [OWN], { count, weights, cost: ADDRESS, takenBack: (nth) => nth % 2 === 1 });
    // Whose payment is gone when the inputs are frozen has put in nothing and moves nothing.
    const gone = new Set([...attacked.accounts].filter((_, nth) => nth % 2 === 0));
    const stages = attacked.stages.map((stage) => {
      const accounts = stage.after.accounts.map((one) =>
        gone.has(one.id) ? member(one.id, weights, rule, { ...EIGHT, state: 'refunded' }) : one,
      );
      const amount = accounts.reduce((sum, { putIn }) => sum + putIn, 0n);
      return { ...stage, after: { ...stage.after, amount, accounts } };
    });
    return { ...attacked, stages };
  },
};
