import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { PER_PAGE, WHOLE } from '@/lib/comments/queries';
import type { Branch } from '@/lib/comments/view';
import { db } from '@/lib/db/client';
import { VIEWS } from '@/lib/relevance/order';
import { blog, member, post } from '../../factories/people';
import { idsOf, threadAt } from '../../support/thread';

interface Made {
  id: string;
  parentId: string | null;
}

/** A post by Ines under which Sade wrote all of `made`, one after another. */
async function threadOf(made: readonly Made[]) {
  const [ines, sade] = [await member({ name: 'Ines Duarte' }), await member({ name: 'Sade Okafor' })];
  const said = await post({ blog: await blog({ owner: ines }), author: ines });
  await db.comment.createMany({
    data: made.map(({ id, parentId }, nth) => ({
      id,
      parentId,
      postId: said.id,
      authorId: sade.id,
      body: `Line ${nth} of the log.`,
      status: 'visible' as const,
      submissionKey: randomUUID(),
      createdAt: new Date(Date.now() - 4 * 86_400_000 + nth * 100),
    })),
  });
  await db.post.update({ where: { id: said.id }, data: { commentCount: made.length } });
  return said;
}

/** Under each of these `wide` answers, and under each of those, `deep` times. */
function tree(roots: number, wide: number, deep: number): Made[] {
  let last: Made[] = Array.from({ length: roots }, () => ({ id: randomUUID(), parentId: null }));
  const all = [...last];
  for (let depth = 0; depth < deep; depth += 1) {
    last = last.flatMap(({ id }) => Array.from({ length: wide }, () => ({ id: randomUUID(), parentId: id })));
    all.push(...last);
  }
  return all;
}

function chain(length: number): Made[] {
  const ids = Array.from({ length }, () => randomUUID() as string);
  return ids.map((id, nth) => ({ id, parentId: ids[nth - 1] ?? null }));
}

const depthOf = (branches: readonly Branch[]): number => Math.max(0, ...branches.map(({ replies }) => 1 + depthOf(replies)));

test('a page holds two hundred comments at most, every branch of it begins, and what is left out is counted', async () => {
  const made = tree(40, 4, 3);
  const said = await threadOf(made);
  const below = Map.groupBy(made, ({ parentId }) => parentId);
  for (const view of VIEWS) {
    const { branches } = await threadAt(said.id, { view });
    expect(branches).toHaveLength(PER_PAGE);
    expect(idsOf(branches).length).toBe(200);
    const check = ({ comment: { id }, replies, more }: Branch): void => {
      expect(replies.length + more).toBe(below.get(id)?.length ?? 0);
      replies.forEach(check);
    };
    branches.forEach(check);
    expect(branches.every(({ replies }) => replies.length === 3)).toBe(true);
  }
});

test('answers of answers are two at first, then one, twelve deep', async () => {
  const alone = tree(1, 3, 3);
  const said = await threadOf([...alone, ...chain(30), ...tree(WHOLE, 1, 0)]);
  const { branches } = await threadAt(said.id, { view: 'oldest' });
  const wide = (found: readonly Branch[] | undefined): number[] => (found?.[0] ? [found.length, ...wide(found[0].replies)] : []);
  expect(wide(branches[0]?.replies)).toEqual([3, 2, 1]);
  expect(depthOf(branches.slice(1, 2))).toBe(13);
});

test('a link to the end of a very long line shows the nearest twenty above it and a way up to the rest', async () => {
  const line = chain(400);
  const said = await threadOf(line);
  const ids = line.map(({ id }) => id);
  const last = await threadAt(said.id, { comment: ids[399] });
  expect(idsOf(last.branches)).toEqual(ids.slice(379));
  expect(last.above).toBe(ids[378]);
  const further = await threadAt(said.id, { comment: last.above ?? undefined });
  expect([idsOf(further.branches).slice(0, 21), further.above]).toEqual([ids.slice(358, 379), ids[357]]);
  const first = await threadAt(said.id, { comment: ids[5] });
  expect([idsOf(first.branches).slice(0, 6), first.above]).toEqual([ids.slice(0, 6), null]);
});
