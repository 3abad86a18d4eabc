import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimalOf, parseDecimal } from '@/lib/core/decimal';
import { amountWords, parsePoints, unitsOf } from '@/lib/payouts/amount';

// Of fifteen digits at most: more are no amount, see below.
const units = fc.bigInt({ min: 0n, max: 10n ** 15n - 1n });
const digits = fc.integer({ min: 0, max: 9 });

test('what is written is read again as the same, to the unit', () => {
  fc.assert(fc.property(units, digits, (amount, scale) => parseDecimal(decimalOf(amount, scale), scale) === amount));
});

test('an amount has fifteen digits before the point, and not one more', () => {
  expect([parseDecimal('9'.repeat(15), 0), parseDecimal(`1${'0'.repeat(15)}`, 0)]).toEqual([10n ** 15n - 1n, null]);
});

test('a payout is worth no more than its points, and less than one unit less', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 12n }), (points, worth) => {
      const paid = unitsOf(points, worth);
      // In millionths of a unit: 1,000 points are 1,000,000 thousandths.
      const exact = points * worth;
      expect(paid * 1_000_000n <= exact && exact - paid * 1_000_000n < 1_000_000n).toBe(true);
    }),
  );
});

test('splitting a payout brings nothing', () => {
  const part = fc.bigInt({ min: 1n, max: 10n ** 9n });
  fc.assert(
    fc.property(part, part, part, (one, other, worth) => unitsOf(one, worth) + unitsOf(other, worth) <= unitsOf(one + other, worth)),
  );
});

test('what is no amount is none', () => {
  for (const text of ['', ' ', '-1', '+1', '1e3', '1,5', '1.2345', '0x1', 'Infinity', '١٢', '1.', '.5', '9999999999999999'])
    expect([text, parsePoints(text)]).toEqual([text, null]);
  expect([parsePoints('12.5'), parsePoints(' 12 '), parsePoints('0.001')]).toEqual([12_500n, 12_000n, 1n]);
});

test('amounts are written exactly, however large', () => {
  expect(amountWords('en', 12_345_678_901_234_567n, 6)).toBe('12,345,678,901.234567');
  expect(amountWords('vi', 1_500_000n, 6)).toBe('1,5');
});
