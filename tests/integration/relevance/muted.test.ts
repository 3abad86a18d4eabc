import { expect, test } from 'vitest';
import { mute } from '@/lib/comments/commands/mute';
import { newSince } from '@/lib/comments/new-since';
import { db } from '@/lib/db/client';
import { viewerOf } from '@/lib/discovery/viewer';
import { notificationsOf } from '@/lib/notifications/queries';
import { blog, comment, type FactoryMember, member, post, sessionOf } from '../../factories/people';

/** A post by Khanh with ten comments of Teo and three of Ann, of which one is left out. Ines reads it. */
async function scene() {
  const [khanh, ines, ann, teo] = [
    await member({ name: 'Khanh' }),
    await member({ name: 'Ines Duarte' }),
    await member({ name: 'Ann Baker' }),
    await member({ name: 'Teo' }),
  ];
  const said = await post({ blog: await blog({ owner: khanh }), author: khanh });
  for (let nth = 0; nth < 10; nth += 1) await comment({ post: said, author: teo, ups: 3 });
  const words = [await comment({ post: said, author: ann, downs: 5 })];
  for (let nth = 0; nth < 2; nth += 1) words.push(await comment({ post: said, author: ann }));
  const seen = async (person: FactoryMember) => viewerOf(await sessionOf(person), { post: said.id, blog: null });
  return { khanh, ines, ann, teo, said, words, seen };
}

test('who muted Ann has the counts without hers, in the words of the page; nobody else has', async () => {
  const { khanh, ines, ann, teo, seen } = await scene();
  await mute(ines, { memberId: khanh.id, on: '1' });
  expect([(await seen(ines)).muted, (await seen(teo)).muted]).toEqual([null, null]);
  await mute(ines, { memberId: ann.id, on: '1' });
  expect((await seen(ines)).muted).toEqual({ heading: '10 comments', leftOut: 1 });
  expect([(await seen(teo)).muted, (await seen(ann)).muted]).toEqual([null, null]);
  await db.comment.updateMany({ where: { authorId: ann.id, downs: 0 }, data: { status: 'removed' } });
  await db.post.updateMany({ data: { commentCount: { decrement: 2 } } });
  expect((await seen(ines)).muted).toEqual({ heading: '10 comments', leftOut: 1 });
  await mute(ines, { memberId: ann.id, on: '0' });
  expect((await seen(ines)).muted).toBeNull();
});

test('new comments of people whom Ines muted are no news to her', async () => {
  const { ines, ann, teo, said } = await scene();
  const at = Date.now() - 10 * 60_000;
  await comment({ post: said, author: ann, minutesAgo: 5 });
  await comment({ post: said, author: teo, minutesAgo: 5 });
  const session = await sessionOf(ines);
  expect([await newSince(said.id, at), await newSince(said.id, at, session)]).toEqual([2, 2]);
  await mute(ines, { memberId: ann.id, on: '1' });
  expect([await newSince(said.id, at), await newSince(said.id, at, session)]).toEqual([2, 1]);
  expect(await newSince(said.id, at, await sessionOf(await member()))).toBe(2);
});

test('as many are said to be unread as are listed: nothing that is not shown, and nobody whom Ines muted', async () => {
  const { ines, ann, teo, words, said, seen } = await scene();
  const others = await comment({ post: said, author: teo });
  for (const { id } of [...words, others]) await db.notification.create({ data: { memberId: ines.id, commentId: id, kind: 'reply' } });
  const both = async () => [(await seen(ines)).unread, (await notificationsOf(ines, undefined)).told.length];
  expect(await both()).toEqual([4, 4]);
  await db.comment.update({ where: { id: words[0]?.id ?? '' }, data: { status: 'held' } });
  expect(await both()).toEqual([3, 3]);
  await mute(ines, { memberId: ann.id, on: '1' });
  expect(await both()).toEqual([1, 1]);
});
