import type { Attack } from '../attack';
import { accountsForged, allDay, asScript, KS, OWN } from '../forge';

const ASLEEP = 8n;

export const f9: Attack = {
  name: 'F9',
  what: 'sleepers who wake together when eight epochs’ points were left over',
  sizes: KS,
  run({ points, ...town }, count) {
    // As if nobody honest had read meanwhile: the most that can be carried.
    const swollen = { ...points, amount: points.amount * (ASLEEP + 1n) };
    const few = { ...swollen, accounts: swollen.accounts.slice(0, town.people.length / 10) };
    return accountsForged(few, [OWN], { count, tier: 'card', weights: asScript(allDay(OWN)) });
  },
};
