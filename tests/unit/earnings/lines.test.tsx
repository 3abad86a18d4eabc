import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { BlogWeek } from '@/components/earnings/blog-week';
import { ReadTable } from '@/components/earnings/read-table';
import type { WeekOfPosts } from '@/lib/earnings/blog-earnings';
import type { WeekFigures } from '@/lib/earnings/change-reasons';
import { readLine } from '@/lib/earnings/dispute-policy';
import type { OwnDispute } from '@/lib/earnings/disputes';
import type { Worth } from '@/lib/earnings/points';
import type { ReadLine } from '@/lib/earnings/queries';

const read: ReadLine[] = Array.from({ length: 230 }, (_, nth) => ({
  ...{ postId: `p${nth}`, title: `Post ${nth}`, path: '/@a/p', blog: null, credited: 60, left: [], reward: 0n, moved: 0n, returned: null },
}));

test('every line of a statement is on one of its pages, with the way to dispute it; what was disputed is on the first', () => {
  const dispute: OwnDispute = {
    ...{ id: 'd', line: readLine('p229'), reason: 'not-counted', words: '', createdAt: new Date(), outcome: null },
    ...{ answer: '', answeredAt: null, paid: 0n, waits: null },
  };
  const disputing = { epoch: 7, until: new Date(), disputes: new Map([[readLine('p229'), dispute]]), action: async () => null as never };
  const pages = [1, 2, 3].map((page) =>
    renderToStaticMarkup(
      <ReadTable read={read} budget={null} page={page} disputing={{ ...disputing, language: 'en' }} worth={null} language="en" />,
    ),
  );
  const on = pages.map((html) => read.filter(({ title }) => new RegExp(`${title}\\b`).test(html)).length);
  expect(on).toEqual([101, 100, 30]);
  expect(pages.map((html) => /href="(\/earnings\/7\?page=\d#reading)"/.exec(html)?.[1])).toEqual([
    '/earnings/7?page=2#reading',
    '/earnings/7?page=3#reading',
    undefined,
  ]);
});

test('what points are worth stands beside each line, with the date of the value; nothing does where the operator says nothing', () => {
  const disputing = { epoch: 7, until: null, disputes: new Map(), action: async () => null as never, language: 'en' };
  const [line] = read;
  const of = (worth: Worth | null) =>
    renderToStaticMarkup(
      <ReadTable
        read={line ? [{ ...line, reward: 1_500n, moved: 8_500n }] : []}
        budget={null}
        page={1}
        disputing={disputing}
        worth={worth}
        language="en"
      />,
    );
  const html = of({ value: 20_000n, currency: 'EUR', since: new Date(Date.UTC(2026, 10, 2)) });
  for (const said of ['1.500', '≈ €0.03', '8.500', '≈ €0.17', 'at the value of Nov 2, 2026']) expect(html).toContain(said);
  expect(of(null)).not.toContain('≈');
});

test('a week of too few readers says so, and not that nobody read', () => {
  const week: WeekOfPosts & WeekFigures = {
    ...{ epoch: 7, startsAt: new Date(0), endsAt: new Date(604_800_000), whose: 'all', few: true, parts: [] },
    ...{ readers: 0, seconds: 0, points: 0n, returned: 0n, ruleVersion: 1, gamma: null },
  };
  const said = (few: boolean) =>
    renderToStaticMarkup(<BlogWeek week={{ ...week, few }} before={null} lines={null} changes={null} worth={null} language="en" />);
  expect(said(true)).toContain('Too few readers counted in this week');
  expect(said(false)).toContain('No reading of these posts counted');
});
