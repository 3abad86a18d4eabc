import { expect, test } from 'vitest';
import { postComment } from '@/lib/comments/commands/post-comment';
import { newSince } from '@/lib/comments/new-since';
import { PER_PAGE, WHOLE } from '@/lib/comments/queries';
import { db } from '@/lib/db/client';
import { decide } from '@/lib/moderation/commands/decide';
import { blog, comment, member, post } from '../../factories/people';
import { idsOf, threadAt } from '../../support/thread';

/** A post by Ines under which more is said than one page shows, an hour ago. */
async function scene() {
  const [ines, sade] = [await member({ name: 'Ines Duarte' }), await member({ name: 'Sade Okafor' })];
  const said = await post({ blog: await blog({ owner: ines }), author: ines });
  const roots: { id: string }[] = [];
  for (let nth = 0; nth < WHOLE + 5; nth += 1) roots.push(await comment({ post: said, author: sade, minutesAgo: 200 - nth }));
  const at = async () => (await threadAt(said.id)).newest?.getTime() ?? 0;
  return { ines, sade, said, roots, at };
}

test('what is new in a long thread is shown with what it answers: a reply far down, and what was let through hours later', async () => {
  const { ines, sade, said, roots, at } = await scene();
  const early = roots[2] as { id: string };
  const deep = await comment({ post: said, author: ines, parent: early, minutesAgo: 90 });
  const waited = await comment({ post: said, author: sade, parent: roots[4] as { id: string }, status: 'held', minutesAgo: 80 });
  const before = await at();
  const reply = await postComment(ines, { postId: said.id, parentId: deep.id, body: 'The harbour office has the log.' });
  await decide(ines, { commentId: waited.id, revision: 1, decision: 'approve' });
  expect(await newSince(said.id, before)).toBe(2);
  const fresh = await threadAt(said.id, { view: 'newest', since: String(before) });
  expect(fresh).toMatchObject({ part: 'new', next: null });
  expect(idsOf(fresh.branches).toSorted()).toEqual([early.id, deep.id, reply.id, roots[4]?.id, waited.id].toSorted());
  expect(fresh.newest?.getTime()).toBeGreaterThan(before);
  // Nothing is new to whoever has this page.
  expect(idsOf((await threadAt(said.id, { view: 'newest', since: String(fresh.newest?.getTime()) })).branches)).toEqual([]);
  // What is no moment is not asked for.
  expect((await threadAt(said.id, { view: 'newest', since: 'yesterday' })).part).toBe('thread');
});

test('more that is new than a page holds goes on over pages, none twice and none left out', async () => {
  const { ines, said, roots, at } = await scene();
  const before = await at();
  const now = Date.now();
  const ids: string[] = [];
  for (let nth = 0; nth < PER_PAGE * 2 + 3; nth += 1)
    ids.push((await comment({ post: said, author: ines, parent: roots[nth] as { id: string }, minutesAgo: 0 })).id);
  // Two of one instant have an order too.
  for (const [nth, id] of ids.entries()) await db.comment.update({ where: { id }, data: { shownAt: new Date(now + Math.floor(nth / 2)) } });
  const seen: string[] = [];
  let from: string | undefined;
  do {
    const page = await threadAt(said.id, { view: 'newest', since: String(before), from });
    seen.push(...idsOf(page.branches).filter((id) => ids.includes(id)));
    from = page.next ?? undefined;
  } while (from);
  expect(seen.toSorted()).toEqual(ids.toSorted());
});

test('a comment that came after an order was made has its place at once', async () => {
  const { ines, said, at } = await scene();
  await at();
  const { id } = await postComment(ines, { postId: said.id, body: 'A sixth weight was found.' });
  const ids: string[] = [];
  let from: string | undefined;
  do {
    const page = await threadAt(said.id, { from });
    ids.push(...idsOf(page.branches));
    from = page.next ?? undefined;
  } while (from);
  expect(ids.filter((one) => one === id)).toEqual([id]);
});

test('whoever opens a very long thread without the last comment in its order is told that it is new', async () => {
  const { ines, said, at } = await scene();
  await db.post.update({ where: { id: said.id }, data: { commentCount: 5_000 } });
  await at();
  const { id } = await postComment(ines, { postId: said.id, body: 'A sixth weight was found.' });
  const opened = await threadAt(said.id);
  expect(idsOf(opened.branches)).not.toContain(id);
  expect(await newSince(said.id, opened.newest?.getTime() ?? 0)).toBe(1);
  await db.threadOrder.deleteMany({ where: { postId: said.id } });
  const later = await threadAt(said.id);
  expect(await newSince(said.id, later.newest?.getTime() ?? 0)).toBe(0);
});
