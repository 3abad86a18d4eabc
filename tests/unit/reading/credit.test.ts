import { describe, expect, test } from 'vitest';
import { creditsOf, type DayOfReading, type Facts, type PostRead } from '@/lib/reading/credit';
import { readingRuleAt } from '@/lib/reading/rule';
import { randomFrom } from '../earnings/instances';

const rule = readingRuleAt(Date.UTC(2026, 10, 25));
const MONDAY = '2026-11-23';
const day = (postId: string, seconds: number, more: Partial<DayOfReading> = {}): DayOfReading => ({
  postId,
  authorId: 'ines',
  day: MONDAY,
  beganAt: 0,
  seconds,
  ...more,
});
// 952 words take 240 s at the pace: at most 360 are credited, at least 60 are needed.
const post = (more: Partial<PostRead> = {}): PostRead => ({ words: 952, seen: 100, barred: null, ...more });
const facts = (posts: Record<string, PostRead>, staff = false): Facts => ({ posts: new Map(Object.entries(posts)), staff });

describe('of what Mai read', () => {
  test.each<[string, number, Partial<PostRead>, number, string[]]>([
    ['all of it counts, within the post’s time and a half', 240, {}, 240, []],
    ['what goes beyond that is left out', 400, {}, 360, ['post-cap 40']],
    ['a glance does not count', 50, {}, 0, ['too-short 50']],
    ['of a short post half a minute is the least', 20, { words: 50 }, 0, ['too-short 20']],
    ['and half a minute is more than fifty words take', 30, { words: 50 }, 18, ['post-cap 12']],
    ['nor does the half of it', 240, { seen: 59 }, 0, ['too-little-seen 240']],
    ['three fifths do', 240, { seen: 60 }, 240, []],
    ['nor on her own blog', 240, { barred: 'own-blog' }, 0, ['own-blog 240']],
    ['nor by someone linked with her', 240, { barred: 'linked' }, 0, ['linked 240']],
    ['nor what was removed', 240, { barred: 'removed' }, 0, ['removed 240']],
    [
      'nor while she is banned, of which as much is said to be for that as would have counted',
      400,
      { barred: 'banned' },
      0,
      ['banned 360', 'post-cap 40'],
    ],
    ['and of a glance that it was one', 50, { barred: 'linked' }, 0, ['too-short 50']],
    ['her own blog is that before all', 50, { barred: 'own-blog' }, 0, ['own-blog 50']],
  ])('%s', (_what, seconds, more, credited, left) => {
    const [line] = creditsOf([day('p', seconds)], facts({ p: post(more) }), rule);
    expect([line?.credited, line?.left.map(({ reason, seconds }) => `${reason} ${seconds}`)]).toEqual([credited, left]);
  });

  test('faster than a thousand words a minute is not reading', () => {
    const long = post({ words: 9_520 });
    const at = (seconds: number) => creditsOf([day('p', seconds)], facts({ p: long }), rule)[0];
    // A quarter of the expected time is 600 s; the words of it all in that time would be 952 a minute.
    expect(at(600)?.credited).toBe(600);
    const strict = { ...rule, leastOfPost: 1 };
    expect(creditsOf([day('p', 570)], facts({ p: long }), strict)[0]?.left).toEqual([{ reason: 'too-fast', seconds: 570 }]);
  });

  test('the site’s own people move nothing', () => {
    expect(creditsOf([day('p', 240)], facts({ p: post() }, true), rule)[0]?.left).toEqual([{ reason: 'staff', seconds: 240 }]);
  });

  test('what is barred takes no place of what counts, and is told within what is left of the caps', () => {
    const hours = 3 * 3_600;
    const long = (barred: PostRead['barred'] = null) => post({ words: 60_000, barred });
    const days = [day('barred', hours), day('counts', hours, { authorId: 'sade', beganAt: 1 })];
    const found = creditsOf(days, facts({ barred: long('removed'), counts: long() }), rule);
    expect(found.map(({ postId, credited, left }) => [postId, credited, left])).toEqual([
      ['counts', hours, []],
      [
        'barred',
        0,
        [
          { reason: 'removed', seconds: 3_600 },
          { reason: 'day-cap', seconds: hours - 3_600 },
        ],
      ],
    ]);
    const three = [day('p1', 240), day('p2', 240, { beganAt: 1 }), day('p3', 240, { beganAt: 2 })];
    const linked = creditsOf(three, facts({ p1: post({ barred: 'linked' }), p2: post(), p3: post() }), rule);
    expect(linked.map(({ postId, credited, left }) => [postId, credited, left[0]?.reason])).toEqual([
      ['p2', 240, undefined],
      ['p3', 240, undefined],
      ['p1', 0, 'author-limit'],
    ]);
  });

  test('a post that its cap leaves nothing of takes no other’s place', () => {
    const days = [
      day('p1', 360),
      day('p1', 20, { day: '2026-11-24', beganAt: 1 }),
      day('p2', 240, { day: '2026-11-24', beganAt: 2 }),
      day('p3', 240, { day: '2026-11-24', beganAt: 3 }),
      day('p4', 240, { day: '2026-11-24', beganAt: 4 }),
    ];
    const found = creditsOf(days, facts({ p1: post(), p2: post(), p3: post(), p4: post() }), rule);
    expect(found.map(({ credited, left }) => [credited, left[0]?.reason])).toEqual([
      [360, undefined],
      [0, 'post-cap'],
      [240, undefined],
      [240, undefined],
      [0, 'author-limit'],
    ]);
  });

  test('a third post of one author on one day is left out, another author’s and another day’s are not', () => {
    const days = [
      day('p1', 100, { beganAt: 1 }),
      day('p2', 100, { beganAt: 2 }),
      day('p3', 100, { beganAt: 3 }),
      day('p1', 100, { beganAt: 4, day: '2026-11-24' }),
      day('p3', 100, { beganAt: 5, day: '2026-11-24' }),
      day('p4', 100, { beganAt: 6, authorId: 'sade' }),
    ];
    const posts = facts({ p1: post(), p2: post(), p3: post(), p4: post() });
    expect(creditsOf(days, posts, rule).map(({ postId, credited }) => `${postId} ${credited}`)).toEqual([
      'p1 100',
      'p2 100',
      'p3 0',
      'p1 100',
      'p3 100',
      'p4 100',
    ]);
  });

  test('four hours a day are the most, over all posts', () => {
    const long = post({ words: 100_000 });
    const days = [day('p', 3 * 3_600, { beganAt: 1 }), day('q', 2 * 3_600, { beganAt: 2, authorId: 'sade' })];
    const [first, second] = creditsOf(days, facts({ p: long, q: long }), { ...rule, leastOfPost: 1, fastest: 100_000 });
    expect([first?.credited, second?.credited, second?.left]).toEqual([10_800, 3_600, [{ reason: 'day-cap', seconds: 3_600 }]]);
  });

  test('a post read on two days counts as one reading', () => {
    const days = [day('p', 40, { beganAt: 1 }), day('p', 40, { beganAt: 2, day: '2026-11-24' })];
    expect(creditsOf(days, facts({ p: post() }), rule).map(({ credited }) => credited)).toEqual([40, 40]);
  });
});

test('nothing that is measured credits more than the caps, and every second is in a line, in any order', () => {
  const random = randomFrom(11);
  for (let nth = 0; nth < 5_000; nth += 1) {
    const posts: Record<string, PostRead> = {};
    for (let p = 0; p < 5; p += 1)
      posts[`p${p}`] = post({ words: 1 + random(40_000), seen: random(101), barred: random(6) === 0 ? 'linked' : null });
    const days = Array.from({ length: 1 + random(15) }, (_, place) =>
      day(`p${random(5)}`, random(9_000), { authorId: `a${random(2)}`, day: `2026-11-2${random(3)}`, beganAt: place }),
    );
    const lines = creditsOf(days, facts(posts), rule);
    const measured = days.reduce((sum, { seconds }) => sum + seconds, 0);
    const told = lines.reduce((sum, { credited, left }) => sum + credited + left.reduce((all, one) => all + one.seconds, 0), 0);
    expect(told).toBe(measured);
    for (const [postId, { words }] of Object.entries(posts)) {
      const credited = lines.filter((line) => line.postId === postId).reduce((sum, line) => sum + line.credited, 0);
      expect(credited).toBeLessThanOrEqual((words / 238) * 60 * 1.5);
    }
    for (const of of new Set(days.map((one) => one.day)))
      expect(lines.filter((line) => line.day === of).reduce((sum, line) => sum + line.credited, 0)).toBeLessThanOrEqual(14_400);
    expect(creditsOf(days.toReversed(), facts(posts), rule)).toEqual(lines);
  }
});
