import { expect, test } from 'vitest';
import { amountFault, COOL_OFF, type Gate, gatesOf, needsLook, ONCE_IN, type PayoutFacts } from '@/lib/payouts/policy';
import type { Setting } from '@/lib/payouts/setting';

const now = new Date('2026-11-28T12:00:00Z');
const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds);
const setting: Setting = {
  id: 'x',
  rail: 'solana',
  on: true,
  unit: 'USDC',
  decimals: 6,
  worth: 2_000_000n,
  minimum: 10_000n,
  dailyCap: 100_000_000n,
  identity: true,
  taxForm: true,
  countries: ['DE', 'VN'],
  firstLooked: true,
  createdAt: ago(1),
};
const fine: PayoutFacts = {
  now,
  setting,
  destination: { usableFrom: ago(0) },
  identified: true,
  taxForm: true,
  country: 'VN',
  banned: false,
  available: 10_000n,
  open: false,
  lastAt: ago(ONCE_IN),
};
const closed = (facts: Partial<PayoutFacts>): Gate[] =>
  gatesOf({ ...fine, ...facts })
    .filter(({ met }) => !met)
    .map(({ gate }) => gate);

test('who has all that it takes can be paid', () => expect(closed({})).toEqual([]));

test.each<[string, Partial<PayoutFacts>, Gate[]]>([
  ['a rail that was never set', { setting: null }, ['rail']],
  ['a rail that is off', { setting: { ...setting, on: false } }, ['rail']],
  ['no destination', { destination: null }, ['destination', 'cool-off']],
  ['a destination a millisecond too young', { destination: { usableFrom: new Date(now.getTime() + 1) } }, ['cool-off']],
  ['nobody who was seen', { identified: false }, ['identity']],
  ['no tax form', { taxForm: false }, ['tax-form']],
  ['a country that is not served', { country: 'FR' }, ['country']],
  ['no country said', { country: null }, ['country']],
  ['a ban', { banned: true }, ['standing']],
  ['another payout on its way', { open: true }, ['one-open']],
  ['a payout within the week', { lastAt: ago(ONCE_IN - 1) }, ['one-a-week']],
  ['one thousandth too few', { available: 9_999n }, ['minimum']],
])('%s closes its gate alone', (_name, facts, gates) => expect(closed(facts)).toEqual(gates));

test('a gate that the operator does not set is none', () => {
  const open = { ...setting, identity: false, taxForm: false, countries: ['*'] };
  expect(closed({ setting: open, identified: false, taxForm: false, country: null })).toEqual([]);
  // And nobody is told that it was met.
  const named = gatesOf({ ...fine, setting: open }).map(({ gate }) => gate);
  expect(named).toEqual(['rail', 'destination', 'cool-off', 'standing', 'one-open', 'one-a-week', 'minimum']);
  expect(closed({ setting: { ...setting, countries: [] } })).toEqual(['country']);
});

test('amounts: the least, the most, the day', () => {
  const fault = (points: bigint, more: Partial<Setting> = {}) =>
    amountFault(points, { setting: { ...setting, ...more }, available: 90_000n });
  expect([fault(9_999n), fault(10_000n), fault(90_000n), fault(90_001n)]).toEqual(['payout-too-little', null, null, 'payout-too-much']);
  expect(fault(50_000n, { dailyCap: 99_999n })).toBe('payout-over-the-day');
  // Worth less than the smallest unit.
  expect(fault(10_000n, { worth: 99n })).toBe('payout-too-little');
});

test('only the first payout of each is looked at, where the operator wants it', () => {
  expect([needsLook(setting, false), needsLook(setting, true), needsLook({ ...setting, firstLooked: false }, false)]).toEqual([
    true,
    false,
    false,
  ]);
  expect(COOL_OFF).toBe(72 * 3_600_000);
});
