import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvOf, csvRows } from '@/lib/core/csv';

/** As RFC 4180 reads it. */
function rowsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  let [cell, quoted] = ['', false];
  for (let at = text.startsWith('\u{feff}') ? 1 : 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (quoted && char === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (char === '"') quoted = !quoted;
    else if (!quoted && (char === ',' || text.startsWith('\r\n', at))) {
      rows.at(-1)?.push(cell);
      cell = '';
      if (char === '\r') {
        rows.push([]);
        at += 1;
      }
    } else cell += char;
  }
  return rows.slice(0, -1);
}

const FORMULA = /(^|[;\t\r\n])(?=[\s\u{feff}"]*[=+\-@\t\r＝＋－＠])/u;
/** Without what keeps a formula from being one. */
const bare = (text = ''): string => text.replaceAll(/(^|[;\t\r\n])'(?=[\s\u{feff}"]*[=+\-@\t\r＝＋－＠])/gu, '$1');

test('reads back as it was written, right to left, quotes and lines within a cell and all', () => {
  const cells = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('القهوة "السوداء", والانتظار', 'a\r\nb', '=1+1', '-2', '@x'),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cells, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (rows) => {
      const read = rowsOf(csvOf(rows));
      expect(read.map((row) => row.length)).toEqual(rows.map((row) => row.length));
      for (const [nth, row] of rows.entries())
        for (const [place, cell] of row.entries())
          expect([cell, FORMULA.test(cell) ? bare(cell) : cell]).toContain(
            FORMULA.test(cell) ? bare(read[nth]?.[place]) : read[nth]?.[place],
          );
    }),
    { numRuns: 2_000 },
  );
}, 30_000);

test('nothing in it is a formula, and numbers stay numbers', () => {
  const evil = ['=HYPERLINK("http://evil.example")', '+1-1', '-2+3', '@SUM(A1)', '  =1', '\t=1', '\r=1', '-x', '＝1+1', '＠SUM(A1)'];
  const text = csvOf([evil]);
  for (const cell of rowsOf(text)[0] ?? []) expect(cell.startsWith("'")).toBe(true);
  expect(csvOf([['-1.500', '12', '0.000']])).toBe('\u{feff}-1.500,12,0.000\r\n');
});

test('nor is anything in it where a spreadsheet parts cells by semicolons or tabs, whatever quotes there are', () => {
  for (const evil of ['x;=1+1', 'x; ="1"', 'x\t-1+1', 'x\n@SUM(A1)', 'x;"=1', 'x;＋1']) {
    const text = csvOf([['a', evil, '-1']]).replace(/^\uFEFF/, '');
    for (const cell of text.split(/[;\t\r\n]/)) expect(cell, JSON.stringify(evil)).not.toMatch(/^[\s"]*[=+\-@＝＋－＠]/);
  }
});

test('what is written is read again', () => {
  const cell = fc
    .string({ maxLength: 20 })
    .map((text) => text.replace(/[\r\0\uFEFF]/g, '').trim())
    .filter((text) => !FORMULA.test(text));
  const row = fc.array(cell, { minLength: 2, maxLength: 5 }).filter((cells) => cells.some((one) => one !== ''));
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
      expect(csvRows(csvOf([['a', 'b'], ...rows])).slice(1)).toEqual(rows);
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
