import { expect, test, vi } from 'vitest';
import { follow } from '@/lib/accounts/commands/follow';
import type { FilterLevel } from '@/lib/blogs/view';
import { mute } from '@/lib/comments/commands/mute';
import { db } from '@/lib/db/client';
import { pool } from '@/lib/db/pool';
import { viewerOf } from '@/lib/discovery/viewer';
import { blog, comment, type FactoryMember, member, post, sessionOf } from '../../factories/people';
import { threadAt } from '../../support/thread';

/** A post by Khanh with ten comments of others, and one of Ann that readers voted down. Ines reads it. */
async function scene() {
  const [khanh, ines, ann] = [await member({ name: 'Khanh' }), await member({ name: 'Ines Duarte' }), await member({ name: 'Ann Baker' })];
  const news = await blog({ owner: khanh });
  const said = await post({ blog: news, author: khanh });
  const other = await member({ name: 'Teo' });
  for (let nth = 0; nth < 10; nth += 1) await comment({ post: said, author: other, ups: 3 });
  const words = await comment({ post: said, author: ann, body: 'The weights were never weighed.', downs: 5 });
  const seen = async (person: FactoryMember) => (await viewerOf(await sessionOf(person), { post: said.id, blog: null })).followed;
  return { khanh, ines, ann, other, news, said, words, seen };
}

const idsOf = (shown: readonly { id: string }[]) => shown.map(({ id }) => id);
const followBy = (person: FactoryMember, other: FactoryMember, on = true) => follow(person, { memberId: other.id, on });

test('what is left out of Ann is shown to Ines who follows her, and to nobody else; the page is the same for both', async () => {
  const { khanh, ines, ann, other, said, words, seen } = await scene();
  await followBy(other, khanh);
  const before = await threadAt(said.id);
  expect(before.filtered).toBe(1);
  expect(await seen(ines)).toEqual([]);
  await followBy(ines, ann);
  expect(await seen(ines)).toEqual([
    {
      id: words.id,
      authorId: ann.id,
      name: 'Ann Baker',
      body: 'The weights were never weighed.',
      at: words.createdAt.toISOString(),
      date: expect.stringMatching(/\d{4}.*\d:\d\d/),
      edited: false,
      ups: 0,
      downs: 5,
    },
  ]);
  expect([await seen(other), await seen(ann)]).toEqual([[], []]);
  expect(await threadAt(said.id)).toEqual(before);
  await mute(ines, { memberId: ann.id, on: true });
  expect(await seen(ines)).toEqual([]);
});

test('nothing comes that the filter does not leave out: by its level, in a small thread, of the blog’s own people, or what is not shown', async () => {
  const { ines, ann, news, said, words, seen } = await scene();
  await followBy(ines, ann);
  await db.comment.update({ where: { id: words.id }, data: { ups: 4, downs: 6 } });
  const levels: Partial<Record<FilterLevel, number>> = {};
  for (const filterLevel of ['off', 'light', 'standard', 'strict'] as const) {
    await db.blog.update({ where: { id: news.id }, data: { filterLevel } });
    levels[filterLevel] = (await seen(ines)).length;
    expect((await threadAt(said.id)).filtered, filterLevel).toBe(levels[filterLevel]);
  }
  expect(levels).toEqual({ off: 0, light: 0, standard: 0, strict: 1 });
  await db.comment.update({ where: { id: words.id }, data: { ups: 0, downs: 0, unwanted: 0.8 } });
  expect(idsOf(await seen(ines))).toEqual([words.id]);
  const asked = async (data: object) => {
    await db.comment.update({ where: { id: words.id }, data });
    return (await seen(ines)).length;
  };
  expect([await asked({ pinnedAt: new Date() }), await asked({ pinnedAt: null, highlightedAt: new Date() })]).toEqual([0, 0]);
  expect([
    await asked({ highlightedAt: null, status: 'held' }),
    await asked({ status: 'removed' }),
    await asked({ status: 'visible' }),
  ]).toEqual([0, 0, 1]);
  await db.post.update({ where: { id: said.id }, data: { commentCount: 9 } });
  expect(await seen(ines)).toEqual([]);
  await db.post.update({ where: { id: said.id }, data: { commentCount: 11 } });
  await db.blogMember.create({ data: { blogId: news.id, memberId: ann.id, role: 'writer' } });
  expect(await seen(ines)).toEqual([]);
  await db.blogMember.deleteMany({ where: { memberId: ann.id } });
  await db.member.update({ where: { id: ann.id }, data: { role: 'moderator' } });
  expect(await seen(ines)).toEqual([]);
});

test('one statement for who follows nobody, two for who does, and twenty comments at most, the best first', async () => {
  const { ines, ann, other, said, words, seen } = await scene();
  const rows = await Promise.all(Array.from({ length: 24 }, (_, nth) => comment({ post: said, author: ann, ups: 1, downs: 7 + nth })));
  const sessions = { ines: await sessionOf(ines), other: await sessionOf(other) };
  await followBy(ines, ann);
  await Promise.all(Object.values(sessions).map((session) => viewerOf(session, { post: said.id, blog: null })));
  const asked = vi.spyOn(pool, 'query');
  await viewerOf(sessions.other, { post: said.id, blog: null });
  expect(asked).toHaveBeenCalledTimes(1);
  await viewerOf(sessions.ines, { post: said.id, blog: null });
  expect(asked).toHaveBeenCalledTimes(3);
  await viewerOf(sessions.ines, { post: null, blog: null });
  expect(asked).toHaveBeenCalledTimes(4);
  asked.mockRestore();
  const shown = idsOf(await seen(ines));
  expect(shown).toHaveLength(20);
  const best = await db.comment.findMany({
    where: { id: { in: [words.id, ...idsOf(rows)] } },
    orderBy: [{ score: 'desc' }, { id: 'asc' }],
    take: 20,
  });
  expect(shown).toEqual(idsOf(best));
});

test('whatever has its place on the page comes, however much of Ann is left out; of what is elsewhere the best twenty', async () => {
  const { ines, ann, said } = await scene();
  const rows = await Promise.all(Array.from({ length: 150 }, (_, nth) => comment({ post: said, author: ann, downs: 7 + nth })));
  await followBy(ines, ann);
  // The page has the worst of them, beside one of somebody whom she does not follow and one that is not left out.
  const here = rows.slice(-40).map(({ id }) => id);
  const others = await db.comment.findMany({ where: { postId: said.id, authorId: { not: ann.id } }, select: { id: true }, take: 2 });
  const session = await sessionOf(ines);
  const folded = [...here, ...idsOf(others)].map((id) => id.replaceAll('-', ''));
  const shown = idsOf((await viewerOf(session, { post: said.id, blog: null, folded })).followed);
  expect(shown.slice(0, 40).toSorted()).toEqual(here.toSorted());
  expect(shown).toHaveLength(60);
  expect(idsOf((await viewerOf(session, { post: said.id, blog: null, folded: [] })).followed)).toHaveLength(20);
});
