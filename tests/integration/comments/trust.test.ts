import { expect, test } from 'vitest';
import { establishBlogs } from '@/lib/comments/commands/establish-blogs';
import { postComment } from '@/lib/comments/commands/post-comment';
import { reportComment } from '@/lib/comments/commands/report-comment';
import { reporterOf, trustFacts } from '@/lib/comments/record';
import { db } from '@/lib/db/client';
import { viewerOf } from '@/lib/discovery/viewer';
import { decide } from '@/lib/moderation/commands/decide';
import { sanction } from '@/lib/moderation/commands/sanction';
import { setPhrases } from '@/lib/moderation/commands/set-phrases';
import { ESTABLISHED } from '@/lib/screening/trust';
import { blog, comment, type FactoryMember, member, post, sessionOf } from '../../factories/people';

/** A blog of Ines and one of Khanh, a post in each, and Judit who moderates the site. */
async function scene() {
  const [ines, khanh, judit] = [
    await member({ name: 'Ines Duarte' }),
    await member({ name: 'Khanh Trinh' }),
    await member({ name: 'Judit Szabo', role: 'moderator' }),
  ];
  const [tide, news] = [await blog({ owner: ines }), await blog({ owner: khanh, name: 'KT ONLINE' })];
  return {
    ines,
    khanh,
    judit,
    tide,
    news,
    own: await post({ blog: tide, author: ines }),
    there: await post({ blog: news, author: khanh }),
  };
}

const factsOf = ({ id }: FactoryMember) => db.$transaction((tx) => trustFacts(tx, { memberId: id, blogId: null }, new Date()));
const remove = (by: FactoryMember, { id }: { id: string }) =>
  decide(by, { commentId: id, revision: 1, decision: 'remove', reason: 'spam' });

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

test('a day of reading is one on which a vote, a bulb, a saved post or a comment showed it, where one has no part; pages looked at leave none', async () => {
  const { ines, khanh, own, there } = await scene();
  const mai = await member({ name: 'Mai Tran' });
  const at = (day: number, hour = 12) => new Date(Date.UTC(2026, 0, day, hour));
  const of = { memberId: mai.id, postId: there.id };
  await viewerOf(await sessionOf(mai), { post: there.id, blog: null });
  expect(await factsOf(mai)).toMatchObject({ daysRead: 0 });
  const vote = { memberId: mai.id, value: 1 };
  await db.vote.create({ data: { ...vote, commentId: (await comment({ post: there, author: khanh })).id, createdAt: at(1, 0) } });
  await db.vote.create({ data: { ...vote, commentId: (await comment({ post: own, author: khanh })).id, createdAt: at(1, 23) } });
  await db.reaction.create({ data: { ...of, createdAt: at(2) } });
  await db.bookmark.create({ data: { ...of, createdAt: at(3) } });
  await db.comment.update({ where: { id: (await comment({ post: there, author: mai })).id }, data: { createdAt: at(4) } });
  await db.comment.update({
    where: { id: (await comment({ post: there, author: mai, status: 'rejected' })).id },
    data: { createdAt: at(5) },
  });
  const back = { ...vote, value: 0, commentId: (await comment({ post: there, author: khanh })).id, createdAt: at(6) };
  await db.vote.create({ data: back });
  expect(await factsOf(mai)).toMatchObject({ daysRead: 4 });
  await db.reaction.create({ data: { memberId: ines.id, postId: own.id, createdAt: at(7) } });
  await db.blogMember.create({ data: { blogId: own.blogId, memberId: khanh.id, role: 'moderator' } });
  await db.reaction.create({ data: { memberId: khanh.id, postId: own.id, createdAt: at(7) } });
  expect([(await factsOf(ines)).daysRead, (await factsOf(khanh)).daysRead]).toEqual([0, 0]);
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

test('what one blog’s people remove holds nothing up elsewhere; in their blog it does, and the site’s moderators’ word everywhere', async () => {
  const { ines, judit, own, there, tide, news } = await scene();
  const mai = await member({ name: 'Mai Tran' });
  for (let nth = 0; nth < 5; nth += 1) await comment({ post: there, author: mai, minutesAgo: 60 * 24 * 30 + nth });
  const said = [];
  for (let nth = 0; nth < 5; nth += 1) said.push(await comment({ post: own, author: mai, minutesAgo: 60 + nth }));
  for (const one of said) await remove(ines, one);
  const send = async (to: { id: string }, body: string) => (await postComment(mai, { postId: to.id, body })).status;
  expect(await send(there, 'Nobody here minds me.')).toBe('visible');
  expect(await send(own, 'Somebody here does.')).toBe('held');
  const removed = async (blogId: string | null) =>
    (await db.$transaction((tx) => trustFacts(tx, { memberId: mai.id, blogId }, new Date()))).removedLately;
  expect([await removed(null), await removed(news.id), await removed(tide.id)]).toEqual([0, 0, 5]);
  for (let nth = 0; nth < 3; nth += 1) await remove(judit, await comment({ post: own, author: mai, minutesAgo: 30 + nth }));
  expect([await removed(null), await removed(news.id), await removed(tide.id)]).toEqual([3, 3, 8]);
  expect(await send(there, 'Now somebody does here, too.')).toBe('held');
});

test('what a blog bans by its own list holds nothing up elsewhere; what the site’s list bans does', async () => {
  const { ines, there, own, tide } = await scene();
  const mai = await member({ name: 'Mai Tran' });
  for (let nth = 0; nth < 5; nth += 1) await comment({ post: there, author: mai, minutesAgo: 60 * 24 * 30 + nth });
  await setPhrases(ines, { blogId: tide.id, seen: 0, banned: 'herring', suspect: '' });
  let minutes = -120;
  const send = async (to: { id: string }, body: string) => {
    minutes += 10;
    return (await postComment(mai, { postId: to.id, body }, new Date(Date.now() + minutes * 60_000))).status;
  };
  for (let nth = 0; nth < 3; nth += 1) expect(await send(own, `A herring, says number ${nth}`)).toBe('rejected');
  expect(await send(there, 'A herring, I said.')).toBe('visible');
  for (let nth = 0; nth < 2; nth += 1) expect(await send(there, `Cheap viagra ${nth}`)).toBe('rejected');
  expect(await send(there, 'It was a herring.')).toBe('held');
  expect(await db.moderationEvent.count({ where: { comment: { authorId: mai.id }, rule: 'rejected-lately' } })).toBe(1);
});

test('what one blog’s people make of a report weighs in their blog alone', async () => {
  const { ines, judit, own, tide, news } = await scene();
  const [mai, teo] = [await member({ name: 'Mai Tran' }), await member({ name: 'Teo' })];
  const reported = async (by: FactoryMember) => {
    const { id } = await comment({ post: own, author: mai });
    await reportComment(teo, { commentId: id, reason: 'spam' });
    await decide(by, { commentId: id, revision: 1, decision: 'approve' });
  };
  const weight = async (blogId: string) => (await db.$transaction((tx) => reporterOf(tx, { memberId: teo.id, blogId }, new Date()))).weight;
  for (let nth = 0; nth < 4; nth += 1) await reported(ines);
  expect([await weight(tide.id), await weight(news.id)]).toEqual([expect.closeTo(0.125, 5), expect.closeTo(0.25, 5)]);
  for (let nth = 0; nth < 4; nth += 1) await reported(judit);
  expect([await weight(tide.id), await weight(news.id)]).toEqual([expect.closeTo(0.1, 5), expect.closeTo(0.125, 5)]);
});

test('what an unknown blog’s people let through makes nobody known elsewhere; there it does, and what the site’s let through everywhere', async () => {
  const { judit, there, news } = await scene();
  const [sock, other] = [await member({ name: 'Sock' }), await member({ name: 'Other Sock' })];
  const hidden = await blog({ owner: other, established: false });
  const quay = await post({ blog: hidden, author: other });
  const said = [];
  for (let nth = 0; nth < 6; nth += 1) said.push(await comment({ post: quay, author: sock, status: 'held', minutesAgo: 9_000 + nth }));
  for (const { id } of said) await decide(other, { commentId: id, revision: 1, decision: 'approve' });
  const known = async (blogId: string | null) =>
    (await db.$transaction((tx) => trustFacts(tx, { memberId: sock.id, blogId }, new Date()))).approved;
  expect([await known(null), await known(news.id), await known(hidden.id)]).toEqual([0, 0, 6]);
  expect((await postComment(sock, { postId: there.id, body: 'I am known, am I not?' })).status).toBe('held');
  // Nor does it thin out what was rejected elsewhere, or make reports weigh.
  const { id } = await comment({ post: quay, author: other });
  await reportComment(sock, { commentId: id, reason: 'spam' });
  const third = await member({ name: 'Third Sock' });
  await db.blogMember.create({ data: { blogId: hidden.id, memberId: third.id, role: 'moderator' } });
  await remove(third, { id });
  expect(await factsOf(sock)).toMatchObject({ upheldReports: 0 });

  const looked = await comment({ post: quay, author: sock, status: 'held', minutesAgo: 8_000 });
  await decide(judit, { commentId: looked.id, revision: 1, decision: 'approve' });
  expect([await known(null), await known(hidden.id)]).toEqual([1, 7]);
});

test('a blog is established once it is old and shows enough others, of old accounts made at different hours; not while its owner is banned', async () => {
  const { judit } = await scene();
  const owner = await member({ name: 'Owner' });
  const place = await blog({ owner, established: false });
  const said = await post({ blog: place, author: owner });
  const established = async () => {
    await establishBlogs();
    return (await db.blog.findUniqueOrThrow({ where: { id: place.id } })).establishedAt !== null;
  };
  const people: FactoryMember[] = [];
  const oneMore = async (wishes: Parameters<typeof member>[0] = {}) => {
    const person = await member({ joinedDaysAgo: ESTABLISHED.days + 1 + people.length, ...wishes });
    people.push(person);
    return comment({ post: said, author: person });
  };
  for (let nth = 0; nth < ESTABLISHED.people - 1; nth += 1) await oneMore();
  // None of these is one more.
  await comment({ post: said, author: owner });
  await comment({ post: said, author: people[0] as FactoryMember });
  await oneMore({ joinedDaysAgo: ESTABLISHED.days + 1 });
  await oneMore({ joinedDaysAgo: ESTABLISHED.days - 1 });
  await oneMore({ joinedDaysAgo: 200, emailVerified: false });
  const held = await oneMore({ joinedDaysAgo: 300 });
  await db.comment.update({ where: { id: held.id }, data: { status: 'held' } });
  await db.blog.update({ where: { id: place.id }, data: { createdAt: new Date(Date.now() - 400 * 86_400_000) } });
  expect(await established()).toBe(false);
  await db.comment.update({ where: { id: held.id }, data: { status: 'visible' } });
  await db.blog.update({ where: { id: place.id }, data: { createdAt: new Date() } });
  expect(await established()).toBe(false);
  await db.blog.update({ where: { id: place.id }, data: { createdAt: new Date(Date.now() - 400 * 86_400_000) } });
  expect([await established(), await established()]).toEqual([true, true]);
  await sanction(judit, { handle: owner.handle, kind: 'banned', reason: 'spam' });
  expect([await established(), await established()]).toEqual([false, false]);
  await db.sanction.updateMany({ where: { memberId: owner.id }, data: { liftedAt: new Date() } });
  expect(await established()).toBe(true);
});

test('a removal counts for ninety days from when it was made, however old the words were', async () => {
  const { judit, there } = await scene();
  const mai = await member({ name: 'Mai Tran' });
  const said = await comment({ post: there, author: mai, minutesAgo: 60 * 24 * 200 });
  await remove(judit, said);
  const removed = async (days: number) =>
    (await db.$transaction((tx) => trustFacts(tx, { memberId: mai.id, blogId: null }, new Date(Date.now() + days * 86_400_000))))
      .removedLately;
  expect([await removed(0), await removed(89), await removed(91)]).toEqual([1, 1, 0]);
});
