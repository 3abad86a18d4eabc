import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FILTER_LEVELS, type FilterLevel } from '@/lib/blogs/view';
import type { Candidate } from '@/lib/relevance/candidate';
import { filterReason } from '@/lib/relevance/filter';
import { comparator, ordered, ranked, VIEWS, viewOf } from '@/lib/relevance/order';
import { RULES } from '@/lib/relevance/rules';
import { scoreOf } from '@/lib/relevance/score';
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

const said: Candidate = {
  id: 'a',
  createdAt: new Date(0),
  shownAt: null,
  ups: 0,
  downs: 0,
  reportWeight: 0,
  unwanted: null,
  writerReplied: false,
  highlighted: false,
  pinned: false,
  gone: false,
  exempt: false,
};

const candidate = fc.record({
  id: fc.uuid(),
  createdAt: fc.integer({ min: 0, max: 3 }).map((time) => new Date(time)),
  shownAt: fc.constant(null),
  ups: fc.nat({ max: 3 }),
  downs: fc.nat({ max: 3 }),
  reportWeight: fc.constantFrom(0, 0.5, 2),
  unwanted: fc.constantFrom(null, 0.1, 0.8, 0.95),
  writerReplied: fc.boolean(),
  highlighted: fc.boolean(),
  pinned: fc.boolean(),
  gone: fc.boolean(),
  exempt: fc.boolean(),
});

test('the rules are one list in the order of their stages, one in each file', () => {
  const stages = ['eligible', 'score', 'place'] as const;
  expect(RULES.map(({ stage }) => stage)).toEqual(
    RULES.map(({ stage }) => stage).toSorted((a, b) => stages.indexOf(a) - stages.indexOf(b)),
  );
  for (const stage of stages) {
    const files = readdirSync(new URL(`../../../lib/relevance/${stage}`, import.meta.url)).map((file) => file.replace('.ts', ''));
    const names = RULES.filter((rule) => rule.stage === stage).map(({ name }) => name);
    expect(names.toSorted()).toEqual(files.toSorted());
  }
});

describe('what Most relevant leaves out', () => {
  const bad = { ...said, ups: 1, downs: 8 };
  const at = (comment: Candidate, total = 50, level: FilterLevel = 'standard') => filterReason(comment, { level, total });

  test('a comment voted down by enough, in a thread that is not small', () => {
    expect([at(bad, 10), at(bad, 9)]).toEqual(['votes', null]);
    expect([at({ ...bad, ups: 0, downs: 2 }), at({ ...bad, ups: 0, downs: 3 }), at({ ...bad, ups: 4, downs: 4 })]).toEqual([
      null,
      'votes',
      null,
    ]);
  });

  test('what upheld reports weigh more than readers give, and says so', () => {
    expect([at({ ...said, ups: 1, reportWeight: 4 }), at({ ...said, ups: 1, reportWeight: 1 })]).toEqual(['reports', null]);
    expect(at({ ...said, ups: 40, reportWeight: 4 })).toBeNull();
  });

  test('what is surely unwanted, unless readers have judged it worth reading', () => {
    expect([at({ ...said, unwanted: 0.9 }), at({ ...said, unwanted: 0.89 }), at({ ...said, unwanted: null })]).toEqual([
      'unwanted',
      null,
      null,
    ]);
    expect([at({ ...said, ups: 2, unwanted: 0.99 }), at({ ...said, ups: 3, unwanted: 0.99 })]).toEqual(['unwanted', null]);
  });

  test('by the level that the owner chose', () => {
    const levels = FILTER_LEVELS.map((level) => [
      at({ ...said, ups: 2, downs: 6 }, 50, level) !== null,
      at({ ...said, ups: 3, downs: 4 }, 50, level) !== null,
      at({ ...said, unwanted: 0.8 }, 50, level) !== null,
    ]);
    expect(levels).toEqual([
      [false, false, false],
      [false, false, false],
      [true, false, false],
      [true, true, true],
    ]);
  });

  test('a stricter level leaves out all that a milder one does', () => {
    fc.assert(
      fc.property(candidate, fc.nat({ max: 40 }), (comment, total) => {
        const out = FILTER_LEVELS.map((level) => at(comment, total, level) !== null);
        expect(out).toEqual(out.toSorted((a, b) => Number(a) - Number(b)));
      }),
    );
  });

  test('never whoever is exempt, highlighted or pinned, never in a small thread', () => {
    fc.assert(
      fc.property(candidate, fc.nat({ max: 100 }), (comment, total) => {
        if (at(comment, total, 'strict') === null) return;
        expect([comment.exempt, comment.highlighted, comment.pinned]).toEqual([false, false, false]);
        expect(total).toBeGreaterThanOrEqual(10);
      }),
    );
  });
});

describe('the score', () => {
  test('is the lower bound, with reports as down votes and fixed bumps', () => {
    expect(scoreOf({ ...said, ups: 90, downs: 8, reportWeight: 2 })).toBeCloseTo(wilsonLowerBound(90, 10), 12);
    expect(scoreOf({ ...said, writerReplied: true })).toBeCloseTo(0.1, 12);
    expect(scoreOf({ ...said, highlighted: true, unwanted: 0.5 })).toBeCloseTo(0.2 - 0.25, 12);
  });

  test('knows no stake, tip, earning or payment', () => {
    expect(Object.keys(said).filter((name) => /stake|tip|earn|pay|amount|point/i.test(name))).toEqual([]);
    const rich = { ...said, ups: 5, stake: 1e9, earned: 1e9 };
    expect(scoreOf(rich)).toBe(scoreOf({ ...said, ups: 5 }));
  });
});

test.each(VIEWS)('%s is a total order: antisymmetric, transitive, equal only to itself', (view) => {
  const compare = (a: Candidate, b: Candidate) => comparator(view)(ranked(a), ranked(b));
  fc.assert(
    fc.property(candidate, candidate, candidate, (a, b, c) => {
      expect(Math.sign(compare(a, b)) + Math.sign(compare(b, a))).toBe(0);
      if (compare(a, b) === 0) expect(a.id).toBe(b.id);
      if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0);
    }),
  );
});

describe('the first ten places', () => {
  const now = new Date('2026-05-15T12:00:00Z');
  const hours = (ago: number) => new Date(now.getTime() - ago * 3_600_000);
  const old = Array.from({ length: 12 }, (_, nth) => ({ ...said, id: `old ${nth}`, createdAt: hours(100), ups: 30 - nth }));
  const fresh = (id: string, ago: number, ups = 0): Candidate => ({ ...said, id, createdAt: hours(ago), ups });

  test('keep the fifth and the tenth for new comments that nobody has judged yet, the least seen and newest first', () => {
    const ids = ordered([...old, fresh('an hour', 1), fresh('two hours', 2), fresh('seen once', 1, 1)], 'relevant', now).map(
      ({ id }) => id,
    );
    expect([ids[4], ids[9]]).toEqual(['an hour', 'two hours']);
    expect(ids.slice(0, 4)).toEqual(['old 0', 'old 1', 'old 2', 'old 3']);
  });

  test('keep none for what had its time, was judged, looks unwanted, or is gone', () => {
    const had = [
      fresh('two days', 49),
      { ...fresh('judged', 1), ups: 1, downs: 2 },
      { ...fresh('unwanted', 1), unwanted: 0.6 },
      { ...fresh('removed', 1), gone: true },
    ];
    const ids = ordered([...old, ...had], 'relevant', now).map(({ id }) => id);
    expect(ids.slice(0, 12)).toEqual(old.map(({ id }) => id));
  });

  test('are kept for what waited for a moderator as long after it came to be shown', () => {
    const waited = { ...fresh('waited', 60), shownAt: hours(1) };
    expect(ordered([...old, waited], 'relevant', now).findIndex(({ id }) => id === 'waited')).toBe(4);
    const again = { ...fresh('again', 24 * 20), shownAt: hours(1) };
    expect(ordered([...old, again], 'relevant', now).at(-1)?.id).toBe('again');
    expect(ordered([...old, { ...waited, shownAt: hours(49) }], 'relevant', now).at(-1)?.id).toBe('waited');
  });

  test('take nothing new down that its score has higher: it fills the share where it stands', () => {
    const praised = { ...fresh('praised', 1, 2), writerReplied: true };
    const quiet = Array.from({ length: 12 }, (_, nth) => ({ ...said, id: `a quiet ${nth}`, createdAt: hours(100) }));
    const ids = ordered([...quiet, praised, fresh('an hour', 1)], 'relevant', now).map(({ id }) => id);
    expect([ids[0], ids.indexOf('an hour')]).toEqual(['praised', 9]);
    expect(ordered([...quiet.slice(0, 4), praised], 'relevant', now)[0]?.id).toBe('praised');
    expect(ordered([...old.slice(0, 6), { ...fresh('reported', 1), reportWeight: 1 }], 'relevant', now).at(-1)?.id).toBe('reported');
    fc.assert(
      fc.property(
        fc.uniqueArray(candidate, { selector: ({ id }) => id, maxLength: 30 }),
        fc.integer({ min: 1, max: 3 * 86_400_000 }),
        (all, at) => {
          const when = new Date(at);
          const [sorted, placed] = [all.toSorted((a, b) => comparator('relevant')(ranked(a), ranked(b))), ordered(all, 'relevant', when)];
          // What rose is what the share was kept for; everything else stays in its order behind it.
          const rose = placed.filter((one, place) => place < sorted.indexOf(one));
          expect(rose.length).toBeLessThanOrEqual(2);
          expect(placed.filter((one) => !rose.includes(one))).toEqual(sorted.filter((one) => !rose.includes(one)));
        },
      ),
    );
  });

  test('lose and repeat nothing, and leave what is pinned on top', () => {
    fc.assert(
      fc.property(fc.uniqueArray(candidate, { selector: ({ id }) => id, maxLength: 30 }), (comments) => {
        const placed = ordered(comments, 'relevant', new Date(1));
        expect(placed.map(({ id }) => id).toSorted()).toEqual(comments.map(({ id }) => id).toSorted());
        const pinned = comments.filter((comment) => comment.pinned).length;
        expect(placed.slice(0, pinned).every((comment) => comment.pinned)).toBe(true);
      }),
    );
  });
});

test('an unknown view is the relevant one', () => {
  expect([viewOf(undefined), viewOf('newest'), viewOf('<script>')]).toEqual(['relevant', 'newest', 'relevant']);
});
