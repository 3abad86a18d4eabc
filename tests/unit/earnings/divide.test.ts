import { describe, expect, test } from 'vitest';
import { divide } from '@/lib/earnings/divide';
import { packEpoch } from '@/lib/earnings/epoch';
import { splitByLargestRemainder } from '@/lib/earnings/largest-remainder';
import { dividedBy, type Instance, instance, product, type Rule, randomFrom } from './instances';
import { PROPERTIES, type Property } from './properties';

const INSTANCES = 20_000;

/** The first instance in which `rule` breaks `property`; null when it holds in all. */
function broken(property: Property, rule: Rule, seed: number): string | null {
  const random = randomFrom(seed);
  for (let nth = 0; nth < INSTANCES; nth += 1) {
    const one = instance(random);
    const what = property(rule, one, random);
    if (what) return `${what} in ${JSON.stringify(one, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))}`;
  }
  return null;
}

/** Divides by the product, then errs. */
const erring =
  (err: (division: ReturnType<Rule>, epoch: Parameters<Rule>[0]) => void): Rule =>
  (epoch) => {
    const division = divide(epoch);
    err(division, epoch);
    return division;
  };

const [T1, T2, T3, T4, T5, T6] = Object.keys(PROPERTIES) as [string, string, string, string, string, string];

// In proportion to the seconds alone, whatever the budgets.
const proRata: Rule = erring((division, { pool, payees, payeeOf, seconds }) => {
  const read = payees.map((_, payee) => seconds.reduce((all, one, row) => (payeeOf[row] === payee ? all + one : all), 0n));
  const all = read.reduce((a, b) => a + b, 0n);
  if (all > 0n) for (const [payee, amount] of splitByLargestRemainder(pool, read, all).entries()) division.payees[payee] = amount;
});

const PLANTED: Record<string, [property: string, rule: Rule][]> = {
  'pro-rata': [
    [T1, proRata],
    [T2, proRata],
  ],
  'a bonus for every payee who was read': [
    [T3, erring(({ payees }) => payees.set(payees.map((amount) => (amount > 0n ? amount + 100n : amount))))],
  ],
  'the half of what one reader moves, over everyone they read alike': [
    [
      T4,
      erring((division, { from, payeeOf, seconds, readers, payees }) => {
        // Whoever is read most by a reader is given to another.
        for (const reader of readers.keys()) {
          const rows = Array.from({ length: (from[reader + 1] ?? 0) - (from[reader] ?? 0) }, (_, nth) => (from[reader] ?? 0) + nth);
          const top = rows.sort((a, b) => Number((seconds[b] ?? 0n) - (seconds[a] ?? 0n)))[0];
          if (top === undefined) continue;
          const payee = payeeOf[top] ?? 0;
          const other = (payee + 1) % payees.length;
          const half = (division.payees[payee] ?? 0n) / 2n;
          division.payees[payee] = (division.payees[payee] ?? 0n) - half;
          division.payees[other] = (division.payees[other] ?? 0n) + half;
        }
      }),
    ],
  ],
  'a unit lost in rounding': [
    [T5, erring(({ payees }) => payees.set(payees.map((amount) => (amount % 7n === 3n ? amount - 1n : amount))))],
  ],
  'a reader’s reward on top of what they moved': [
    [T5, erring(({ rewards }) => rewards.set(rewards.map((reward) => (reward > 0n ? reward + 1n : reward))))],
  ],
  'a budget passed by one': [
    [
      T5,
      erring((division, { budgets }) => {
        const full = budgets.findIndex((budget, reader) => budget > 0n && division.contributions[reader] === budget);
        if (full >= 0) division.contributions[full] = (division.contributions[full] ?? 0n) + 1n;
      }),
    ],
  ],
  'a tie settled by chance': [
    [
      T6,
      erring(({ payees }) => {
        if (payees.length > 1 && Math.random() < 0.5) [payees[0], payees[1]] = [payees[1] ?? 0n, payees[0] ?? 0n];
      }),
    ],
  ],
};

describe.each(Object.entries(PROPERTIES))('%s', { timeout: 60_000 }, (name, property) => {
  test(`in ${INSTANCES} instances`, () => expect(broken(property, product, 7)).toBeNull());

  const planted = Object.entries(PLANTED).flatMap(([error, cases]) =>
    cases.filter(([of]) => of === name).map(([, rule]) => [error, rule] as const),
  );
  test('has a planted error', () => expect(planted.length).toBeGreaterThan(0));
  test.each(planted)('not with %s', (_error, rule) => expect(broken(property, rule, 7)).not.toBeNull());
});

const r = (id: string, budget: bigint, ...weights: [string, bigint][]) => ({ id, budget, weights });

test('a pool that is too small is moved by the second until a budget ends', () => {
  const one: Instance = { pool: 100n, readers: [r('r1', 10n, ['a', 100n]), r('r2', 1_000n, ['b', 200n]), r('r3', 1_000n, ['c', 100n])] };
  expect([...dividedBy(product, one).payees]).toEqual([
    ['a', 10n],
    ['b', 60n],
    ['c', 30n],
  ]);
  expect(divide(packEpoch({ ...one, readerShare: null })).gamma).toEqual([3n, 10n]);
});

test('a reader’s own part comes out of what they move, and an empty epoch carries everything', () => {
  const division = divide(packEpoch({ pool: 1_000n, readerShare: [15n, 100n], readers: [r('r1', 103n, ['a', 1n], ['b', 2n])] }));
  expect([division.paid, division.carry, ...division.rewards, ...division.payees]).toEqual([103n, 897n, 15n, 29n, 59n]);
  const none = divide(packEpoch({ pool: 1_000n, readerShare: null, readers: [r('r1', 0n, ['a', 1n]), r('r2', 5n)] }));
  expect([none.paid, none.carry, none.gamma]).toEqual([0n, 1_000n, null]);
});

test('ties go by id, the same in any order', () => {
  const readers = ['r2', 'r1', 'r3'].map((id) => r(id, 10n, ['a', 1n]));
  expect([...dividedBy(product, { pool: 10n, readers }).contributions]).toEqual([
    ['r1', 4n],
    ['r2', 3n],
    ['r3', 3n],
  ]);
});

test('amounts near the largest that are kept do not overflow', () => {
  const most = 2n ** 63n - 1n;
  const { paid, payees } = dividedBy(product, {
    pool: most,
    readers: [r('r1', most, ['a', most], ['b', most]), r('r2', most, ['a', most])],
  });
  expect([paid, (payees.get('a') ?? 0n) + (payees.get('b') ?? 0n)]).toEqual([most, most]);
});
