import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyModel } from '@/lib/relevance/learned/model';
import { labelledOf, rowsOf } from '@/tests/bench/csv';
import { inOrder, known, without } from '@/tests/bench/replay';
import { areaUnderCurve, asUsed, atThreshold, type Scored } from '@/tests/bench/scores';

const fieldsOf = (text: string): string[][] => rowsOf(text).map(({ fields }) => fields);
const scored = (...pairs: [number | null, 0 | 1][]): Scored[] =>
  pairs.map(([probability, label]) => ({ probability, unwanted: label === 1 }));

describe('a file of comments', () => {
  test.each([
    [
      'quoted commas, breaks and quotes',
      'a,b\n"x, ""y""\nz",1\n',
      [
        ['a', 'b'],
        ['x, "y"\nz', '1'],
      ],
    ],
    [
      'CRLF and a byte-order mark',
      '\uFEFFa,b\r\n"x\r\ny",1\r\n',
      [
        ['a', 'b'],
        ['x\r\ny', '1'],
      ],
    ],
    [
      'no break at its end',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'empty fields and empty lines',
      'a,b\n\n,\n"",x\n\n',
      [
        ['a', 'b'],
        ['', ''],
        ['', 'x'],
      ],
    ],
    ['a quote within', 'a\n5" nails\n', [['a'], ['5" nails']]],
    ['nothing', '', []],
  ])('with %s', (_what, text, rows) => {
    expect(fieldsOf(text)).toEqual(rows);
  });

  test('gives back whatever was written by the rules', () => {
    const quoted = (field: string) => `"${field.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { minLength: 1 }), (rows) => {
        expect(fieldsOf(rows.map((row) => row.map(quoted).join(',')).join('\r\n'))).toEqual(rows);
      }),
    );
  });

  test('needs its columns in no order and takes others along', () => {
    expect(labelledOf('time,Label,thread,text\n9,1,quay,Buy\n10,0,,Nice\n')).toEqual([
      { text: 'Buy', unwanted: true, thread: 'quay', language: '' },
      { text: 'Nice', unwanted: false, thread: '', language: '' },
    ]);
  });

  test.each([
    ['text,class\nx,1', 'There is no column "label"; the first line has: text, class.'],
    ['', 'There is no column "text"; the first line has: nothing.'],
    ['text,label\n"a\nb",1\nx,spam', 'Line 4: a label is 0 or 1, not "spam".'],
    ['text,label\nx,', 'Line 2: a label is 0 or 1, not "".'],
    ['text,label\nx,y,1', 'Line 2 has 3 fields, and the first line 2.'],
    ['text,label\nx,0\n"y,1\n', 'Line 3: a quote begins here and never ends.'],
  ])('is refused with the line to mend: %j', (text, message) => {
    expect(() => labelledOf(text)).toThrow(message);
  });

  const own = labelledOf(readFileSync(path.join(import.meta.dirname, '../../bench/relevance.csv'), 'utf8'));

  test('of the project’s own has both kinds in every thread', () => {
    expect(own.length).toBeGreaterThan(400);
    const kinds = new Set(own.map(({ thread, unwanted }) => `${thread} ${unwanted}`));
    expect(kinds.size).toBe(2 * new Set(own.map(({ thread }) => thread)).size);
  });

  // The same decisions give the same figures: these fall only when what is learned gets worse.
  test('is told apart after two hundred decisions, and a thread of it that was never seen', () => {
    const { scored } = inOrder(known(own), emptyModel());
    expect(areaUnderCurve(scored)).toBeGreaterThan(0.95);
    expect(atThreshold(scored, 0.5).accuracy).toBeGreaterThan(0.88);
    const { precision, recall } = asUsed(scored).standard ?? {};
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.6);
    // The others are each the only one of a language.
    for (const thread of ['bikes', 'bread', 'film', 'library', 'quay', 'repair'])
      expect(areaUnderCurve(without(thread, known(own), emptyModel()).scored), thread).toBeGreaterThan(0.96);
  });
});

describe('the area under the curve', () => {
  test.each([
    ['all in order', scored([0.1, 0], [0.4, 0], [0.6, 1], [0.9, 1]), 1],
    ['all the wrong way', scored([0.9, 0], [0.1, 1]), 0],
    ['one pair of four wrong', scored([0.1, 0], [0.4, 0], [0.35, 1], [0.8, 1]), 0.75],
    ['all alike', scored([0.5, 0], [0.5, 1], [0.5, 1]), 0.5],
    ['one tie of two pairs', scored([0.2, 0], [0.7, 0], [0.7, 1]), 0.75],
    ['the unknown at even odds', scored([null, 1], [0.4, 0], [0.6, 0]), 0.5],
    ['one kind alone', scored([0.4, 1], [0.6, 1]), null],
  ])('with %s', (_what, of, area) => {
    expect(areaUnderCurve(of)).toBe(area);
  });

  test('is the share of pairs in order, ties counting half', () => {
    const one = fc.record({ probability: fc.constantFrom(0, 0.2, 0.5, 0.8, 1), unwanted: fc.boolean() });
    fc.assert(
      fc.property(fc.array(one), (all) => {
        const pairs = all
          .filter((a) => a.unwanted)
          .flatMap((a) => all.filter((b) => !b.unwanted).map((b) => a.probability - b.probability));
        const share = pairs.reduce((total, by) => total + (by > 0 ? 1 : by === 0 ? 0.5 : 0), 0) / pairs.length;
        if (pairs.length === 0) expect(areaUnderCurve(all)).toBeNull();
        else expect(areaUnderCurve(all)).toBeCloseTo(share, 9);
      }),
    );
  });
});

test('at the threshold, what is unknown is not held and costs as much as a guess', () => {
  const found = atThreshold(scored([0.9, 1], [0.5, 0], [0.4, 1], [null, 1], [0.1, 0]), 0.5);
  expect(found).toMatchObject({ precision: 1 / 2, recall: 1 / 3, accuracy: 2 / 5 });
  expect(found.logLoss).toBeCloseTo(-(Math.log(0.9) + Math.log(0.5) + Math.log(0.4) + Math.log(0.5) + Math.log(0.9)) / 5, 12);
  expect(atThreshold([], 0.5)).toEqual({ precision: null, recall: null, accuracy: null, logLoss: null });
});

test('the bench says how well the filter does where the site uses it, not at even odds alone', () => {
  const odds = [0.99, 0.92, 0.8, 0.6].flatMap((sure): [number, 0 | 1][] => [
    [sure, 1],
    [1 - sure, 0],
  ]);
  expect(asUsed(scored(...odds, [0.95, 0]))).toEqual({
    light: { from: 0.95, precision: 1 / 2, recall: 0.25 },
    standard: { from: 0.9, precision: 2 / 3, recall: 0.5 },
    strict: { from: 0.75, precision: 0.75, recall: 0.75 },
    hold: { from: 0.98, precision: 1, recall: 0.25 },
  });
});
