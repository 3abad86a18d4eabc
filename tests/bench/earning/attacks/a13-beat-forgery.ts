import { SLOT_SECONDS, slotOf } from '@/lib/reading/slots';
import type { Attack } from '../attack';
import { asScript, KS, membersJoin, OWN } from '../forge';
import { DAYS, MONDAY, reading, type Visit } from '../measure';
import { times, type Weights } from '../pool';

const TABS = 30;
const DAY = 86_400_000;

/** The seconds that the rule accepts on one day of beats forged in thirty sessions at once, each as often as is accepted at all. */
function forgedDay(): number {
  const taken = new Set<number>();
  for (let tab = 0; tab < TABS; tab += 1)
    for (let at = MONDAY + tab * 300; at < MONDAY + DAY; at += reading.earliest) taken.add(slotOf(new Date(at)));
  return taken.size * SLOT_SECONDS;
}

/** Every second of the week, in posts that fit the caps. */
function aroundTheClock(): Weights {
  const seconds = forgedDay() / TABS;
  const names = times(TABS, (tab) => `${OWN}-${tab}`);
  const visits = names.flatMap((authorId) =>
    times(DAYS, (day): Visit => ({ post: { id: `${authorId}/${day}`, authorId, words: 9_520 }, day, seconds, seen: 100 })),
  );
  const credited = asScript(visits);
  const all = credited.reduce((sum, [, one]) => sum + one, 0n);
  if (all > BigInt(DAYS * reading.mostOfDay)) throw new Error(`forged beats credit ${all} seconds a week`);
  return credited;
}

export const a13: Attack = {
  name: 'A13',
  what: 'beats forged around the clock in 30 tabs; every other account passes all measuring',
  sizes: KS,
  run({ members }, count) {
    const measured = aroundTheClock();
    const payees = [...measured.map(([payee]) => payee), OWN];
    // Thirty weeks in one, as if nobody looked at the clock.
    const unmeasured: Weights = [[OWN, BigInt((TABS * DAYS * DAY) / 1_000)]];
    return membersJoin(members, payees, { count, weights: (nth) => (nth % 2 === 0 ? unmeasured : measured) });
  },
};
