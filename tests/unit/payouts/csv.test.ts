import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLine, csvRows } from '@/lib/payouts/csv';

test('what is written is read again', () => {
  const cell = fc
    .string({ maxLength: 20 })
    .map((text) => text.replace(/[\r\0\uFEFF]/g, '').trim())
    .filter((text) => !/^[=+\-@\t']/.test(text));
  const row = fc.array(cell, { minLength: 2, maxLength: 5 }).filter((cells) => cells.some((one) => one !== ''));
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
      expect(csvRows(`a,b\n${rows.map(csvLine).join('')}`).slice(1)).toEqual(rows);
    }),
  );
});

test('spreadsheets’ own ways are read: semicolons, a mark at the beginning, empty lines', () => {
  expect(csvRows('\uFEFFpayout;amount\r\n"a;b";1\r\n\r\n;;\r\nc;2')).toEqual([
    ['payout', 'amount'],
    ['a;b', '1'],
    ['c', '2'],
  ]);
});

test('a formula is text', () => {
  expect(csvLine(['=1+1', '+49', '-5', '@x', 'DE89'])).toBe(`"'=1+1","'+49","'-5","'@x","DE89"\r\n`);
});
