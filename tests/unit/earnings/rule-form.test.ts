import { describe, expect, test } from 'vitest';
import { Refused } from '@/lib/core/refused';
import { FIRST_RULE } from '@/lib/earnings/rule';
import { numbersFrom, RULE_FIELDS, typedRule } from '@/lib/earnings/rule-form';
import { ruleNumbers, storedNumbers } from '@/lib/earnings/rule-numbers';
import { nextStart, startsAfterNotice, startsFrom } from '@/lib/earnings/starts';
import { randomFrom } from './instances';

const shown = typedRule(FIRST_RULE);
const faults = (change: Record<string, string>): Record<string, string> => {
  try {
    numbersFrom({ ...shown, ...change });
  } catch (error) {
    if (error instanceof Refused) return error.fields;
    throw error;
  }
  return {};
};

describe('a rule as a form shows it', () => {
  test('is typed in points, money and percent, and read back as the same numbers', () => {
    expect([shown.emission, shown.pointValue, shown.kappa, shown.margin, shown['tiers.none.price'], shown['readerShare.members']]).toEqual([
      '150000',
      '0.01',
      '1.25',
      '15',
      '0.05',
      '0',
    ]);
    const { version: _version, from: _from, ...numbers } = FIRST_RULE;
    const read = numbersFrom(shown);
    expect({ ...read, kappa: [125n, 100n], margin: [15n, 100n], siteShare: [30n, 100n], quarantine: [5n, 100n] }).toEqual({
      ...numbers,
      readerShare: { points: [3n, 20n], members: null },
    });
    expect([read.kappa, read.margin, read.quarantine]).toEqual([
      [5n, 4n],
      [3n, 20n],
      [1n, 20n],
    ]);
    expect(typedRule(read)).toEqual(shown);
  });

  test('whatever is typed comes back the same', () => {
    const random = randomFrom(11);
    for (let nth = 0; nth < 500; nth += 1) {
      const some = {
        ...shown,
        emission: `${random(1_000_000)}.${1 + random(9)}`,
        pointValue: `0.${String(1 + random(999_999)).padStart(6, '0')}`.replace(/0+$/, ''),
        margin: `${random(100)}.${1 + random(9)}`,
        kappa: `${1 + random(9)}.0${1 + random(9)}`,
        'tiers.identity.price': String(100 + random(100_000)),
        holdDays: String(random(181)),
      };
      expect(typedRule(ruleNumbers.parse(storedNumbers(numbersFrom(some))))).toEqual(some);
    }
  });
});

describe('what no rule may say is named at its field', () => {
  test.each<[string, Record<string, string>, Record<string, string>]>([
    ['κ below 1', { kappa: '0.99' }, { kappa: 'out-of-bounds' }],
    ['κ above 10', { kappa: '10.01' }, { kappa: 'out-of-bounds' }],
    ['a margin of all', { margin: '100' }, { margin: 'out-of-bounds' }],
    ['a margin below nothing', { margin: '-1' }, { margin: 'wrong' }],
    ['a quarantine of all', { quarantine: '100' }, { quarantine: 'out-of-bounds' }],
    ['a readers’ part of all', { 'readerShare.points': '100' }, { 'readerShare.points': 'out-of-bounds' }],
    ['more points than sums can bear', { emission: '1000000000.001' }, { emission: 'out-of-bounds' }],
    ['a point worth nothing, which would divide by nothing', { pointValue: '0' }, { pointValue: 'out-of-bounds' }],
    ['a fake that survives no epoch', { 'tiers.card.survives': '0' }, { 'tiers.card.survives': 'out-of-bounds' }],
    ['a number worth less than an address', { 'tiers.phone.price': '0.04' }, { 'tiers.phone.price': 'less-than-before' }],
    ['an epoch of no days', { days: '0' }, { days: 'out-of-bounds' }],
    ['an epoch of two months', { days: '60' }, { days: 'out-of-bounds' }],
    ['a hold of a year', { holdDays: '365' }, { holdDays: 'out-of-bounds' }],
    ['half a day', { holdDays: '1.5' }, { holdDays: 'wrong' }],
    ['money of no name', { unit: 'points' }, { unit: 'wrong' }],
    ['words and nothing', { emission: 'many', margin: '' }, { emission: 'wrong', margin: 'required' }],
    ['finer than is counted', { pointValue: '0.0000001' }, { pointValue: 'wrong' }],
    ['numbers as others write them', { emission: '1e6', margin: '1,5' }, { emission: 'wrong', margin: 'wrong' }],
  ])('%s', (_what, change, expected) => expect(faults(change)).toEqual(expected));

  test('every number of the rule is asked for', () => {
    expect(RULE_FIELDS.map(({ name }) => name).sort()).toEqual(Object.keys(shown).sort());
    for (const { name } of RULE_FIELDS) expect(faults({ [name]: 'x' })).toEqual({ [name]: 'wrong' });
  });
});

describe('when a rule may start', () => {
  const DAY = 86_400_000;
  const monday = Date.UTC(2026, 10, 23);
  const fortnight = { ...FIRST_RULE, version: 2, from: monday + 14 * DAY, days: 14 };

  test('epochs follow one another, each as long as the rule of its beginning says', () => {
    expect(startsFrom(monday, [FIRST_RULE, fortnight], 5).map((at) => (at - monday) / DAY)).toEqual([0, 7, 14, 28, 42]);
  });

  test('the first of all begins on a Monday, any other where the one before ends', () => {
    expect([nextStart(null, monday), nextStart(null, monday + 7 * DAY - 1), nextStart(monday + DAY, monday)]).toEqual([
      monday,
      monday,
      monday + DAY,
    ]);
    expect(nextStart(null, 0)).toBe(-3 * DAY);
  });

  test('not within a week of its announcement', () => {
    const starts = startsFrom(monday, [FIRST_RULE], 4);
    expect(startsAfterNotice(starts, monday)).toEqual(starts.slice(1));
    expect(startsAfterNotice(starts, monday + 1)).toEqual(starts.slice(2));
  });
});
