import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFiltered } from '@/lib/relevance/filter';
import { comparator, VIEWS, viewOf } from '@/lib/relevance/order';
import { wilsonLowerBound } from '@/lib/relevance/wilson';

const votes = fc.nat({ max: 5000 });

describe('the Wilson lower bound at z = 1.28155', () => {
  test.each([
    [0, 0, 0],
    [1, 0, 0.378_44],
    [10, 0, 0.858_92],
    [0, 10, 0],
    [90, 10, 0.85486],
    [1, 5, 0.05127],
  ])('of %i up and %i down is %f', (ups, downs, wanted) => {
    // Found apart, by bisection of the equation below.
    expect(wilsonLowerBound(ups, downs)).toBeCloseTo(wanted, 4);
  });

  test('solves (p̂ − p)² = z² p (1 − p) / n, from which the interval comes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), votes, (ups, downs) => {
        const n = ups + downs;
        const p = wilsonLowerBound(ups, downs);
        expect((ups / n - p) ** 2).toBeCloseTo((1.281_55 ** 2 * p * (1 - p)) / n, 9);
        expect(p).toBeLessThanOrEqual(ups / n);
      }),
    );
  });

  test('grows with an up vote and shrinks with a down vote', () => {
    fc.assert(
      fc.property(votes, votes, (ups, downs) => {
        expect(wilsonLowerBound(ups + 1, downs)).toBeGreaterThan(wilsonLowerBound(ups, downs));
        expect(wilsonLowerBound(ups, downs + 1)).toBeLessThanOrEqual(wilsonLowerBound(ups, downs) + 1e-12);
      }),
    );
  });
});

describe('what Most relevant leaves out', () => {
  const bad = { ups: 1, downs: 8, exempt: false };

  test('a comment voted down by enough, in a thread that is not small', () => {
    expect(isFiltered(bad, 10)).toBe(true);
    expect(isFiltered(bad, 9)).toBe(false);
    expect(isFiltered({ ...bad, ups: 0, downs: 2 }, 50)).toBe(false);
    expect(isFiltered({ ...bad, ups: 0, downs: 3 }, 50)).toBe(true);
    expect(isFiltered({ ...bad, ups: 4, downs: 4 }, 50)).toBe(false);
  });

  test('never whoever is exempt, never more up than down, never in a small thread', () => {
    fc.assert(
      fc.property(votes, votes, fc.nat({ max: 100 }), fc.boolean(), (ups, downs, total, exempt) => {
        if (isFiltered({ ups, downs, exempt }, total)) {
          expect(exempt).toBe(false);
          expect(downs).toBeGreaterThan(ups);
          expect(total).toBeGreaterThanOrEqual(10);
        }
      }),
    );
  });
});

test.each(VIEWS)('%s is a total order: antisymmetric, transitive, equal only to itself', (view) => {
  const ranked = fc.record({
    id: fc.uuid(),
    createdAt: fc.integer({ min: 0, max: 3 }).map((time) => new Date(time)),
    ups: fc.nat({ max: 3 }),
    downs: fc.nat({ max: 3 }),
  });
  const compare = comparator(view);
  fc.assert(
    fc.property(ranked, ranked, ranked, (a, b, c) => {
      expect(Math.sign(compare(a, b)) + Math.sign(compare(b, a))).toBe(0);
      if (compare(a, b) === 0) expect(a.id).toBe(b.id);
      if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0);
    }),
  );
});

test('an unknown view is the relevant one', () => {
  expect([viewOf(undefined), viewOf('newest'), viewOf('<script>')]).toEqual(['relevant', 'newest', 'relevant']);
});
