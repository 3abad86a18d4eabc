import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { expect, test } from 'vitest';
import { changeBlog } from '@/lib/blogs/commands';
import { postComment } from '@/lib/comments/commands/post-comment';
import { vote } from '@/lib/comments/commands/vote';
import { newSince } from '@/lib/comments/new-since';
import { PER_PAGE, WHOLE } from '@/lib/comments/queries';
import { candidate } from '@/lib/comments/thread/branches';
import { wholeThread } from '@/lib/comments/thread/rows';
import { type RequestContext, requestStorage } from '@/lib/core/request';
import { db } from '@/lib/db/client';
import { decide } from '@/lib/moderation/commands/decide';
import { mark } from '@/lib/moderation/commands/thread';
import { filterReason } from '@/lib/relevance/filter';
import { scoreOf } from '@/lib/relevance/score';
import { blog, comment, type FactoryMember, member, post } from '../../factories/people';
import { idsOf, threadAt } from '../../support/thread';

const LONG = 130;

/** A long thread under a post by Ines: `branches` comments, some voted on. */
async function longThread(branches = LONG) {
  const [ines, sade] = [await member({ name: 'Ines Duarte' }), await member({ name: 'Sade Okafor' })];
  const tide = await blog({ owner: ines });
  const said = await post({ blog: tide, author: ines });
  const ids: string[] = Array.from({ length: branches }, () => randomUUID());
  const votes = (nth: number) => ({ ups: nth % 7, downs: nth % 5 === 0 ? 9 : 0 });
  await db.comment.createMany({
    data: ids.map((id, nth) => ({
      id,
      postId: said.id,
      authorId: sade.id,
      body: `Line ${nth} of the log.`,
      status: 'visible' as const,
      submissionKey: randomUUID(),
      createdAt: new Date(Date.now() - 4 * 86_400_000 + (nth >> 1) * 1_000),
      ...votes(nth),
    })),
  });
  await db.post.update({ where: { id: said.id }, data: { commentCount: branches } });
  return { ines, sade, tide, said, ids };
}

const pick = <T>(from: readonly T[]): T => from[Math.floor(Math.random() * from.length)] as T;

test.each(['relevant', 'newest', 'oldest'] as const)(
  'turning all pages of %s while people vote and write repeats and skips nothing',
  async (view) => {
    const { said, ids, ines } = await longThread();
    const people = await Promise.all(Array.from({ length: 8 }, () => member()));
    const seen: string[] = [];
    let from: string | undefined;
    for (let page = 0; page < 20; page += 1) {
      const { branches, next } = await threadAt(said.id, { view, from });
      expect(branches.length).toBeLessThanOrEqual(PER_PAGE);
      seen.push(...branches.map(({ comment: { id } }) => id));
      // What lies ahead rises, what was seen falls, and somebody writes.
      await Promise.all(people.map((person, nth) => vote(person, { commentId: pick(ids), value: nth % 2 === 0 ? 1 : -1 })));
      await db.comment.updateMany({ where: { id: { in: ids.slice(-10) } }, data: { ups: { increment: 50 } } });
      await postComment(ines, { postId: said.id, body: `Meanwhile, ${page}.` });
      if (next === null) break;
      from = next;
    }
    expect(seen.filter((id) => ids.includes(id)).toSorted()).toEqual(ids.toSorted());
    expect(new Set(seen).size).toBe(seen.length);
  },
);

test('a short thread is one page, a longer one is ranked anew when its order is old', async () => {
  const { said, ids } = await longThread(WHOLE);
  expect(await threadAt(said.id)).toMatchObject({ next: null, total: WHOLE });
  expect(await db.threadOrder.count({ where: { postId: said.id } })).toBe(0);
  await comment({ post: said, author: await member() });
  await threadAt(said.id);
  await threadAt(said.id);
  expect(await db.threadOrder.count({ where: { postId: said.id } })).toBe(1);
  const best = ids.at(-1) as string;
  await db.comment.update({
    where: { id: best },
    data: { ups: 500 },
  });
  await db.threadOrder.updateMany({ where: { postId: said.id }, data: { createdAt: new Date(Date.now() - 60_000) } });
  expect((await threadAt(said.id)).branches[0]?.comment.id).toBe(best);
  // Of an order that is gone, or never was, no place is left: it is the newest one from its start, and says so.
  const gone = await threadAt(said.id, { from: `${randomUUID()}_20` });
  expect([gone.branches.length, gone.branches[0]?.comment.id, gone.anew]).toEqual([PER_PAGE, best, true]);
  expect(idsOf((await threadAt(said.id, { from: gone.next ?? '' })).branches).filter((id) => idsOf(gone.branches).includes(id))).toEqual(
    [],
  );
  expect((await threadAt(said.id, { from: 'nonsense' })).branches[0]?.comment.id).toBe(best);
});

test('of many answers the first are shown, and how many more there are', async () => {
  const { said, sade, ids } = await longThread();
  const asked = { id: ids[6] as string };
  for (let nth = 0; nth < 9; nth += 1) await comment({ post: said, author: sade, parent: asked, ups: nth, minutesAgo: 60 - nth });
  const found = (await threadAt(said.id, { view: 'oldest' })).branches.find(({ comment: { id } }) => id === asked.id);
  expect([found?.replies.length, found?.more]).toEqual([3, 6]);
});

test('a link to a comment far down shows it with all that it answers, and its answers by pages', async () => {
  const { said, sade, ids } = await longThread();
  let parent = { id: ids[99] as string };
  const line = [parent.id];
  for (let depth = 0; depth < 5; depth += 1) {
    parent = await comment({ post: said, author: sade, parent });
    line.push(parent.id);
  }
  const answers: string[] = [];
  for (let nth = 0; nth < PER_PAGE + 5; nth += 1)
    answers.push((await comment({ post: said, author: sade, parent, minutesAgo: 29 - nth * 0.5 })).id);
  await comment({ post: said, author: sade, parent: { id: line[2] as string }, body: 'Beside what it answers.' });
  const first = await threadAt(said.id, { comment: parent.id });
  expect(first.part).toBe('branch');
  expect(idsOf(first.branches)).toEqual([...line, ...answers.slice(0, PER_PAGE)]);
  const second = await threadAt(said.id, { comment: parent.id, from: first.next ?? '' });
  expect(idsOf(second.branches)).toEqual([...line, ...answers.slice(PER_PAGE)]);
  expect(second.next).toBeNull();
  expect((await threadAt(said.id, { comment: randomUUID() })).part).toBe('thread');
});

test('what a link leads to stands among the two before and the two after it, on the first page of its answers', async () => {
  const { said, sade, ids } = await longThread();
  const rows = await db.comment.findMany({ where: { id: { in: ids } }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
  const around = rows.slice(48, 53).map(({ id }) => id);
  const [, , root = ''] = around;
  expect(idsOf((await threadAt(said.id, { comment: root })).branches)).toEqual(around);
  const answers: string[] = [];
  for (let nth = 0; nth < PER_PAGE + 2; nth += 1)
    answers.push((await comment({ post: said, author: sade, parent: { id: root }, minutesAgo: 29 - nth })).id);
  const first = await threadAt(said.id, { comment: root });
  expect(idsOf(first.branches)).toEqual([...around.slice(0, 3), ...answers.slice(0, PER_PAGE), ...around.slice(3)]);
  expect(idsOf((await threadAt(said.id, { comment: root, from: first.next ?? '' })).branches)).toEqual([root, ...answers.slice(PER_PAGE)]);
  const answer = await threadAt(said.id, { comment: answers[0] ?? '' });
  expect(idsOf(answer.branches)).toEqual([root, ...answers.slice(0, 3)]);
});

test('nobody reads what is held or rejected, and what is gone keeps its place only under an answer', async () => {
  const { said, sade, ids } = await longThread();
  const [held, gone, left] = [ids[0] as string, ids[1] as string, ids[2] as string];
  await comment({ post: said, author: sade, parent: { id: left } });
  await db.comment.update({ where: { id: held }, data: { status: 'held' } });
  await db.comment.updateMany({ where: { id: { in: [gone, left] } }, data: { status: 'removed' } });
  const { branches } = await threadAt(said.id, { view: 'oldest' });
  const shown = idsOf(branches);
  expect([shown.includes(held), shown.includes(gone), shown.includes(left)]).toEqual([false, false, true]);
  expect((await threadAt(said.id, { comment: held })).part).toBe('thread');
  expect(branches.find(({ comment: { id } }) => id === left)?.comment).toMatchObject({ body: '', author: null });
});

test('the number left out is what a count of the whole thread gives, by the level of the blog’s owner', async () => {
  const { said, tide, ines } = await longThread();
  for (const level of ['off', 'light', 'standard', 'strict'] as const) {
    await db.blog.update({ where: { id: tide.id }, data: { filterLevel: level } });
    await db.threadOrder.deleteMany({ where: { postId: said.id } });
    const rows = await wholeThread({ postId: said.id, blogId: tide.id }, LONG);
    const counted = rows?.filter((row) => filterReason(candidate(row, ines.id), { level, total: LONG }) !== null).length;
    expect([level, (await threadAt(said.id)).filtered]).toEqual([level, counted]);
    expect(level === 'off' ? counted === 0 : Number(counted) > 0).toBe(true);
  }
});

test('what the post’s writer answers stands earlier, and each kept score is what the rule gives', async () => {
  const { said, ines, tide, ids } = await longThread();
  const people = await Promise.all(Array.from({ length: 6 }, () => member()));
  await Promise.all([
    ...people.flatMap((person) => ids.slice(0, 8).map((id) => vote(person as FactoryMember, { commentId: id, value: pick([1, -1, 0]) }))),
    ...ids.slice(4, 8).map((id) => postComment(ines, { postId: said.id, parentId: id, body: `To ${id}` })),
  ]);
  const rows = (await wholeThread({ postId: said.id, blogId: tide.id }, 2 * LONG)) ?? [];
  const kept = new Map(
    (await db.comment.findMany({ where: { postId: said.id }, select: { id: true, score: true } })).map(({ id, score }) => [id, score]),
  );
  for (const row of rows) expect(kept.get(row.id)).toBeCloseTo(scoreOf(row), 12);
  expect(
    rows
      .filter(({ writerReplied }) => writerReplied)
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(ids.slice(4, 8).toSorted());
});

test('how many comments are new is counted from a moment on, visible ones only, up to ten', async () => {
  const { said, sade, ids } = await longThread(WHOLE);
  const { newest } = await threadAt(said.id);
  const at = newest?.getTime() ?? 0;
  expect(await newSince(said.id, at)).toBe(0);
  for (let nth = 0; nth < 3; nth += 1) await comment({ post: said, author: sade, minutesAgo: 3 - nth });
  await comment({ post: said, author: sade, status: 'held', minutesAgo: 1 });
  // Every open page asks: what was counted a moment ago is told again.
  expect([await newSince(said.id, at), await newSince(said.id, at - 1)]).toEqual([0, 5]);
  await db.comment.updateMany({ where: { id: { in: ids } }, data: { createdAt: new Date(), shownAt: new Date() } });
  expect(await newSince(said.id, at - 2)).toBe(10);
  // One's own words are no news to oneself.
  await db.comment.updateMany({ where: { postId: said.id, id: { not: ids[0] ?? '' } }, data: { authorId: sade.id } });
  await db.comment.updateMany({ where: { id: ids[0] ?? '' }, data: { authorId: (await member()).id } });
  const session = await db.session.create({ data: { memberId: sade.id, tokenHash: 'hers', expiresAt: new Date(Date.now() + 60_000) } });
  expect(await newSince(said.id, at - 2, session.tokenHash)).toBe(1);
  expect(await newSince(said.id, at - 2, 'nobody')).toBe(10);
  expect((await threadAt(said.id)).newest?.getTime()).toBeGreaterThan(at);
});

test('whoever turns pages goes on in their order when something is pinned or the blog is changed; whoever begins gets a new one', async () => {
  const { ines, tide, said, ids } = await longThread();
  const seen: string[] = [];
  let from: string | undefined;
  for (let page = 0; ; page += 1) {
    const { branches, next } = await threadAt(said.id, { from });
    seen.push(...branches.map(({ comment: { id } }) => id));
    if (page === 1) await mark(ines, { commentId: ids.at(-1), what: 'pin', on: '1' });
    if (page === 2) await changeBlog(ines, { ...tide, blogId: tide.id, filterLevel: 'strict' });
    if (next === null) break;
    from = next;
  }
  expect(seen.toSorted()).toEqual(ids.toSorted());
  expect((await threadAt(said.id)).branches[0]?.comment).toMatchObject({ id: ids.at(-1), pinned: true });
  // The new one is not made again for everyone who comes.
  await threadAt(said.id);
  expect(await db.threadOrder.count({ where: { postId: said.id } })).toBe(2);
});

test('in a thread of few branches and very many comments nobody waits for a new order: the last one is shown meanwhile', async () => {
  const { said, ids } = await longThread();
  await db.post.update({ where: { id: said.id }, data: { commentCount: 5_000 } });
  const first = (await threadAt(said.id)).branches[0]?.comment.id;
  const best = ids.at(-1) as string;
  await db.comment.update({ where: { id: best }, data: { ups: 500 } });
  const age = (seconds: number) =>
    db.threadOrder.updateMany({ where: { postId: said.id }, data: { createdAt: new Date(Date.now() - seconds * 1_000) } });
  await age(4);
  expect((await threadAt(said.id)).branches[0]?.comment.id).toBe(first);
  expect(await db.threadOrder.count({ where: { postId: said.id } })).toBe(1);
  await age(6);
  expect((await threadAt(said.id)).branches[0]?.comment.id).toBe(first);
  await expect.poll(() => db.threadOrder.count({ where: { postId: said.id } })).toBe(2);
  expect((await threadAt(said.id)).branches[0]?.comment.id).toBe(best);
});

test.each([
  ['short', 3],
  ['long', WHOLE + 5],
])('in a %s thread what waited is new when it is let through, though others were written since', async (_, branches) => {
  const { said, ines } = await longThread(branches);
  const mai = await member({ name: 'Mai Tran' });
  const waits = await comment({ post: said, author: mai, status: 'held', minutesAgo: 20 });
  await comment({ post: said, author: ines, minutesAgo: 10 });
  const at = (await threadAt(said.id)).newest?.getTime() ?? 0;
  expect(await newSince(said.id, at)).toBe(0);
  await decide(await member({ name: 'Judit', role: 'moderator' }), { commentId: waits.id, revision: 1, decision: 'approve' });
  expect([await newSince(said.id, at + 1), await newSince(said.id, at + 1, 'nobody')]).toEqual([1, 1]);
  const after = (await threadAt(said.id)).newest?.getTime() ?? 0;
  expect([after > at, await newSince(said.id, after)]).toEqual([true, 0]);
});

test('a long thread is shown also where nothing can be written, as on a full disk', async () => {
  const { said, ids } = await longThread();
  const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await owner.connect();
  await owner.query(`
    CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no space left' USING ERRCODE = '53100'; END $$;
    CREATE TRIGGER no_room BEFORE INSERT ON thread_order EXECUTE FUNCTION no_room()`);
  try {
    const request: RequestContext = { id: 'of a page', address: '127.0.0.1' };
    const { branches, next } = await requestStorage.run(request, () => threadAt(said.id, { view: 'relevant' }));
    // The page lacks nothing: it may be kept, and takes the place of none that was.
    expect(request.fault).toBeUndefined();
    expect([branches.length, next === null]).toEqual([PER_PAGE, false]);
    expect(ids).toEqual(expect.arrayContaining(idsOf(branches)));
    // What the next page was to go on from is not there: it says so, and begins anew.
    expect(await threadAt(said.id, { view: 'relevant', from: next ?? undefined })).toMatchObject({ anew: true });
  } finally {
    await owner.query('DROP TRIGGER no_room ON thread_order; DROP FUNCTION no_room');
    await owner.end();
  }
});
