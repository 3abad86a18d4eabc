import type { Attack } from '../attack';
import { asScript, KS, membersJoin, OWN } from '../forge';
import { DAYS, reading, type Visit } from '../measure';
import { times, type Weights } from '../pool';

const DAY = 86_400;
export const TABS = 30;

/** What was credited of so many seconds by the clock. */
export interface Forged {
  credited: number;
  elapsed: number;
}

/** What is credited of a week of it, in posts that fit the caps. */
function aroundTheClock({ credited, elapsed }: Forged): Weights {
  if (credited > elapsed) throw new Error(`forged beats credit ${credited} of ${elapsed} seconds`);
  const seconds = Math.floor((DAY * credited) / elapsed / TABS);
  const names = times(TABS, (tab) => `${OWN}-${tab}`);
  const visits = names.flatMap((authorId) =>
    times(DAYS, (day): Visit => ({ post: { id: `${authorId}/${day}`, authorId, words: 9_520 }, day, seconds, seen: 100 })),
  );
  const weights = asScript(visits);
  const all = weights.reduce((sum, [, one]) => sum + one, 0n);
  if (all > BigInt(DAYS * reading.mostOfDay)) throw new Error(`forged beats credit ${all} seconds a week`);
  return weights;
}

/** `forged` is what the product credits to who forges. */
export const a13 = (forged: Forged): Attack => ({
  name: 'A13',
  what: 'beats forged around the clock in 30 tabs; every other account passes all measuring',
  sizes: KS,
  run({ members }, count) {
    const measured = aroundTheClock(forged);
    const payees = [...measured.map(([payee]) => payee), OWN];
    // Thirty weeks in one, as if nobody looked at the clock.
    const unmeasured: Weights = [[OWN, BigInt(TABS * DAYS * DAY)]];
    return membersJoin(members, payees, { count, weights: (nth) => (nth % 2 === 0 ? unmeasured : measured) });
  },
});
