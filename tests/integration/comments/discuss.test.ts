import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { editComment, withdrawComment } from '@/lib/comments/commands/change-comment';
import { mute } from '@/lib/comments/commands/mute';
import { postComment } from '@/lib/comments/commands/post-comment';
import { reportComment } from '@/lib/comments/commands/report-comment';
import { vote } from '@/lib/comments/commands/vote';
import { oneComment } from '@/lib/comments/one';
import { db } from '@/lib/db/client';
import { viewerOf } from '@/lib/discovery/viewer';
import { decide } from '@/lib/moderation/commands/decide';
import { blog, comment, type FactoryMember, member, post, sessionOf } from '../../factories/people';
import { refusalOf, twentyAtOnce } from '../../support/refusal';
import { threadAt } from '../../support/thread';

/** A post by Ines with someone known here, whose comments show at once. */
async function scene() {
  const [ines, sade] = [await member({ name: 'Ines Duarte' }), await member({ name: 'Sade Okafor' })];
  const tide = await blog({ owner: ines });
  const said = await post({ blog: tide, author: ines });
  const before = await post({ blog: tide, author: ines });
  await known(sade, before);
  return { ines, sade, tide, said, before };
}

async function known(person: FactoryMember, before: { id: string }): Promise<void> {
  for (let nth = 0; nth < 5; nth += 1)
    await comment({ post: before, author: person, body: `Earlier ${nth}`, minutesAgo: 60 * 24 * 3 + nth });
}

const countOf = async (postId: string) => (await db.post.findUniqueOrThrow({ where: { id: postId } })).commentCount;
const recount = (postId: string) => db.comment.count({ where: { postId, status: 'visible' } });

test('one key is one comment, twice and twenty at once, and counts once', async () => {
  const { sade, said } = await scene();
  const input = { postId: said.id, body: 'The third weight was always light.', submissionKey: randomUUID() };
  const sent = await twentyAtOnce(() => postComment(sade, input));
  expect(new Set(sent.map((one) => (one.status === 'fulfilled' ? one.value.id : String(one.reason)))).size).toBe(1);
  expect((await postComment(sade, input)).status).toBe('visible');
  expect([await countOf(said.id), await recount(said.id)]).toEqual([1, 1]);
  // Without JavaScript there is no key: the same words are the same sending.
  const first = await postComment(sade, { postId: said.id, body: 'No key.', submissionKey: '' });
  expect((await postComment(sade, { postId: said.id, body: 'No key.' })).id).toBe(first.id);
});

test('without JavaScript the same words are another comment once they were taken back, and some time later', async () => {
  const { sade, said } = await scene();
  const thanks = { postId: said.id, body: 'Thank you.' };
  const at = (minutes: number) => new Date(Date.now() + minutes * 60_000);
  const first = await postComment(sade, thanks, at(0));
  expect((await postComment(sade, thanks, at(9))).id).toBe(first.id);
  await withdrawComment(sade, { commentId: first.id });
  const second = await postComment(sade, thanks, at(10));
  expect([second.id === first.id, (await postComment(sade, thanks, at(11))).id === second.id]).toEqual([false, true]);
  const later = await postComment(sade, thanks, at(60 * 24 * 30));
  expect([first.id, second.id]).not.toContain(later.id);
});

test('twenty people who comment on one post at once are all heard', async () => {
  const { said, before } = await scene();
  const crowd = await Promise.all(Array.from({ length: 20 }, (_, nth) => member({ name: `Neighbour ${nth}` })));
  for (const one of crowd) await known(one, before);
  const sent = await Promise.allSettled(
    crowd.map((one, nth) => postComment(one, { postId: said.id, body: `The ${nth}th weight was light, as I saw.` })),
  );
  expect(sent.filter((one) => one.status === 'rejected')).toEqual([]);
  expect([await countOf(said.id), await recount(said.id)]).toEqual([20, 20]);
});

test('a newcomer’s first two comments wait, a third does not, and only who moderates sees what waits', async () => {
  const { said, ines } = await scene();
  const mai = await member({ name: 'Mai Tran', joinedDaysAgo: 0 });
  const [one, two] = [await postComment(mai, { postId: said.id, body: 'One.' }), await postComment(mai, { postId: said.id, body: 'Two.' })];
  expect([one.status, two.status]).toEqual(['held', 'held']);
  const thread = await threadAt(said.id, { view: 'newest' });
  expect([thread.total, thread.branches.length, await countOf(said.id)]).toEqual([0, 0, 0]);
  expect(await oneComment(await member(), one.id, new Date())).toBeNull();
  expect(
    (await viewerOf(await sessionOf(mai), { post: said.id, blog: null })).ownComments.map(({ status, because }) => [status, because]),
  ).toEqual([
    ['held', 'The first comments of everyone new are looked at.'],
    ['held', 'The first comments of everyone new are looked at.'],
  ]);
  expect(await oneComment(ines, one.id, new Date())).toMatchObject({ body: 'One.', status: 'held', own: false, heldBy: null });
  expect(await oneComment(mai, one.id, new Date())).toMatchObject({ status: 'held', own: true, heldBy: 'newcomer' });
  await db.comment.updateMany({ where: { authorId: mai.id }, data: { status: 'visible' } });
  expect((await postComment(mai, { postId: said.id, body: 'Three.' })).status).toBe('visible');
});

test('each decision of screening is written down with its rule and version', async () => {
  const { sade, said } = await scene();
  const { id, status } = await postComment(sade, { postId: said.id, body: 'Cheap VIAGRA here' });
  expect(status).toBe('rejected');
  expect(await db.moderationEvent.findFirstOrThrow({ where: { commentId: id } })).toMatchObject({
    action: 'screened',
    rule: 'banned-word',
    ruleVersion: 2,
    byMachine: true,
    toStatus: 'rejected',
  });
});

test('votes count what they are: changed, taken back, sent twenty times', async () => {
  const { sade, ines, said } = await scene();
  const words = await comment({ post: said, author: sade });
  const read = async () => {
    const { ups, downs } = await db.comment.findUniqueOrThrow({ where: { id: words.id } });
    return [ups, downs];
  };
  await twentyAtOnce(() => vote(ines, { commentId: words.id, value: 1 }));
  expect(await read()).toEqual([1, 0]);
  await twentyAtOnce(() => vote(ines, { commentId: words.id, value: '-1' }));
  expect(await read()).toEqual([0, 1]);
  const people = await Promise.all(Array.from({ length: 20 }, () => member()));
  await Promise.all(people.map((person, nth) => vote(person, { commentId: words.id, value: nth % 2 === 0 ? 1 : -1 })));
  expect(await read()).toEqual([10, 11]);
  await vote(ines, { commentId: words.id, value: 0 });
  const votes = await db.vote.groupBy({
    by: ['value'],
    where: { commentId: words.id, value: { not: 0 } },
    _count: true,
    orderBy: { value: 'desc' },
  });
  expect(await read()).toEqual(votes.map(({ _count }) => _count));
});

test('nobody votes on their own; a down vote needs a day and a verified address', async () => {
  const { sade, said } = await scene();
  const words = await comment({ post: said, author: sade });
  const table = {
    own: await refusalOf(vote(sade, { commentId: words.id, value: 1 })),
    'new, up': await refusalOf(vote(await member({ joinedDaysAgo: 0.5 }), { commentId: words.id, value: 1 })),
    'new, down': await refusalOf(vote(await member({ joinedDaysAgo: 0.5 }), { commentId: words.id, value: -1 })),
    'unverified, down': await refusalOf(vote(await member({ emailVerified: false }), { commentId: words.id, value: -1 })),
    'a day old, down': await refusalOf(vote(await member({ joinedDaysAgo: 1.1 }), { commentId: words.id, value: -1 })),
  };
  expect(table).toEqual({
    own: 'not-allowed',
    'new, up': 'done',
    'new, down': 'not-allowed',
    'unverified, down': 'not-allowed',
    'a day old, down': 'done',
  });
});

test('an edit keeps the earlier words, is marked after a reply or a quarter of an hour, and ends after a day', async () => {
  const { sade, ines, said } = await scene();
  const at = (minutes: number) => new Date(Date.now() + minutes * 60_000);
  const { id } = await postComment(sade, { postId: said.id, body: 'First words.' });
  await editComment(sade, { commentId: id, body: 'Second words.' }, at(14));
  expect((await db.comment.findUniqueOrThrow({ where: { id } })).editedAt).toBeNull();
  await postComment(ines, { postId: said.id, parentId: id, body: 'An answer.' });
  await editComment(sade, { commentId: id, body: 'Third words.' }, at(15));
  const row = await db.comment.findUniqueOrThrow({ where: { id }, include: { revisions: true } });
  expect(row).toMatchObject({ body: 'Third words.', revision: 3, editedAt: expect.any(Date) });
  expect(row.revisions.map(({ body }) => body)).toEqual(['First words.', 'Second words.']);
  // What the unmarked edit took back is not public because a later one is marked.
  const history = async (who: FactoryMember) => (await oneComment(who, id, at(15)))?.revisions.map(({ body }) => body);
  expect([await history(await member()), await history(sade)]).toEqual([['Second words.'], ['Second words.']]);
  expect(await history(ines)).toEqual(['First words.', 'Second words.']);
  expect(await refusalOf(editComment(sade, { commentId: id, body: 'Too late.' }, at(24 * 60 + 1)))).toBe('not-allowed');
  expect(await refusalOf(editComment(ines, { commentId: id, body: 'Not mine.' }))).toBe('not-allowed');
  // What is not taken here takes nothing away: the words before it stand.
  expect(await refusalOf(editComment(sade, { commentId: id, body: 'casino bonus' }, at(20)))).toBe('invalid');
  expect(await db.comment.findUniqueOrThrow({ where: { id } })).toMatchObject({ body: 'Third words.', revision: 3, status: 'visible' });
  expect(await countOf(said.id)).toBe(await recount(said.id));
});

test('who moderates the blog reads every version of what was said there, shown or not; others the history of what is marked', async () => {
  const { sade, ines, said, tide } = await scene();
  const at = (minutes: number) => new Date(Date.now() + minutes * 60_000);
  const people: Record<string, FactoryMember> = { owner: ines, stranger: await member(), site: await member({ role: 'moderator' }) };
  for (const role of ['editor', 'moderator', 'writer'] as const) {
    const one = await member();
    await db.blogMember.create({ data: { blogId: tide.id, memberId: one.id, role } });
    people[role] = one;
  }
  people.elsewhere = await member();
  await blog({ owner: people.elsewhere });
  const { id } = await postComment(sade, { postId: said.id, body: 'First words.' });
  await editComment(sade, { commentId: id, body: 'Second words.' }, at(1));
  const table = async () => {
    const read = Object.entries(people).map(async ([who, actor]) => [who, (await oneComment(actor, id, at(2)))?.revisions.length ?? null]);
    return Object.fromEntries(await Promise.all(read));
  };
  const moderators = { owner: 1, site: 1, editor: 1, moderator: 1 };
  expect(await table()).toEqual({ ...moderators, writer: 0, stranger: 0, elsewhere: 0 });
  await db.comment.update({ where: { id }, data: { status: 'removed' } });
  expect(await table()).toEqual({ ...moderators, writer: null, stranger: null, elsewhere: null });
});

test('what is withdrawn is erased; its place stays where someone answered', async () => {
  const { sade, ines, said } = await scene();
  const answered = await postComment(sade, { postId: said.id, body: 'To be taken back.' });
  const alone = await postComment(sade, { postId: said.id, body: 'This one too.' });
  await postComment(ines, { postId: said.id, parentId: answered.id, body: 'Why?' });
  await twentyAtOnce(() => withdrawComment(sade, { commentId: answered.id }));
  await withdrawComment(sade, { commentId: alone.id });
  const { branches, total } = await threadAt(said.id, { view: 'oldest' });
  expect(branches.map(({ comment: { status, body, author } }) => ({ status, body, author }))).toEqual([
    { status: 'withdrawn', body: '', author: null },
  ]);
  expect([total, await countOf(said.id), await recount(said.id)]).toEqual([1, 1, 1]);
  expect(await db.comment.findUniqueOrThrow({ where: { id: answered.id } })).toMatchObject({ body: '' });
  expect(await refusalOf(withdrawComment(ines, { commentId: alone.id }))).toBe('not-found');
});

test('three trusted reports hide, others do not; one a person, and an answered complaint stays answered', async () => {
  const { sade, said, before } = await scene();
  const words = await comment({ post: said, author: sade });
  const newcomers = await Promise.all(Array.from({ length: 4 }, () => member({ joinedDaysAgo: 2 })));
  for (const person of newcomers) await reportComment(person, { commentId: words.id, reason: 'spam' });
  expect((await db.comment.findUniqueOrThrow({ where: { id: words.id } })).status).toBe('visible');
  const trusted = await Promise.all(Array.from({ length: 3 }, () => member()));
  for (const person of trusted) await known(person, before);
  await twentyAtOnce(() => reportComment(trusted[0] as FactoryMember, { commentId: words.id, reason: 'spam' }));
  await reportComment(trusted[1] as FactoryMember, { commentId: words.id, reason: 'unkind' });
  expect((await db.comment.findUniqueOrThrow({ where: { id: words.id } })).status).toBe('visible');
  await reportComment(trusted[2] as FactoryMember, { commentId: words.id, reason: 'spam' });
  expect((await db.comment.findUniqueOrThrow({ where: { id: words.id } })).status).toBe('held');
  expect(await db.report.count({ where: { commentId: words.id } })).toBe(7);
  // Other words do not bring it back before a moderator has looked.
  expect(await editComment(sade, { commentId: words.id, body: 'The third weight was light.' })).toMatchObject({ status: 'held' });
  expect([await countOf(said.id), await recount(said.id)]).toEqual([0, 0]);
});

test('a mute is private and sent twice is one', async () => {
  const { ines, sade, said } = await scene();
  await mute(ines, { memberId: sade.id, on: '1' });
  await mute(ines, { memberId: sade.id, on: '1' });
  expect((await viewerOf(await sessionOf(ines), { post: said.id, blog: null })).mutedIds).toEqual([sade.id]);
  expect((await viewerOf(await sessionOf(sade), { post: said.id, blog: null })).mutedIds).toEqual([]);
  expect(await refusalOf(mute(ines, { memberId: ines.id, on: '1' }))).toBe('not-allowed');
  await mute(ines, { memberId: sade.id, on: '0' });
  expect((await viewerOf(await sessionOf(ines), { post: said.id, blog: null })).mutedIds).toEqual([]);
});

test('nobody discusses a draft, answers what is not shown, or sends what is no comment', async () => {
  const { ines, sade, tide, said } = await scene();
  const draft = await post({ blog: tide, author: ines, publishedDaysAgo: null });
  const held = await comment({ post: said, author: sade, status: 'held' });
  expect(await refusalOf(postComment(sade, { postId: draft.id, body: 'x' }))).toBe('not-found');
  expect(await refusalOf(postComment(sade, { postId: said.id, parentId: held.id, body: 'x' }))).toBe('not-found');
  expect(await refusalOf(vote(ines, { commentId: held.id, value: 1 }))).toBe('not-found');
  expect(await refusalOf(reportComment(ines, { commentId: held.id, reason: 'spam' }))).toBe('not-found');
  expect(await refusalOf(reportComment(sade, { commentId: (await comment({ post: said, author: sade })).id, reason: 'spam' }))).toBe(
    'not-allowed',
  );
  await expect(postComment(sade, { postId: said.id, body: '   ' })).rejects.toMatchObject({ fields: { body: 'required' } });
  await expect(postComment(sade, { postId: said.id, body: 'x'.repeat(10_001) })).rejects.toMatchObject({ fields: { body: 'too-long' } });
});

test('counts equal a recount after anything, in any order, at once', async () => {
  const { ines, said } = await scene();
  const people = await Promise.all(Array.from({ length: 6 }, () => member()));
  const rows = await Promise.all(people.map((person) => comment({ post: said, author: person })));
  await Promise.allSettled(
    rows.flatMap((row, nth) => [
      withdrawComment(people[nth] as FactoryMember, { commentId: row.id }),
      editComment(people[nth] as FactoryMember, { commentId: row.id, body: `casino bonus ${nth}` }),
      postComment(ines, { postId: said.id, parentId: row.id, body: `Answer ${nth}` }),
      vote(ines, { commentId: row.id, value: 1 }),
    ]),
  );
  expect(await countOf(said.id)).toBe(await recount(said.id));
});

test('a newcomer’s edit of what was let through stays shown while it says the same; a suspect word in it is reported', async () => {
  const { said, ines } = await scene();
  const mai = await member({ name: 'Mai Tran', joinedDaysAgo: 0 });
  const before = 'The tide was low at the station this morning, and I saw the gulls.';
  const { id } = await postComment(mai, { postId: said.id, body: before });
  await decide(ines, { commentId: id, revision: 1, decision: 'approve' });
  expect((await editComment(mai, { commentId: id, body: before.replace('low', 'lower') })).status).toBe('visible');
  expect(await db.report.count({ where: { commentId: id } })).toBe(0);
  expect((await editComment(mai, { commentId: id, body: `${before} Click here.` })).status).toBe('visible');
  expect(await db.report.findMany({ where: { commentId: id }, select: { memberId: true, note: true, revision: true } })).toEqual([
    { memberId: null, note: 'suspect-word', revision: 3 },
  ]);
  const other = await editComment(mai, { commentId: id, body: 'Come and see what I sell; write to me before Friday evening.' });
  expect([other.status, (await oneComment(mai, id, new Date()))?.heldBy]).toEqual(['held', 'newcomer']);
});
