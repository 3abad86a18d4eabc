import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { carryOut } from '@/lib/moderation/commands/carry-out';
import { decide } from '@/lib/moderation/commands/decide';
import { blog, comment, member, post } from '../../factories/people';
import { refusalOf, twentyAtOnce } from '../../support/refusal';

async function scene(held: number) {
  const [owner, mai] = [await member({ name: 'Ines Duarte' }), await member({ name: 'Mai Tran' })];
  const said = await post({ blog: await blog({ owner }), author: owner });
  const waiting = [];
  for (let nth = 0; nth < held; nth += 1) waiting.push(await comment({ post: said, author: mai, status: 'held', minutesAgo: 300 - nth }));
  const ids = waiting.map(({ id }) => id);
  const step = (nth: readonly number[], decision: 'approve' | 'remove', batchId = randomUUID()) => ({
    do: 'decide' as const,
    items: nth.map((one) => ({ commentId: ids[one], revision: 1, seen: '' })),
    decision,
    reason: decision === 'remove' ? 'spam' : '',
    batchId,
  });
  const statuses = async () => {
    const rows = await db.comment.findMany({ where: { id: { in: ids } }, select: { id: true, status: true } });
    return ids.map((id) => rows.find((row) => row.id === id)?.status);
  };
  return { owner, mai, said, ids, step, statuses };
}

test('Ines’s desk sends what it gathered: each step in its order, each comment with its own answer', async () => {
  const { owner, ids, step, statuses } = await scene(4);
  const ada = await member({ name: 'Ada', role: 'admin' });
  await decide(ada, { commentId: ids[2], revision: 1, decision: 'remove', reason: 'spam' });
  const [wrong, right] = [step([0], 'remove'), step([0], 'approve')];
  const steps = [wrong, { do: 'undo', batchId: wrong.batchId }, right, step([1, 2], 'approve'), step([3], 'remove')];
  const all = await carryOut(owner, { steps });
  expect(all.map((one) => (one.do === 'decide' ? one.outcomes : one.undone).map(({ kind }) => kind).toSorted())).toEqual([
    ['done'],
    ['done'],
    ['done'],
    ['already', 'done'],
    ['done'],
  ]);
  expect(await statuses()).toEqual(['visible', 'visible', 'removed', 'removed']);
});

test('what was gathered, sent twice and twenty at once, decides once', async () => {
  const { owner, said, step, ids, statuses } = await scene(3);
  const [first, second] = [step([0, 1], 'approve'), step([2], 'remove')];
  const steps = [first, second, { do: 'undo', batchId: first.batchId }];
  const outcomes = await twentyAtOnce(() => carryOut(owner, { steps }));
  expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([]);
  await carryOut(owner, { steps });
  expect(await statuses()).toEqual(['held', 'held', 'removed']);
  const events = await db.moderationEvent.findMany({ where: { commentId: { in: ids } }, select: { action: true } });
  expect(events.map(({ action }) => action).toSorted()).toEqual(['approved', 'approved', 'removed', 'undone', 'undone']);
  expect((await db.post.findUniqueOrThrow({ where: { id: said.id } })).commentCount).toBe(0);
});

test('to undo what never came to pass is nothing to do', async () => {
  const { owner, step, statuses } = await scene(1);
  expect(await carryOut(owner, { steps: [{ do: 'undo', batchId: randomUUID() }, step([0], 'approve')] })).toMatchObject([
    { do: 'undo', undone: [] },
    { do: 'decide', outcomes: [{ kind: 'done' }] },
  ]);
  expect(await statuses()).toEqual(['visible']);
});

test('who decides nothing here carries nothing out, nor undoes another’s; too much at once is refused whole', async () => {
  const { owner, mai, step, statuses } = await scene(2);
  const judit = await member({ name: 'Judit', role: 'moderator' });
  const [mine, hers] = [step([0], 'approve'), step([1], 'remove')];
  expect(await refusalOf(carryOut(mai, { steps: [mine] }))).toBe('not-found');
  await carryOut(owner, { steps: [mine] });
  expect(await carryOut(judit, { steps: [{ do: 'undo', batchId: mine.batchId }] })).toMatchObject([{ undone: [] }]);
  const reasonless = { ...hers, reason: '' };
  const flood = { ...hers, items: Array.from({ length: 60 }, () => hers.items[0]) };
  for (const steps of [[], [reasonless], [flood, { ...flood, batchId: randomUUID() }]])
    expect(await refusalOf(carryOut(owner, { steps }))).toBe('invalid');
  expect(await statuses()).toEqual(['visible', 'held']);
});
