import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Heat, type SlowSeconds, slowSecondsFor } from '@/lib/screening/slow';

const quiet: Heat = { comments: 3, people: 3, reports: 0, downShare: 0, seconds: 0 };
const STEPS: SlowSeconds[] = [0, 30, 60, 120];

describe('the thread on the quay', () => {
  test.each<[string, Partial<Heat>, SlowSeconds, string]>([
    ['is calm', {}, 0, 'calm'],
    ['is calm with many who speak once', { comments: 39, people: 39 }, 0, 'calm'],
    ['slows when nobody could read it', { comments: 40, people: 40 }, 30, 'crowd'],
    ['slows more for twice the crowd', { comments: 80, people: 80 }, 60, 'crowd'],
    ['lets two talk for a while', { comments: 11, people: 2 }, 0, 'calm'],
    ['slows two who do not stop', { comments: 12, people: 2 }, 60, 'few-people'],
    ['slows for three reports', { reports: 3 }, 30, 'reports'],
    ['does not slow for two', { reports: 2 }, 0, 'calm'],
    ['slows most for ten', { reports: 10 }, 120, 'reports'],
    ['slows when readers turn away', { comments: 12, people: 12, downShare: 0.55 }, 60, 'down-votes'],
    ['minds no down votes on a few comments', { comments: 11, people: 11, downShare: 1 }, 0, 'calm'],
    ['goes by the strongest sign', { comments: 40, people: 40, reports: 6 }, 60, 'reports'],
  ])('%s', (_what, other, seconds, reason) => expect(slowSecondsFor({ ...quiet, ...other })).toEqual({ seconds, reason }));

  test('does not flap about a threshold', () => {
    let seconds: SlowSeconds = 0;
    const seen = [3, 2, 3, 2, 3, 2].map((reports) => {
      ({ seconds } = slowSecondsFor({ ...quiet, reports, seconds }));
      return seconds;
    });
    expect(seen).toEqual([30, 30, 30, 30, 30, 30]);
  });

  test('cools one step at a time, and says that it does', () => {
    const cooled = STEPS.map((seconds) => slowSecondsFor({ ...quiet, seconds }));
    expect(cooled).toEqual([
      { seconds: 0, reason: 'calm' },
      { seconds: 0, reason: 'calm' },
      { seconds: 30, reason: 'cooling' },
      { seconds: 60, reason: 'cooling' },
    ]);
  });

  test('heats at once', () => expect(slowSecondsFor({ ...quiet, reports: 10, seconds: 0 }).seconds).toBe(120));

  test('comes to rest: the same heat again and again moves it at most down, and then no more', () => {
    const heat = fc.record({
      comments: fc.nat(300),
      people: fc.nat(100),
      reports: fc.nat(15),
      downShare: fc.double({ min: 0, max: 1, noNaN: true }),
      seconds: fc.constantFrom(...STEPS),
    });
    fc.assert(
      fc.property(heat, (given) => {
        const after = [given.seconds];
        for (let nth = 0; nth < 6; nth += 1) after.push(slowSecondsFor({ ...given, seconds: after[nth] ?? 0 }).seconds);
        const later = after.slice(1);
        expect(later).toEqual([...later].sort((a, b) => b - a));
        expect(later.at(-1)).toBe(later.at(-2));
      }),
    );
  });
});
