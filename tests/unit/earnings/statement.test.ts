import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Change, reasonsOfChange, type WeekFigures } from '@/lib/earnings/change-reasons';
import { couldHaveMoved, partsOf } from '@/lib/earnings/correction';
import { answerBar, canDispute, DISPUTE_DAYS, LINE } from '@/lib/earnings/dispute-policy';
import { decimal, pointsText, worthText } from '@/lib/earnings/points';
import { type Booked, movementsOf, sheetOf } from '@/lib/earnings/statement';
import { toldApart, toldByBlog, toldReturned, toldReturnedOf } from '@/lib/earnings/told-apart';
import { LEAST_READERS } from '@/lib/reading/least-readers';

const amount = fc.bigInt({ min: 0n, max: 10n ** 12n });
const RUNS = { numRuns: 2_000 };

describe('points as people read them', () => {
  test('to the last thousandth, however many there are', () => {
    expect([decimal(-5n, 3), decimal(0n, 3), decimal(1_234_500n, 3)]).toEqual(['-0.005', '0.000', '1234.500']);
    expect(pointsText(9_007_199_254_740_993_001n, 'en')).toBe('9,007,199,254,740,993.001');
    expect([
      pointsText(1_500n, 'en', { signed: true }),
      pointsText(-1_500n, 'en', { signed: true }),
      pointsText(0n, 'en', { signed: true }),
    ]).toEqual(['+1.500', '-1.500', '0.000']);
  });

  test('what they are worth is rounded down, and small sums keep four places', () => {
    const worth = { value: 2_000n, currency: 'USD', since: new Date(0) };
    expect(worthText(1_284_500n, worth, 'en')).toBe('$2.56');
    expect(worthText(412_250n, worth, 'en')).toBe('$0.8245');
  });
});

describe('a statement', () => {
  const at = new Date(0);
  const entry = (tx: string, kind: string, account: string, sum: bigint): Booked => ({ tx, kind, at, account, amount: sum });

  test('has one line for each transaction, with its week and its reason', () => {
    const entries = [
      entry('a', 'allocation', 'user:x:pending', 900n),
      entry('b', 'release', 'user:x:pending', -500n),
      entry('b', 'release', 'user:x:available', 500n),
      entry('c', 'claw-back: removed', 'user:x:pending', -100n),
      entry('d', 'payout', 'user:x:available', -50n),
      entry('e', 'what nobody knows yet', 'user:x:available', -1n),
    ];
    const epochs = new Map([
      ['a', 7],
      ['b', 2],
      ['c', 2],
    ]);
    expect(
      movementsOf(entries, epochs).map(({ kind, reason, epoch, pending, available }) => [kind, reason, epoch, pending, available]),
    ).toEqual([
      ['allocation', null, 7, 900n, 0n],
      ['release', null, 2, -500n, 500n],
      ['claw-back', 'removed', 2, -100n, 0n],
      ['payout', null, null, 0n, -50n],
      ['other', null, null, 0n, -1n],
    ]);
  });

  test('ties out whatever the ledger did, and says when its week is not booked yet', () => {
    const kinds = ['release', 'claw-back: held', 'restoration', 'correction', 'payout'];
    const booked = fc.record({
      earned: fc.array(amount, { maxLength: 5 }),
      before: fc.tuple(amount, amount),
      others: fc.array(fc.tuple(fc.constantFrom(...kinds), fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n })), { maxLength: 8 }),
      allocated: fc.boolean(),
    });
    fc.assert(
      fc.property(booked, ({ earned, before: [pending, available], others, allocated }) => {
        const sum = earned.reduce((all, one) => all + one, 0n);
        const entries = [
          ...(allocated && sum > 0n ? [entry('own', 'allocation', 'user:x:pending', sum)] : []),
          ...others.map(([kind, moved], nth) => entry(`t${nth}`, kind, 'user:x:available', moved)),
        ];
        const moved = others.reduce((all, [, one]) => all + one, 0n);
        const closing = { pending: pending + (allocated ? sum : 0n), available: available + moved };
        const sheet = sheetOf({
          epoch: 3,
          opening: { pending, available },
          closing,
          read: earned.slice(0, 2).map((reward) => ({ reward })),
          written: earned.slice(2).map((one) => ({ amount: one })),
          movements: movementsOf(entries, new Map([['own', 3]])),
        });
        expect(sheet.booked).toBe(allocated || sum === 0n);
        const rest = sheet.others.reduce((all, one) => all + one.pending + one.available, 0n);
        expect(sheet.opening + (sheet.booked ? sheet.earned : 0n) + rest).toBe(sheet.closing);
      }),
      RUNS,
    );
  });
});

describe('why a week brought more or less', () => {
  const week = (wishes: Partial<WeekFigures>): WeekFigures => ({
    readers: 10,
    seconds: 1_000,
    points: 10_000n,
    returned: 0n,
    gamma: null,
    ruleVersion: 1,
    ...wishes,
  });
  const told = (before: Partial<WeekFigures>, after: Partial<WeekFigures>) =>
    reasonsOfChange(week(before), week(after)).map(({ reason, amount: sum }) => [reason, sum]);

  test('each thing that changes alone is the only reason', () => {
    expect(told({}, {})).toEqual([]);
    expect(told({}, { readers: 20, seconds: 2_000, points: 20_000n })).toEqual([['readers', 10_000n]]);
    expect(told({}, { seconds: 500, points: 5_000n })).toEqual([['reading', -5_000n]]);
    expect(told({}, { ruleVersion: 2, points: 15_000n })).toEqual([['rule', 5_000n]]);
    expect(told({ gamma: [10n, 1n] }, { gamma: [5n, 1n], points: 5_000n })).toEqual([['pool', -5_000n]]);
    expect(told({}, { points: 8_000n })).toEqual([['budgets', -2_000n]]);
    expect(told({}, { returned: 700n })).toEqual([['returned', -700n]]);
    expect(told({ returned: 700n }, {})).toEqual([['returned', 700n]]);
  });

  test('a pool that sufficed before and does no more is the pool’s doing; nobody reading any more is the readers’', () => {
    expect(told({}, { gamma: [5n, 1n], points: 4_000n })).toEqual([['pool', -6_000n]]);
    expect(told({}, { readers: 0, seconds: 0, points: 0n })).toEqual([['readers', -10_000n]]);
    expect(told({ readers: 0, seconds: 0, points: 0n }, {})).toEqual([['readers', 10_000n]]);
  });

  test('the reasons add up to the whole difference, the largest first', () => {
    const figures = fc.record({
      readers: fc.nat(1_000),
      seconds: fc.nat(1_000_000),
      points: amount,
      returned: amount,
      gamma: fc.option(fc.tuple(fc.bigInt({ min: 1n, max: 10n ** 9n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))),
      ruleVersion: fc.integer({ min: 1, max: 2 }),
    });
    const size = (one: Change) => (one.amount < 0n ? -one.amount : one.amount);
    fc.assert(
      fc.property(figures, figures, (before, after) => {
        const reasons = reasonsOfChange(before, after);
        const sum = reasons.reduce((all, one) => all + one.amount, 0n);
        expect(sum).toBe(after.points - after.returned - (before.points - before.returned));
        for (const [nth, one] of reasons.entries()) if (nth > 0) expect(size(one) <= size(reasons[nth - 1] as Change)).toBe(true);
      }),
      RUNS,
    );
  });
});

test('few readers are told together only, and never such that what is left of the sum tells them', () => {
  const groups = fc.array(fc.record({ readers: fc.integer({ min: 1, max: 12 }), points: amount }), { maxLength: 9 });
  fc.assert(
    fc.property(groups, (all) => {
      const { told, together } = toldApart(all);
      expect(told.length + together.length).toBe(all.length);
      expect(told.every(({ readers }) => readers >= LEAST_READERS)).toBe(true);
      if (told.length > 0 && together.length > 0)
        expect(Math.max(...together.map(({ readers }) => readers))).toBeGreaterThanOrEqual(LEAST_READERS);
    }),
    RUNS,
  );
});

test('what was taken back is told of five readers and more who keep the rest with as many, or of all; of the few nothing', () => {
  const of = (readers: number, returnedReaders: number) => ({ readers, returnedReaders, returned: BigInt(returnedReaders) * 7n });
  expect([of(6, 0), of(6, 1), of(6, 5), of(6, 6), of(10, 5), of(10, 6), of(2, 2)].map(toldReturned)).toEqual([
    0n,
    null,
    null,
    42n,
    35n,
    null,
    14n,
  ]);
  expect(
    [
      [of(2, 0), of(6, 0)],
      [of(2, 2), of(6, 0)],
      [of(2, 2), of(6, 6)],
      [of(2, 0), of(10, 5)],
    ].map(toldReturnedOf),
  ).toEqual([0n, null, 56n, null]);
});

test('a statement tells of each blog the posts that its studio tells, in any order of rows', () => {
  const post = fc.record({ readers: fc.integer({ min: 1, max: 12 }), amount, blogId: fc.constantFrom('a', 'b', null) });
  fc.assert(
    fc.property(fc.array(post, { maxLength: 9 }), (some) => {
      const all = some.map((one, nth) => ({ ...one, postId: `p${nth}` }));
      const { told, together } = toldByBlog(all);
      expect([...told, ...together].map(({ postId }) => postId).sort()).toEqual(all.map(({ postId }) => postId).sort());
      expect(toldByBlog(all.toReversed())).toEqual({ told, together });
      for (const own of Map.groupBy(all, ({ blogId }) => blogId).values()) {
        const few = own.filter(({ readers }) => readers < LEAST_READERS);
        const hidden = own.filter((one) => together.includes(one));
        // Whoever knows the sum of a blog and subtracts what is told finds no few readers alone, where others were there.
        expect(hidden.length).toBe(few.length === 0 ? 0 : Math.min(own.length, few.length + 1));
      }
    }),
    RUNS,
  );
});

describe('what an upheld dispute pays', () => {
  test('never moves a reader beyond their budget, whatever was upheld before, and nothing where it was moved whole', () => {
    const seconds = fc.bigInt({ min: 0n, max: 100_000n });
    const gammas = fc.option(fc.tuple(fc.bigInt({ min: 1n, max: 10n ** 6n }), fc.bigInt({ min: 1n, max: 10n ** 6n })));
    fc.assert(
      fc.property(amount, amount, seconds, fc.array(seconds, { maxLength: 6 }), gammas, (budget, before, counted, disputed, gamma) => {
        const week = { budget, moved: before % (budget + 1n), counted };
        for (const left of disputed) {
          const more = couldHaveMoved(week, left, gamma);
          expect(more >= 0n).toBe(true);
          week.moved += more;
          week.counted += left;
        }
        expect(week.moved <= budget).toBe(true);
      }),
      RUNS,
    );
    expect(couldHaveMoved({ budget: 8_000n, moved: 8_000n, counted: 60n }, 600n, null)).toBe(0n);
  });

  test('what the seconds would have moved by the week’s own price, the reader’s part of it with it', () => {
    expect(couldHaveMoved({ budget: 8_000n, moved: 1_000n, counted: 100n }, 50n, [10n, 1n])).toBe(500n);
    expect(couldHaveMoved({ budget: 1_200n, moved: 1_000n, counted: 100n }, 50n, [10n, 1n])).toBe(200n);
    expect(couldHaveMoved({ budget: 8_000n, moved: 0n, counted: 0n }, 50n, null)).toBe(8_000n);
    expect(couldHaveMoved({ budget: 8_000n, moved: 0n, counted: 0n }, 0n, null)).toBe(0n);
    expect(partsOf(501n, [15n, 100n])).toEqual({ reward: 75n, toWriter: 426n });
    expect(partsOf(501n, null)).toEqual({ reward: 0n, toWriter: 501n });
  });

  test('whoever read or wrote it does not answer', () => {
    const barOf = (who: string) => answerBar(who, 'teo', ['ines', 'khanh', null]);
    expect(['teo', 'ines', 'khanh', 'ada'].map(barOf)).toEqual(['own', 'party', 'party', null]);
  });

  test('lines have one form, and their time is over after some weeks', () => {
    const id = '01900000-0000-7000-8000-000000000000';
    expect([`read:${id}`, `written:${id}`, 'written:few'].every((line) => LINE.test(line))).toBe(true);
    expect(['read:few', 'written:', `read:${id} `, `x:${id}`, ''].some((line) => LINE.test(line))).toBe(false);
    const divided = new Date(0);
    const days = (count: number) => new Date(count * 86_400_000);
    expect([canDispute(divided, days(DISPUTE_DAYS)), canDispute(divided, days(DISPUTE_DAYS + 0.001))]).toEqual([true, false]);
  });
});
