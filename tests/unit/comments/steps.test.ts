import { Session } from 'node:inspector/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filled, HOSTILE, LENGTH } from './pieces';

const session = new Session();
let parse: (text: string) => unknown;

beforeAll(async () => {
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  // Only code that comes after the counting has begun is counted by the turns of its loops.
  parse = (await import('@/lib/comments/markup')).parseMarkup;
});

afterAll(() => session.disconnect());

/** How often any piece of the reader runs: the same on every machine, however busy. */
async function steps(...texts: string[]): Promise<number> {
  await session.post('Profiler.takePreciseCoverage');
  for (const text of texts) parse(text);
  const { result } = await session.post('Profiler.takePreciseCoverage');
  return result
    .filter(({ url }) => url.includes('/lib/comments/'))
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges.map(({ count }) => count)))
    .reduce((sum, count) => sum + count, 0);
}

test('the turns of a loop are counted', async () => {
  expect(await steps('*'.repeat(LENGTH))).toBeGreaterThan(LENGTH);
});

const SHORT = LENGTH / 4;
const LONG = 8 * SHORT;
// The engine misses some turns while it makes the code faster; what grows with the square takes 64 times the steps.
const MOST = 16;

test('steps that grow with the square would be seen', async () => {
  const beginnings = (length: number) => Array.from({ length: length / 100 }, (_, nth) => '*'.repeat(nth * 100));
  expect((await steps(...beginnings(LONG))) / (await steps(...beginnings(SHORT)))).toBeGreaterThan(2 * MOST);
});

test.each(HOSTILE)('eight times as much of %j takes eight times the steps', async (part) => {
  const short = await steps(filled(part, SHORT));
  const long = await steps(filled(part, LONG));
  expect(short).toBeGreaterThan(0);
  expect(long / short).toBeLessThan(MOST);
  expect(long).toBeLessThan(40 * LONG);
});

// Patterns search within one step: a quadratic one needs 10¹² of its own here, and no machine has them in five seconds.
test.each(HOSTILE)('a million characters of %j are read', (part) => {
  expect(parse(filled(part, 1_000_000))).toBeInstanceOf(Array);
});
