import fc from 'fast-check';
import { expect, test } from 'vitest';
import { after, ENDED, isOpen, PAIRS, type PayoutState, type PayoutStep } from '@/lib/payouts/state';

const STEPS: readonly PayoutStep[] = ['reserve', 'hold', 'approve', 'cancel', 'submit', 'settle', 'fail', 'return', 'bounce'];
const STATES: readonly PayoutState[] = ['requested', 'held', 'reserved', 'submitted', 'settled', 'failed', 'cancelled'];

/** Where any steps lead, those that are not allowed left out. */
function walk(steps: readonly PayoutStep[]): PayoutState[] {
  const trail: PayoutState[] = ['requested'];
  for (const step of steps) {
    const next = after(trail.at(-1) ?? 'requested', step);
    if (next) trail.push(next);
  }
  return trail;
}
const walks = fc.array(fc.constantFrom(...STEPS), { maxLength: 40 });

test('whatever is tried in whatever order, a payout is only paid after it was handed over, and an end is an end', () => {
  fc.assert(
    fc.property(walks, (steps) => {
      const trail = walk(steps);
      for (const [nth, state] of trail.entries()) {
        expect(STATES).toContain(state);
        if (state === 'settled') expect(trail[nth - 1]).toBe('submitted');
        if (state === 'failed') expect(['submitted', 'settled']).toContain(trail[nth - 1]);
        if (state === 'submitted') expect(trail[nth - 1]).toBe('reserved');
        // What was handed over is never simply taken back: the rail may have paid it.
        if (state === 'cancelled') expect(['requested', 'held', 'reserved']).toContain(trail[nth - 1]);
        // By hand what was paid may come back; nothing else follows an end.
        if (!isOpen(state) && trail[nth + 1] !== undefined) expect([state, trail[nth + 1]]).toEqual(['settled', 'failed']);
      }
    }),
    { numRuns: 5_000 },
  );
});

test('every state is reached, and every open one can still end', () => {
  const reached = new Set(fc.sample(walks, { numRuns: 5_000, seed: 7 }).flatMap(walk));
  expect([...reached].sort()).toEqual([...STATES].sort());
  for (const state of STATES.filter(isOpen)) {
    const ends = (from: PayoutState, left = 5): boolean =>
      ENDED.includes(from) ||
      (left > 0 &&
        STEPS.some((step) => {
          const next = after(from, step);
          return next !== null && ends(next, left - 1);
        }));
    expect(ends(state), state).toBe(true);
  }
});

test('no two steps lead the same way but by what they mean, and none leads out of an end but what was paid and came back', () => {
  expect(PAIRS.filter(([from]) => ENDED.includes(from))).toEqual([['settled', 'failed']]);
  expect(PAIRS).toHaveLength(12);
});
