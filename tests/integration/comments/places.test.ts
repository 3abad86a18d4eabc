import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { withdrawComment } from '@/lib/comments/commands/change-comment';
import { PER_PAGE, WHOLE } from '@/lib/comments/queries';
import type { Branch } from '@/lib/comments/view';
import { db } from '@/lib/db/client';
import { decide } from '@/lib/moderation/commands/decide';
import { VIEWS } from '@/lib/relevance/order';
import { blog, comment, type FactoryMember, member, post } from '../../factories/people';
import { idsOf, threadAt } from '../../support/thread';

const GONE = ['held', 'rejected', 'removed', 'withdrawn'] as const;

/** A post by Ines with `others` older comments by Teo; Judit moderates the site. */
async function scene(others = 0) {
  const [ines, sade, teo] = [await member({ name: 'Ines Duarte' }), await member({ name: 'Sade Okafor' }), await member({ name: 'Teo' })];
  const judit = await member({ name: 'Judit', role: 'moderator' });
  const said = await post({ blog: await blog({ owner: ines }), author: ines });
  await many(said, teo, { count: others, status: 'visible', daysAgo: 4 });
  await db.post.update({ where: { id: said.id }, data: { commentCount: others } });
  return { ines, sade, teo, judit, said };
}

interface Many {
  count: number;
  status: 'visible' | 'removed';
  daysAgo: number;
}

const many = (said: { id: string }, author: FactoryMember, { count, status, daysAgo }: Many) =>
  db.comment.createMany({
    data: Array.from({ length: count }, (_, nth) => ({
      postId: said.id,
      authorId: author.id,
      body: `Line ${nth} of the log.`,
      status,
      submissionKey: randomUUID(),
      createdAt: new Date(Date.now() - daysAgo * 86_400_000 + nth * 1_000),
    })),
  });

/** The branches of all pages. */
async function allPages(postId: string, view: (typeof VIEWS)[number]): Promise<Branch[][]> {
  const pages: Branch[][] = [];
  for (let from: string | undefined; ; ) {
    const { branches, next } = await threadAt(postId, { view, from });
    pages.push(branches);
    if (next === null) return pages;
    from = next;
  }
}

/** How many answers of each comment have a place, counted from what there is. */
async function recount(postId: string): Promise<Map<string, number>> {
  const rows = await db.comment.findMany({ where: { postId }, select: { id: true, parentId: true, status: true } });
  const below = Map.groupBy(rows, ({ parentId }) => parentId);
  const placed = (row: (typeof rows)[number]): boolean => row.status === 'visible' || (below.get(row.id) ?? []).some(placed);
  return new Map(rows.map(({ id }) => [id, (below.get(id) ?? []).filter(placed).length]));
}

async function kept(postId: string): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ id: string; answers: number }[]>`SELECT id, answers FROM comment WHERE "postId" = ${postId}::uuid`;
  return new Map(rows.map(({ id, answers }) => [id, answers]));
}

test.each([
  ['short', 2],
  ['long', WHOLE + 30],
])('in a %s thread what waits, was rejected, removed or withdrawn keeps an empty place while an answer is shown', async (_, others) => {
  const { said, sade, ines } = await scene(others);
  const pairs = [];
  for (const status of GONE) {
    const parent = await comment({ post: said, author: sade, body: 'Nobody reads this.', status });
    pairs.push({ parent, answer: await comment({ post: said, author: ines, parent, body: 'Still here.' }), status });
    await comment({ post: said, author: sade, status });
  }
  for (const view of VIEWS) {
    const branches = (await allPages(said.id, view)).flat();
    for (const { parent, answer, status } of pairs) {
      const found = branches.find(({ comment: { id } }) => id === parent.id);
      expect(found?.comment, `${status}, ${view}`).toMatchObject({ status, body: '', author: null });
      expect(found?.replies.map(({ comment: { id, body } }) => [id, body])).toEqual([[answer.id, 'Still here.']]);
    }
    expect(branches).toHaveLength(others + GONE.length);
  }
});

test('a link to an answer under what waits opens it at its place', async () => {
  const { said, sade, ines } = await scene(WHOLE + 30);
  const parent = await comment({ post: said, author: sade, status: 'held' });
  const answer = await comment({ post: said, author: ines, parent });
  const { part, branches } = await threadAt(said.id, { comment: answer.id });
  expect([part, idsOf(branches)]).toEqual(['branch', [parent.id, answer.id]]);
});

test('a whole line of what is gone has its place by one answer at its end, and loses and wins it with that', async () => {
  const { said, sade, judit } = await scene();
  const line = [await comment({ post: said, author: sade })];
  for (let depth = 0; depth < 3; depth += 1) line.push(await comment({ post: said, author: sade, parent: { id: line[depth]?.id ?? '' } }));
  const ids = line.map(({ id }) => id);
  const last = ids[3] as string;
  for (const id of ids.slice(0, 3)) await decide(judit, { commentId: id, revision: 1, decision: 'remove', reason: 'spam' });
  expect(idsOf((await threadAt(said.id)).branches)).toEqual(ids);
  await db.comment.update({ where: { id: last }, data: { status: 'held' } });
  expect((await threadAt(said.id)).branches).toEqual([]);
  await decide(judit, { commentId: last, revision: 1, decision: 'approve' });
  expect(idsOf((await threadAt(said.id)).branches)).toEqual(ids);
  expect(await kept(said.id)).toEqual(await recount(said.id));
});

test('the count of answers with a place is what a recount gives, whatever comes and goes at once', async () => {
  const { said, sade, teo, judit } = await scene();
  const rows = [await comment({ post: said, author: sade })];
  for (let nth = 0; nth < 24; nth += 1)
    rows.push(await comment({ post: said, author: nth % 2 === 0 ? teo : sade, parent: { id: rows[nth >> 1]?.id ?? '' } }));
  for (let round = 0; round < 4; round += 1) {
    await Promise.allSettled(
      rows.map(({ id, authorId }, nth) => {
        if ((nth + round) % 5 === 0) return withdrawComment(authorId === sade.id ? sade : teo, { commentId: id });
        if ((nth + round) % 3 === 0) return decide(judit, { commentId: id, revision: 1, decision: 'remove', reason: 'spam' });
        return db.comment.update({ where: { id }, data: { status: (nth + round) % 2 === 0 ? 'held' : 'visible' } });
      }),
    );
    expect(await kept(said.id)).toEqual(await recount(said.id));
  }
  await db.comment.deleteMany({ where: { id: { in: rows.slice(20).map(({ id }) => id) } } });
  expect(await kept(said.id)).toEqual(await recount(said.id));
});

test('what is gone and unanswered fills no page and takes no place from what is new', async () => {
  const { said, sade, teo } = await scene(WHOLE + 30);
  await many(said, teo, { count: 45, status: 'removed', daysAgo: 0.5 });
  const [fresh, other] = [await comment({ post: said, author: sade }), await comment({ post: said, author: sade })];
  for (const view of VIEWS) {
    const pages = await allPages(said.id, view);
    expect(pages.map((page) => page.length)).toEqual([PER_PAGE, PER_PAGE, PER_PAGE, PER_PAGE, 12]);
    expect(pages.flat().every(({ comment: { status } }) => status === 'visible')).toBe(true);
  }
  const first = (await threadAt(said.id)).branches.map(({ comment: { id } }) => id);
  expect([first.indexOf(fresh.id), first.indexOf(other.id)].toSorted()).toEqual([4, 9]);
});

test('a small thread with very many empty places is shown by pages', async () => {
  const { said, sade } = await scene();
  let parent = await comment({ post: said, author: sade, status: 'removed' });
  for (let depth = 0; depth < 220; depth += 1)
    parent = await comment({ post: said, author: sade, parent, status: depth === 219 ? 'visible' : 'removed' });
  const { branches, total } = await threadAt(said.id);
  expect([branches.length, total]).toEqual([1, 1]);
  expect(idsOf(branches).length).toBeLessThan(30);
});
