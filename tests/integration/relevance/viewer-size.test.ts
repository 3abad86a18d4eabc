import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { vote } from '@/lib/comments/commands/vote';
import { db } from '@/lib/db/client';
import { pool } from '@/lib/db/pool';
import { viewerOf } from '@/lib/discovery/viewer';
import { blog, comment, type FactoryMember, member, post, sessionOf } from '../../factories/people';
import { asOwner } from '../../support/owner';

async function scene() {
  const [ines, sade] = [await member({ name: 'Ines Duarte' }), await member({ name: 'Sade Okafor' })];
  const tide = await blog({ owner: ines });
  return { ines, sade, said: await post({ blog: tide, author: ines }), before: await post({ blog: tide, author: ines }) };
}

const many = (said: { id: string }, author: FactoryMember, count: number) =>
  db.comment.createManyAndReturn({
    data: Array.from({ length: count }, (_, nth) => ({
      postId: said.id,
      authorId: author.id,
      body: `Line ${nth} of the log.`,
      status: 'visible' as const,
      submissionKey: randomUUID(),
      createdAt: new Date(Date.now() - 4 * 86_400_000 + nth * 1_000),
    })),
    select: { id: true },
  });

interface Plan {
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Plan[];
}

const readOf = (plan: Plan, table: string): number =>
  (plan['Relation Name'] === table ? (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops'] : 0) +
  (plan.Plans ?? []).reduce((sum, inner) => sum + readOf(inner, table), 0);

test('the votes that Sade gave elsewhere are not read for a page', async () => {
  const { sade, ines, said, before } = await scene();
  const others = await many(before, ines, 3_000);
  await db.vote.createMany({ data: others.map(({ id }) => ({ commentId: id, memberId: sade.id, value: 1 })) });
  const words = await comment({ post: said, author: ines });
  await vote(sade, { commentId: words.id, value: -1 });
  await asOwner('ANALYZE vote, comment');
  const asked = vi.spyOn(pool, 'query');
  const session = await sessionOf(sade);
  expect((await viewerOf(session, { post: said.id, blog: null })).votes).toEqual({ [words.id]: -1 });
  const { text, values } = asked.mock.calls
    .map(([first]) => first as unknown as { name?: string; text: string; values: unknown[] })
    .find(({ name }) => name === 'viewer') ?? {
    text: '',
    values: [],
  };
  asked.mockRestore();
  // A table in which only she voted is read whole; a real one is not.
  const client = await pool.connect();
  await client.query('BEGIN');
  await client.query('SET LOCAL enable_seqscan = off');
  const { rows } = await client.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values);
  await client.query('ROLLBACK');
  client.release();
  const plan = rows[0]?.['QUERY PLAN'][0]?.Plan;
  if (!plan) throw new Error('there is no plan');
  expect(readOf(plan, 'vote')).toBeLessThan(10);
});

test('one’s own comments come as the latest two hundred, with their words only where those are not at their place', async () => {
  const { sade, said } = await scene();
  await many(said, sade, 250);
  await db.post.update({ where: { id: said.id }, data: { commentCount: 250 } });
  const wanted = {
    held: await comment({ post: said, author: sade, status: 'held', minutesAgo: 3_000, body: 'Held.' }),
    fresh: await comment({ post: said, author: sade, minutesAgo: 20, body: 'Fresh.' }),
    left: await comment({ post: said, author: sade, minutesAgo: 3_000, body: 'Left out.', downs: 9 }),
  };
  const { ownComments } = await viewerOf(await sessionOf(sade), { post: said.id, blog: null });
  expect(ownComments).toHaveLength(200);
  expect(
    ownComments
      .filter(({ body }) => body !== '')
      .map(({ body }) => body)
      .toSorted(),
  ).toEqual(['Fresh.', 'Held.', 'Left out.']);
  expect(Object.values(wanted).every(({ id }) => ownComments.some((one) => one.id === id))).toBe(true);
});
