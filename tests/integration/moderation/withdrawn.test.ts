import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { editComment, withdrawComment } from '@/lib/comments/commands/change-comment';
import { reportComment } from '@/lib/comments/commands/report-comment';
import { oneComment } from '@/lib/comments/one';
import { db } from '@/lib/db/client';
import { decide } from '@/lib/moderation/commands/decide';
import { decideMany } from '@/lib/moderation/commands/decide-many';
import { queue, queueCounts } from '@/lib/moderation/queue/page';
import { blog, comment, member, post } from '../../factories/people';
import { runJobs } from '../../support/jobs';
import { refusalOf, twentyAtOnce } from '../../support/refusal';
import { idsOf, threadAt } from '../../support/thread';

const WORDS = 'What Sade wrote of her neighbour.';

/** Sade wrote something in the blog of Ines and changed it; Khanh reported it; then she took it back. */
async function scene() {
  const [ines, khanh, sade] = [
    await member({ name: 'Ines Duarte' }),
    await member({ name: 'Khanh Trinh' }),
    await member({ name: 'Sade Okafor' }),
  ];
  const said = await post({ blog: await blog({ owner: ines }), author: ines });
  const { id } = await comment({ post: said, author: sade, body: 'What she wrote of her neighbour at first.' });
  await editComment(sade, { commentId: id, body: WORDS });
  await reportComment(khanh, { commentId: id, reason: 'unkind' });
  await withdrawComment(sade, { commentId: id });
  await withdrawComment(sade, { commentId: id });
  return { ines, khanh, sade, said, id };
}

const stored = (id: string) => db.comment.findUniqueOrThrow({ where: { id }, include: { revisions: true, reports: true } });
const waiting = async (who: Parameters<typeof queue>[0], id: string) =>
  (await queue(who, { tab: 'reported' })).items.find((item) => item.id === id);

test('whoever withdraws what was reported leaves it to the moderators, and to nobody else', async () => {
  const { ines, khanh, said, id } = await scene();
  expect(await waiting(ines, id)).toMatchObject({ status: 'withdrawn', body: WORDS, reports: [{ reason: 'unkind' }] });
  expect((await queueCounts(ines)).reported).toBe(1);
  expect(await oneComment(ines, id, new Date())).toMatchObject({ kept: true, body: WORDS, revisions: [{}] });
  expect(await oneComment(khanh, id, new Date())).toBeNull();
  await comment({ post: said, author: khanh, parent: { id }, body: 'I answered it.' });
  const { branches } = await threadAt(said.id, { view: 'oldest' });
  expect([idsOf(branches)[0], JSON.stringify(branches).includes('neighbour')]).toEqual([id, false]);
});

test('a moderator upholds or dismisses the reports, once; it moves nothing, tells nobody, and the words go', async () => {
  for (const [decision, action, outcome] of [
    ['remove', 'withdrawn-upheld', 'upheld'],
    ['approve', 'withdrawn-dismissed', 'dismissed'],
  ]) {
    const { ines, sade, id } = await scene();
    const made = { items: [{ commentId: id, revision: 2 }], decision, reason: 'unkind', batchId: randomUUID() };
    await twentyAtOnce(() => decideMany(ines, made));
    expect(await stored(id)).toMatchObject({ status: 'withdrawn', body: '', revisions: [], reports: [{ outcome }] });
    const events = await db.moderationEvent.findMany({ where: { commentId: id, actorId: ines.id } });
    expect(events.map((event) => [event.action, event.fromStatus, event.toStatus])).toEqual([[action, 'withdrawn', 'withdrawn']]);
    expect(await waiting(ines, id)).toBeUndefined();
    expect(await runJobs('mail.comment-removed')).toBe(0);
    const held = await comment({ post: { id: (await stored(id)).postId }, author: sade, status: 'held' });
    const item = (await queue(ines)).items.find((one) => one.id === held.id);
    expect(item?.author).toMatchObject({ upheld: outcome === 'upheld' ? 1 : 0, removed: 0 });
  }
});

test('who may answer reports about withdrawn words', async () => {
  const { ines, khanh, sade, id } = await scene();
  const elsewhere = await member();
  await blog({ owner: elsewhere });
  const answered = (who: typeof ines, revision = 2) => refusalOf(decide(who, { commentId: id, revision, decision: 'approve' }));
  expect([await answered(khanh), await answered(sade), await answered(elsewhere), await answered(ines, 1)]).toEqual([
    'not-found',
    'not-found',
    'not-found',
    'conflict',
  ]);
  expect([await answered(ines), await answered(ines)]).toEqual(['done', 'conflict']);
});

test('after a fortnight without a look the words go by themselves, and the reports without an outcome', async () => {
  const { id } = await scene();
  const [job] = await db.$queryRaw<{ days: number }[]>`
    SELECT round(extract(epoch FROM start_after - created_on) / 86400)::int AS days FROM pgboss.job
    WHERE name = 'comment.erase' AND data->>'commentId' = ${id}`;
  expect(job?.days).toBe(14);
  await runJobs('comment.erase');
  await runJobs('comment.erase');
  expect(await stored(id)).toMatchObject({ body: '', revisions: [], reports: [{ outcome: null, resolvedAt: expect.any(Date) }] });
});

test('what nobody reported is erased at once', async () => {
  const { sade, said } = await scene();
  const { id } = await comment({ post: said, author: sade });
  await withdrawComment(sade, { commentId: id });
  expect(await stored(id)).toMatchObject({ status: 'withdrawn', body: '' });
});
