import type { Attack } from '../attack';
import { allDay, asScript, KS, OWN } from '../forge';
import { withReading } from '../pool';

const BRIBE = 2_000_000n;

export const a5: Attack = {
  name: 'A5',
  what: 'real members bribed at 2: they bring what they paid to whom they like, and no more',
  sizes: KS,
  most: 0.85 * 4,
  run({ members }, count) {
    const bribed = new Set(
      members.accounts
        .filter(({ weights }) => weights.length > 0)
        .slice(0, count)
        .map(({ id }) => id),
    );
    const bought = asScript(allDay(OWN));
    const after = withReading(members, ({ id, weights }) => (bribed.has(id) ? bought : weights));
    return {
      stages: [{ before: members, after, epochs: 1n, worth: [1n, 1n] }],
      payees: new Set([OWN]),
      accounts: new Set(),
      cost: BRIBE * BigInt(bribed.size),
    };
  },
};
