import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { divide } from '@/lib/earnings/divide';
import { epochFrom, readEpoch } from '@/lib/earnings/division-input';
import { divisionOf, outputPieces } from '@/lib/earnings/division-json';
import { packEpoch } from '@/lib/earnings/epoch';
import { instance, randomFrom } from './instances';

const root = path.resolve(import.meta.dirname, '../../..');
const run = (input: string) => spawnSync(process.execPath, ['bin/run.mjs', 'bin/divide.ts'], { cwd: root, input, encoding: 'utf8' });
const PUBLISHED = '{"pool":"1000000","readers":[{"id":"r1","budget":"500","weights":{"a1":"120","a2":"60"}}]}';

test('the command prints the division of a published input, and nothing else', () => {
  const { status, stdout, stderr } = run(PUBLISHED);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toBe('{"paid":"500","carry":"999500","gamma":null,"contributions":{"r1":"500"},"payees":{"a1":"333","a2":"167"}}\n');
});

test('bad input is said in a clear line, with exit code 2', () => {
  const { status, stdout, stderr } = run('{"pool":"1.5","readers":[]}');
  expect([status, stdout, stderr]).toEqual([2, '', 'pool: must be a whole number in decimal digits, without sign or leading zeros\n']);
});

const said = async (input: string): Promise<string> => {
  const epoch = epochFrom(input);
  const division = divide(epoch);
  return text(Readable.from(outputPieces(division, divisionOf(epoch, division))));
};
const reader = (text: string) => `{"pool":"10","readers":[${text}]}`;

test('with a readers’ part there are rewards, and gamma is in lowest terms', async () => {
  expect(
    await said(
      '{"pool":"100","readerShare":["15","100"],"readers":[{"id":"b","budget":"400","weights":{"y":"30"}},{"id":"a","budget":"400","weights":{"x":"10"}}]}',
    ),
  ).toBe(
    '{"paid":"100","carry":"0","gamma":["5","2"],"contributions":{"a":"25","b":"75"},"payees":{"x":"22","y":"64"},"rewards":{"a":"3","b":"11"}}\n',
  );
});

describe('what is no epoch is refused', () => {
  test.each([
    ['text that is no JSON', '{', /^not JSON/],
    ['a number for an amount', '{"pool":10,"readers":[]}', /^pool: must be a string/],
    ['a negative amount', reader('{"id":"a","budget":"-1","weights":{}}'), /^readers.0.budget/],
    ['leading zeros', reader('{"id":"a","budget":"01","weights":{}}'), /^readers.0.budget/],
    ['more than is kept', reader('{"id":"a","budget":"9223372036854775808","weights":{}}'), /at most 9223372036854775807/],
    ['a reader twice', reader('{"id":"a","budget":"1","weights":{}},{"id":"a","budget":"1","weights":{}}'), /a is there twice/],
    ['an id whose order depends on the language', reader('{"id":"é","budget":"1","weights":{}}'), /ASCII/],
    ['a payee of that kind', reader('{"id":"a","budget":"1","weights":{"é":"1"}}'), /ASCII/],
    ['a payee twice', reader('{"id":"a","budget":"1","weights":{"x":"1","y":"2","x":"3"}}'), /readers.0.weights: x is there twice/],
    ['a payee twice, once with nothing', reader('{"id":"a","budget":"1","weights":{"x":"0","\\u0078":"3"}}'), /x is there twice/],
    ['a field twice', reader('{"id":"a","budget":"1","budget":"2","weights":{}}'), /budget is there twice/],
    ['a pool twice', '{"pool":"1","pool":"2","readers":[]}', /pool is there twice/],
    ['a field too few', reader('{"id":"a","budget":"1"}'), /readers.0.weights: is not there/],
    ['what goes on after its end', '{"pool":"1","readers":[]} {}', /^not JSON/],
    ['a comma too many', reader('{"id":"a","budget":"1","weights":{"x":"1",}}'), /ASCII|not JSON/],
    ['a text without an end', '{"pool":"1', /^not JSON/],
    ['an escape that there is none of', '{"po\\ol":"1","readers":[]}', /^not JSON/],
    ['a list in a list in a list', '['.repeat(200_000), /must be an object/],
    ['a text longer than any amount', `{"pool":"${'1'.repeat(10_000_000)}"}`, /too long/],
    ['nothing', '', /./],
    ['a payee that would vanish', reader('{"id":"a","budget":"1","weights":{"__proto__":"5"}}'), /__proto__/],
    ['a key that nobody knows', '{"pool":"1","readers":[],"kappa":"2"}', /kappa/],
    ['a part above one', '{"pool":"1","readers":[],"readerShare":["2","1"]}', /from 0 to 1/],
    ['a part that is not said', '{"pool":"1","readers":[],"readerShare":[]}', /from 0 to 1/],
    ['a part of nothing', '{"pool":"1","readers":[],"readerShare":["0","0"]}', /from 0 to 1/],
  ])('%s', (_what, input, message) => expect(() => epochFrom(input)).toThrow(message));
});

test('it is read alike whatever pieces it comes in, and however it is written', () => {
  const random = randomFrom(3);
  for (let nth = 0; nth < 300; nth += 1) {
    const one = instance(random);
    const readers = one.readers.map(({ weights, ...more }) => ({ weights: Object.fromEntries(weights), ...more }));
    const written = JSON.stringify({ readerShare: ['15', '100'], readers, pool: one.pool }, (_, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    const spaced = `\ufeff \r\n${written.replaceAll(/[:,{}]/g, (sign) => ` ${sign}\t\n`).replaceAll('"a', '"\\u0061')}\n`;
    const expected = packEpoch({ ...one, readerShare: [15n, 100n] });
    expect(epochFrom(written)).toEqual(expected);
    const bytes = Buffer.from(spaced);
    let at = 0;
    const few = (into: Uint8Array) => {
      const copied = bytes.copy(into, 0, at, at + 1 + random(5));
      at += copied;
      return copied;
    };
    expect(readEpoch(few)).toEqual(expected);
  }
});
