import { expect, test } from 'vitest';
import { postComment } from '@/lib/comments/commands/post-comment';
import { reportComment } from '@/lib/comments/commands/report-comment';
import { trustFacts } from '@/lib/comments/record';
import { db } from '@/lib/db/client';
import { decide } from '@/lib/moderation/commands/decide';
import { blog, comment, type FactoryMember, member, post } from '../../factories/people';

/** A blog of Ines and one of Khanh, a post in each, and Judit who moderates the site. */
async function scene() {
  const [ines, khanh, judit] = [
    await member({ name: 'Ines Duarte' }),
    await member({ name: 'Khanh Trinh' }),
    await member({ name: 'Judit Szabo', role: 'moderator' }),
  ];
  const [tide, news] = [await blog({ owner: ines }), await blog({ owner: khanh, name: 'KT ONLINE' })];
  return { ines, khanh, judit, tide, news, own: await post({ blog: tide, author: ines }), there: await post({ blog: news, author: khanh }) };
}

const factsOf = ({ id }: FactoryMember) => db.$transaction((tx) => trustFacts(tx, { memberId: id }, new Date()));
const remove = (by: FactoryMember, { id }: { id: string }) => decide(by, { commentId: id, revision: 1, decision: 'remove', reason: 'spam' });

test('nobody becomes known by what they say in their own blog, also when they have handed it over', async () => {
  const { ines, khanh, tide, own, there } = await scene();
  for (let nth = 0; nth < 5; nth += 1) await postComment(ines, { postId: own.id, body: `To myself ${nth}`, submissionKey: '' });
  expect(await factsOf(ines)).toMatchObject({ approved: 0 });
  expect((await postComment(ines, { postId: there.id, body: 'I am new over here.' })).status).toBe('held');
  await db.blogMember.create({ data: { blogId: tide.id, memberId: khanh.id, role: 'owner' } });
  await db.blogMember.delete({ where: { blogId_memberId: { blogId: tide.id, memberId: ines.id } } });
  await db.post.update({ where: { id: own.id }, data: { authorId: khanh.id } });
  expect(await factsOf(ines)).toMatchObject({ approved: 0 });
});

test('what is said under one’s own post in another’s blog makes nobody known; what is said among strangers does', async () => {
  const { khanh, news, there } = await scene();
  const teo = await member({ name: 'Teo' });
  const guest = await post({ blog: news, author: teo });
  for (let nth = 0; nth < 5; nth += 1) await comment({ post: guest, author: teo });
  expect(await factsOf(teo)).toMatchObject({ approved: 0 });
  for (let nth = 0; nth < 5; nth += 1) await comment({ post: there, author: teo, minutesAgo: 9_000 + nth });
  expect(await factsOf(teo)).toMatchObject({ approved: 5 });
  expect((await postComment(teo, { postId: (await post({ blog: news, author: khanh })).id, body: 'See https://example.org' })).status).toBe(
    'visible',
  );
});

test('a report counts as upheld when the site’s moderators or strangers upheld it, not one’s own blog', async () => {
  const { ines, khanh, judit, own, there } = await scene();
  const mai = await member({ name: 'Mai Tran' });
  const [atHome, atHomeBySite, abroad] = [
    await comment({ post: own, author: mai }),
    await comment({ post: own, author: mai }),
    await comment({ post: there, author: mai }),
  ];
  for (const { id } of [atHome, atHomeBySite, abroad]) await reportComment(ines, { commentId: id, reason: 'spam' });
  await db.blogMember.create({ data: { blogId: own.blogId, memberId: khanh.id, role: 'moderator' } });
  await remove(khanh, atHome);
  expect(await factsOf(ines)).toMatchObject({ upheldReports: 0 });
  await remove(judit, atHomeBySite);
  await remove(khanh, abroad);
  expect(await factsOf(ines)).toMatchObject({ upheldReports: 2 });
});
