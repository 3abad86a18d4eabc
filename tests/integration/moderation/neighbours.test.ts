import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { db } from '@/lib/db/client';
import { pool } from '@/lib/db/pool';
import { neighboursOf } from '@/lib/moderation/queue/neighbours';
import { blog, comment, member, post } from '../../factories/people';
import { asOwner } from '../../support/owner';

interface Plan {
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Plan[];
}

const readOf = (plan: Plan): number =>
  (plan['Relation Name'] === 'comment' ? (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops'] : 0) +
  (plan.Plans ?? []).reduce((sum, inner) => sum + readOf(inner), 0);

test('what stands beside a comment of a long thread is found without reading the thread, among branches and among answers', async () => {
  const [ines, sade] = [await member({ name: 'Ines Duarte' }), await member({ name: 'Sade Okafor' })];
  const said = await post({ blog: await blog({ owner: ines }), author: ines });
  const parent = await comment({ post: said, author: ines, minutesAgo: 9_000 });
  const ids = (count: number): string[] => Array.from({ length: count }, () => randomUUID());
  const [branches, answers] = [ids(2_000), ids(2_000)];
  for (const [list, parentId] of [
    [branches, null],
    [answers, parent.id],
  ] as const)
    await db.comment.createMany({
      data: list.map((id, nth) => ({
        id,
        parentId,
        postId: said.id,
        authorId: sade.id,
        body: `Line ${nth}.`,
        status: 'visible' as const,
        submissionKey: randomUUID(),
        createdAt: new Date(Date.now() - 4 * 86_400_000 + nth * 1_000),
      })),
    });
  await asOwner('ANALYZE comment');
  const looked = [branches[1_000] as string, answers[1_000] as string];
  const asked = vi.spyOn(pool, 'query');
  const near = await neighboursOf(looked);
  const { text, values } = (asked.mock.calls[0] ?? [])[0] as unknown as { text: string; values: unknown[] };
  asked.mockRestore();
  for (const [nth, list] of [branches, answers].entries())
    expect(near.get(looked[nth] as string)?.map(({ id, before }) => [id, before])).toEqual(
      [998, 999, 1_001, 1_002].map((at) => [list[at], at < 1_000]),
    );
  const { rows } = await pool.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values);
  const plan = rows[0]?.['QUERY PLAN'][0]?.Plan;
  if (!plan) throw new Error('there is no plan');
  expect(readOf(plan)).toBeLessThan(30);
});
