import { expect, test } from 'vitest';
import { LEAST_SHARE } from '@/lib/earnings/risk/burst';
import { RISK_RULES, unusualIn } from '@/lib/earnings/risk/list';
import { LEAST_SPREAD, spreadOf } from '@/lib/earnings/risk/no-jitter';
import type { RiskFacts } from '@/lib/earnings/risk/rule';
import { movesOf } from '@/lib/earnings/risk/same-trace';
import { chance, factsOf, farmOf, honestReaders, newsletterReaders, type Reader, somePosts } from './simulated-readers';

const UNTIL = Date.UTC(2026, 10, 23);
const DAY = 86_400_000;
const SEEDS = Array.from({ length: 20 }, (_, nth) => nth + 1);
const posts = somePosts(12);
const ofOne = posts.filter(({ authorId }) => authorId === 'author-1');

const jittered = (next: () => number) => Math.round(10_000 + (next() * 2 - 1) * 1_000 + next() * 80);
const clock = (next: () => number) => 10_000 + Math.round(next() * 40);
const old = () => UNTIL - 300 * DAY;
const heldFor = (readers: readonly Reader[], name: string) => {
  const found = unusualIn(factsOf(readers)).filter(({ memberId }) => memberId.startsWith(name));
  return { count: found.length, rules: [...new Set(found.map(({ rule }) => rule))] };
};

test.each(SEEDS)('of 400 people who read, and 60 whom a newsletter brings on one day, nobody is held (seed %i)', (seed) => {
  const next = chance(seed);
  const readers = [...honestReaders(next, 400, posts, UNTIL), ...newsletterReaders(next, 60, ofOne, UNTIL)];
  expect(unusualIn(factsOf(readers))).toEqual([]);
});

test.each(SEEDS)('a farm among them is held whole and alone, by what it does (seed %i)', (seed) => {
  const next = chance(seed);
  const honest = [...honestReaders(next, 400, posts, UNTIL), ...newsletterReaders(next, 60, ofOne, UNTIL)];
  const few = { beats: 40, times: 6 };
  const farms = [
    ...farmOf(next, 30, posts, { name: 'clock', gap: clock, way: 'own', since: old, ...few }),
    ...farmOf(next, 30, posts, { name: 'script', gap: jittered, way: 'script', since: old, ...few }),
    ...farmOf(next, 30, ofOne, {
      name: 'new',
      gap: jittered,
      way: 'own',
      since: (nth) => UNTIL - 5 * DAY + nth * 60_000,
      beats: 60,
      times: 8,
    }),
  ];
  const all = [...honest, ...farms];
  expect(heldFor(all, 'clock')).toEqual({ count: 30, rules: ['no-jitter'] });
  expect(heldFor(all, 'script')).toEqual({ count: 30, rules: ['same-trace'] });
  expect(heldFor(all, 'new')).toEqual({ count: 30, rules: ['burst'] });
  expect(heldFor(all, 'honest').count + heldFor(all, 'newsletter').count).toBe(0);
});

test('a page’s own jitter is far above what is looked at, a clock far below', () => {
  const spread = (gap: (next: () => number) => number) => {
    const next = chance(7);
    const all = Array.from({ length: 400 }, () => BigInt(gap(next)));
    return spreadOf({ gaps: 400, sum: all.reduce((s, one) => s + one, 0n), squares: all.reduce((s, one) => s + one * one, 0n) });
  };
  expect(spread(jittered)).toBeGreaterThan(3 * LEAST_SPREAD);
  expect(spread(clock)).toBeLessThan(LEAST_SPREAD / 3);
  expect(spreadOf({ gaps: 3, sum: 30_000n, squares: 300_000_000n })).toBe(0);
});

const NOTHING: RiskFacts = { gaps: [], traces: [], newcomers: [] };
const trace = Array.from({ length: 30 }, (_, nth) => `${Math.floor(nth / 3)}-${Math.floor(nth / 3) + 4}`).join(' ');
const people = (count: number) => Array.from({ length: count }, (_, nth) => `p${nth}`);

test('a short post that all see whole, four accounts, and one post alone are no shared way', () => {
  const still = `${Array(30).fill('0-5').join(' ')} `;
  expect([movesOf(still), movesOf(trace)]).toEqual([0, 9]);
  const of = (...traces: RiskFacts['traces']) => unusualIn({ ...NOTHING, traces }).map(({ memberId }) => memberId);
  const two = (memberIds: string[], way = trace) => of({ postId: 'a', trace: way, memberIds }, { postId: 'b', trace: way, memberIds });
  expect(two(people(40), still)).toEqual([]);
  expect(two(people(4))).toEqual([]);
  expect(of({ postId: 'a', trace, memberIds: people(40) })).toEqual([]);
  expect(two(people(5))).toEqual(people(5));
});

test('nine new accounts, ten over weeks, ten that read around, and ten for half an hour are no burst', () => {
  const newcomers = (count: number, more: { gap?: number; share?: number; seconds?: number } = {}) =>
    people(count).map((memberId, nth) => {
      const { gap = 3_600_000, share = 100, seconds = 7_200 } = more;
      return { memberId, since: UNTIL - 5 * DAY + nth * gap, authorId: 'a', seconds, whole: Math.ceil((seconds * 100) / share), posts: [] };
    });
  const held = (...asked: Parameters<typeof newcomers>) => unusualIn({ ...NOTHING, newcomers: newcomers(...asked) }).length;
  expect([held(9), held(10, { gap: DAY }), held(10, { share: LEAST_SHARE - 5 }), held(10, { seconds: 1_800 })]).toEqual([0, 0, 0, 0]);
  expect([held(10), held(30, { gap: 7_200_000 })]).toEqual([10, 30]);
});

test('what was cleared for the same marks is not found again; for others it is', () => {
  const memberIds = people(5);
  const both = (of: string) => ['a', 'b'].map((postId) => ({ postId: `${of}-${postId}`, trace, memberIds }));
  const found = unusualIn({ ...NOTHING, traces: both('old') });
  const known = () => found[0]?.marks ?? [];
  expect(found).toHaveLength(5);
  expect(unusualIn({ ...NOTHING, traces: both('old') }, known)).toEqual([]);
  expect(unusualIn({ ...NOTHING, traces: [...both('old'), ...both('new')] }, known)).toHaveLength(5);
});

test('evidence names nobody else, and each rule has a version', () => {
  const found = unusualIn({ ...NOTHING, traces: ['a', 'b'].map((postId) => ({ postId, trace, memberIds: people(6) })) });
  for (const { memberId, evidence, marks } of found)
    expect(people(6).filter((one) => one !== memberId && JSON.stringify([evidence, marks]).includes(`"${one}"`))).toEqual([]);
  expect(RISK_RULES.map(({ name, version }) => [name, version >= 1])).toEqual([
    ['no-jitter', true],
    ['same-trace', true],
    ['burst', true],
  ]);
});
