import { expect, test } from 'vitest';
import { oneComment } from '@/lib/comments/one';
import { db } from '@/lib/db/client';
import { viewerOf } from '@/lib/discovery/viewer';
import { blog, comment, type FactoryMember, member, post, sessionOf } from '../../factories/people';
import { threadAt } from '../../support/thread';

test('Ann is told on the page of her comment that it is left out and why, as in the thread; nobody else is', async () => {
  const [khanh, ann, teo] = [await member({ name: 'Khanh' }), await member({ name: 'Ann Baker' }), await member({ name: 'Teo' })];
  const news = await blog({ owner: khanh });
  const said = await post({ blog: news, author: khanh });
  for (let nth = 0; nth < 10; nth += 1) await comment({ post: said, author: teo, ups: 3 });
  const words = await comment({ post: said, author: ann, downs: 5 });
  const told = async (person: FactoryMember) => (await oneComment(person, words.id, new Date()))?.filtered;
  const inThread = async () => {
    const { ownComments } = await viewerOf(await sessionOf(ann), { post: said.id, blog: null });
    return ownComments.find(({ id }) => id === words.id)?.filtered;
  };
  expect([await told(ann), await inThread(), (await threadAt(said.id)).filtered]).toEqual(['votes', 'votes', 1]);
  expect([await told(teo), (await oneComment({ kind: 'guest' }, words.id, new Date()))?.filtered]).toEqual([null, null]);
  await db.comment.update({ where: { id: words.id }, data: { downs: 0, unwanted: 0.95 } });
  expect([await told(ann), await inThread()]).toEqual(['unwanted', 'unwanted']);
  await db.blogMember.create({ data: { blogId: news.id, memberId: ann.id, role: 'writer' } });
  expect([await told(ann), await inThread()]).toEqual([null, null]);
  await db.blogMember.deleteMany({ where: { memberId: ann.id } });
  await db.comment.update({ where: { id: words.id }, data: { status: 'held' } });
  expect([await told(ann), await inThread()]).toEqual([null, null]);
});
