import { describe, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { viewerOf } from '@/lib/discovery/viewer';
import { openEpoch } from '@/lib/earnings/commands/open-epoch';
import { forgetReading } from '@/lib/reading/commands/forget-reading';
import { setMeasured } from '@/lib/reading/commands/set-measured';
import { tellWriters } from '@/lib/reading/commands/tell-writers';
import { thinBeats } from '@/lib/reading/commands/thin-beats';
import { readingOf, readingOfPosts } from '@/lib/reading/queries';
import { blog, type FactoryMember, member, post, sessionOf } from '../../factories/people';
import { reading } from '../../factories/readings';
import { twentyAtOnce } from '../../support/refusal';

// A Wednesday.
const NOW = new Date('2026-11-25T15:00:00Z');
const at = (time: string, day = '2026-11-25') => new Date(`${day}T${time}:00Z`);

async function scene() {
  const [ines, mai] = [await member({ name: 'Ines Duarte' }), await member({ name: 'Mai Tran' })];
  const tide = await blog({ owner: ines });
  const said = await post({ blog: tide, author: ines, title: 'Five weights' });
  // Four minutes at the rule's pace.
  await db.post.update({ where: { id: said.id }, data: { words: 952 } });
  await setMeasured(mai, { on: '1' });
  return { ines, mai, tide, said };
}

test('Mai sees line by line what was measured, what of it counts, and why the rest does not', async () => {
  const { mai, said, tide, ines } = await scene();
  const glanced = await post({ blog: tide, author: ines, title: 'Glanced at' });
  const own = await post({ blog: await blog({ owner: mai }), author: mai, title: 'My own' });
  await reading({ reader: mai, post: said, at: at('09:00'), beats: 20 });
  await reading({ reader: mai, post: said, at: at('10:00'), beats: 20 });
  await reading({ reader: mai, post: glanced, at: at('11:00'), beats: 2 });
  await reading({ reader: mai, post: own, at: at('12:00', '2026-11-24'), beats: 9 });
  await reading({ reader: mai, post: said, at: at('12:00', '2026-11-20'), beats: 7 });
  const { on, today, lines } = await readingOf(mai, NOW);
  expect([on, today]).toEqual([true, { measured: 420, credited: 360 }]);
  expect(lines.map(({ title, day, measured, credited, left }) => [title, day, measured, credited, left])).toEqual([
    ['Five weights', '2026-11-25', 400, 360, [{ reason: 'post-cap', seconds: 40 }]],
    ['Glanced at', '2026-11-25', 20, 0, [{ reason: 'too-short', seconds: 20 }]],
    ['My own', '2026-11-24', 90, 0, [{ reason: 'own-blog', seconds: 90 }]],
    ['Five weights', '2026-11-20', 70, 70, []],
  ]);
  expect(lines[0]?.path).toMatch(/^\/@low-tide/);
  expect(
    lines
      .find(({ day }) => day === '2026-11-20')
      ?.thinnedOn.toISOString()
      .slice(0, 10),
  ).toBe('2027-01-02');
});

test('half of a post does not count, in two sittings that add up it does; once it is taken back nothing does', async () => {
  const { mai, said } = await scene();
  const credited = async () => (await readingOf(mai, NOW)).today.credited;
  await reading({ reader: mai, post: said, at: at('09:00'), beats: 10, seen: '{[0,5)}' });
  expect(await credited()).toBe(0);
  await reading({ reader: mai, post: said, at: at('10:00'), beats: 10, seen: '{[3,6)}' });
  expect(await credited()).toBe(200);
  await db.post.update({ where: { id: said.id }, data: { publishedAt: null } });
  const { lines } = await readingOf(mai, NOW);
  expect(lines[0]).toMatchObject({ credited: 0, path: null, left: [{ reason: 'removed', seconds: 200 }] });
});

test('shortfalls and caps are counted by epoch, however long that is: what two do not have together does not count', async () => {
  const { mai, said } = await scene();
  await reading({ reader: mai, post: said, at: at('09:00', '2026-11-23'), beats: 4 });
  await reading({ reader: mai, post: said, at: at('09:00'), beats: 4 });
  const credited = async () => (await readingOf(mai, NOW)).lines.map((line) => line.credited);
  expect(await credited()).toEqual([40, 40]);
  await openEpoch(NOW);
  expect(await credited()).toEqual([40, 40]);
  await db.epoch.updateMany({ data: { startsAt: at('00:00', '2026-11-24'), endsAt: at('00:00', '2026-11-27') } });
  expect(await credited()).toEqual([0, 0]);
  await db.epoch.deleteMany();
  // A new week is there from its first second on, some minutes before its epoch is.
  await db.readingBeat.deleteMany({ where: { readerId: mai.id } });
  await openEpoch(new Date(NOW.getTime() - 7 * 86_400_000));
  await reading({ reader: mai, post: said, at: at('00:01', '2026-11-23'), beats: 10 });
  expect((await readingOf(mai, at('00:05', '2026-11-23'))).today).toEqual({ measured: 100, credited: 100 });
  await db.epoch.deleteMany();
});

test('a sum that beats were thinned to counts as they did', async () => {
  const { mai, said } = await scene();
  // Half of it on one day and half on the next: neither would do alone.
  await reading({ reader: mai, post: said, at: at('09:00', '2026-10-14'), beats: 10, seen: '{[0,5)}' });
  await reading({ reader: mai, post: said, at: at('09:00', '2026-10-15'), beats: 10, seen: '{[5,10)}' });
  const before = (await readingOf(mai, NOW)).lines;
  expect(before.map(({ credited }) => credited)).toEqual([100, 100]);
  for (const [nth, night] of ['2026-11-26', '2026-11-27'].entries()) {
    await thinBeats(new Date(`${night}T03:00:00Z`));
    expect(await db.readingSum.count({ where: { readerId: mai.id } })).toBe(nth + 1);
    expect((await readingOf(mai, NOW)).lines).toEqual(before);
  }
});

test('the page is told whether she is measured and what today has; after she switches it off, no figure', async () => {
  const { ines, mai, said } = await scene();
  const asked = { post: said.id, blog: null };
  const now = new Date();
  await reading({ reader: mai, post: said, at: new Date(Math.max(now.getTime() - 60_000, now.setUTCHours(0, 0, 0, 0))), beats: 3 });
  await reading({ reader: mai, post: said, at: new Date(Date.now() - 2 * 86_400_000), beats: 3 });
  const [her, his] = [await sessionOf(mai), await sessionOf(ines)];
  expect(await viewerOf(her, asked)).toMatchObject({ measured: true, readToday: 30 });
  expect(await viewerOf(her, { post: null, blog: null })).toMatchObject({ measured: true, readToday: 0 });
  expect(await viewerOf(his, asked)).toMatchObject({ measured: null, readToday: 0 });
  await setMeasured(mai, { on: '0' });
  expect(await viewerOf(her, asked)).toMatchObject({ measured: false, readToday: 0 });
  // What was earned before stays.
  expect(await db.readingBeat.count({ where: { readerId: mai.id } })).toBe(6);
});

describe('what Ines is told of her posts', () => {
  async function told() {
    const { ines, mai, tide, said } = await scene();
    const quiet = await post({ blog: tide, author: ines });
    const others = await Promise.all(['Sade', 'Teo', 'Khanh', 'Pavel'].map((name) => member({ name })));
    const night = async (now: Date, of: { id: string } = said) => {
      await tellWriters(now);
      return (await readingOfPosts(tide.id)).get(of.id);
    };
    return { ines, mai, tide, said, quiet, others, night };
  }

  test('is said once five others read them, up to the last midnight, and of nobody alone', async () => {
    const { ines, mai, said, quiet, others, night, tide } = await told();
    const [sade, teo, khanh, pavel] = others as [FactoryMember, FactoryMember, FactoryMember, FactoryMember];
    for (const reader of [mai, sade, teo, khanh]) await reading({ reader, post: said, at: at('09:00', '2026-11-24'), beats: 6 });
    // Herself twice, and someone who reads today: four readers are not five.
    await reading({ reader: ines, post: said, at: at('09:00', '2026-11-24'), beats: 6 });
    await reading({ reader: mai, post: said, at: at('10:00', '2026-11-24'), beats: 6 });
    await reading({ reader: pavel, post: said, at: at('09:00'), beats: 6 });
    expect([await night(NOW), await night(NOW, quiet)]).toEqual([undefined, undefined]);
    await reading({ reader: pavel, post: said, at: at('09:00', '2026-10-01'), beats: 1 });
    await thinBeats(NOW);
    expect(await night(NOW)).toEqual({ readers: 5, seconds: 310 });
    await twentyAtOnce(() => tellWriters(NOW));
    expect(await night(NOW)).toEqual({ readers: 5, seconds: 310 });
    expect((await readingOfPosts((await blog({ owner: ines })).id)).size + (await readingOfPosts(tide.id)).size).toBe(1);
  });

  test('never changes by what one person read: not by who comes next, deletes it, leaves, or is taken into the blog', async () => {
    const { mai, said, others, night, tide } = await told();
    const [sade, teo, khanh, pavel] = others as [FactoryMember, FactoryMember, FactoryMember, FactoryMember];
    const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
    for (const reader of [mai, ...others]) await reading({ reader, post: said, at: at('09:00', '2026-11-24'), beats: 6 });
    const first = await night(NOW);
    expect(first).toEqual({ readers: 5, seconds: 300 });
    // Day by day one more, or the same again: what Ines takes away from one another is nobody's.
    const rosa = await member({ name: 'Rosa' });
    await reading({ reader: rosa, post: said, at: at('09:00', '2026-11-25'), beats: 7 });
    expect(await night(later(1))).toEqual(first);
    await reading({ reader: mai, post: said, at: at('09:00', '2026-11-26'), beats: 8 });
    expect(await night(later(2))).toEqual(first);
    await forgetReading(sade, { confirm: 'yes' }, new Date(0));
    await db.member.delete({ where: { id: teo.id } });
    await db.blogMember.create({ data: { blogId: tide.id, memberId: khanh.id, role: 'moderator' } });
    expect(await night(later(3))).toEqual(first);
    // Rosa, Mai and three more are five.
    const more = await Promise.all(['Ana', 'Bea'].map((name) => member({ name })));
    for (const reader of [pavel, ...more]) await reading({ reader, post: said, at: at('09:00', '2026-11-28'), beats: 1 });
    expect(await night(later(4))).toEqual({ readers: 5, seconds: 300 + 70 + 80 + 30 });
  });
});
