import { expect, test } from 'vitest';
import { withdrawComment } from '@/lib/comments/commands/change-comment';
import { db } from '@/lib/db/client';
import { advanceSweep } from '@/lib/moderation/commands/advance-sweep';
import { banAndRemove } from '@/lib/moderation/commands/ban-and-remove';
import { decide } from '@/lib/moderation/commands/decide';
import { sanction } from '@/lib/moderation/commands/sanction';
import { undoSweep } from '@/lib/moderation/commands/undo-sweep';
import { comment, member } from '../../factories/people';
import { refusalOf } from '../../support/refusal';
import { asked, consistent, DAY, scene, statusOf, sweepOf, toTheEnd } from './swept';

test('undone, exactly what it removed is back: not what was removed before or decided otherwise since', async () => {
  const { ines, judit, pavel, said, written } = await scene();
  const [before, granted, held] = [written[0], written[1], await comment({ post: said, author: pavel, status: 'held' })];
  await decide(ines, { commentId: before?.id, revision: 1, decision: 'remove', reason: 'unkind' });
  const { sweepId } = await banAndRemove(judit, asked(pavel));
  await toTheEnd(sweepId);
  // One was given back by another decision, and removed again for a reason of its own.
  await db.comment.update({ where: { id: granted?.id ?? '' }, data: { status: 'visible' } });
  await db.post.update({ where: { id: said.id }, data: { commentCount: { increment: 1 } } });
  await db.moderationEvent.create({
    data: { commentId: granted?.id ?? '', action: 'appeal-reversed', fromStatus: 'removed', toStatus: 'visible' },
  });
  await decide(ines, { commentId: granted?.id, revision: 1, decision: 'remove', reason: 'illegal' });
  await undoSweep(judit, { sweepId });
  expect(await db.sanction.count({ where: { memberId: pavel.id, liftedAt: null } })).toBe(0);
  await toTheEnd(sweepId);
  expect(await sweepOf(sweepId)).toMatchObject({ done: 7, returned: 6, state: 'undone' });
  expect([await statusOf(before?.id ?? ''), await statusOf(granted?.id ?? ''), await statusOf(held.id)]).toEqual([
    'removed',
    'removed',
    'held',
  ]);
  for (const { id } of written.slice(2)) expect(await statusOf(id)).toBe('visible');
  await consistent([said]);
});

test('undone while it runs, it turns round where it is; what its writer takes back stays so', async () => {
  const { judit, pavel, said, written } = await scene();
  const { sweepId } = await banAndRemove(judit, asked(pavel));
  await advanceSweep(sweepId, 3);
  await withdrawComment(pavel, { commentId: written.map(({ id }) => id).sort()[6] ?? '' });
  await undoSweep(judit, { sweepId });
  expect(await refusalOf(banAndRemove(judit, asked(pavel)))).toBe('conflict');
  await toTheEnd(sweepId);
  expect(await sweepOf(sweepId)).toMatchObject({ total: 7, done: 3, returned: 3, state: 'undone' });
  expect(await db.comment.count({ where: { postId: said.id, status: 'visible' } })).toBe(6);
  await consistent([said]);
  const again = await banAndRemove(judit, asked(pavel));
  await toTheEnd(again.sweepId);
  expect(await sweepOf(again.sweepId)).toMatchObject({ done: 6 });
});

test('taken back while its last piece is at work, it turns round after that piece', async () => {
  const { judit, pavel, said, written } = await scene();
  const { sweepId } = await banAndRemove(judit, asked(pavel));
  let both: Promise<unknown> = Promise.resolve();
  const wait = () => new Promise((resolve) => setTimeout(resolve, 300));
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM comment WHERE id = ${written[3]?.id}::uuid FOR UPDATE`;
    const piece = advanceSweep(sweepId);
    await wait();
    both = Promise.all([piece, undoSweep(judit, { sweepId })]);
    await wait();
  });
  await both;
  expect(await sweepOf(sweepId)).toMatchObject({ state: 'undoing', done: 7 });
  await toTheEnd(sweepId);
  expect(await sweepOf(sweepId)).toMatchObject({ state: 'undone', returned: 7 });
  await consistent([said]);
});

test('who may take it back, until when; a ban that took its place stays', async () => {
  const { ines, bao, judit, pavel, tide } = await scene();
  const ada = await member({ role: 'admin' });
  const { sweepId } = await banAndRemove(judit, asked(pavel));
  const table: Record<string, string> = {};
  for (const [who, actor] of Object.entries({ ines, bao, pavel, stranger: await member() }))
    table[who] = await refusalOf(undoSweep(actor, { sweepId }));
  const week = new Date(Date.now() + 7 * DAY * 60_000 + 60_000);
  table['after a week'] = await refusalOf(undoSweep(judit, { sweepId }, week));
  table['an unknown one'] = await refusalOf(undoSweep(judit, { sweepId: pavel.id }));
  await toTheEnd(sweepId);
  await sanction(ada, { handle: pavel.handle, kind: 'banned', reason: 'illegal' });
  table['another of the site'] = await refusalOf(undoSweep(ada, { sweepId }));
  const inBlog = await banAndRemove(ines, asked(pavel, { blogId: tide.id })).catch(() => null);
  expect(inBlog).toBeNull();
  await toTheEnd(sweepId);
  const own = await banAndRemove(ines, asked(pavel, { blogId: tide.id }));
  table['the other blog’s'] = await refusalOf(undoSweep(bao, { sweepId: own.sweepId }));
  table['the blog’s own'] = await refusalOf(undoSweep(ines, { sweepId: own.sweepId }));
  const no = 'not-allowed';
  expect(table).toEqual({
    ines: no,
    bao: no,
    pavel: no,
    stranger: no,
    'after a week': 'gone',
    'an unknown one': 'not-found',
    'another of the site': 'done',
    'the other blog’s': no,
    'the blog’s own': 'done',
  });
  expect(await db.sanction.findMany({ where: { memberId: pavel.id, liftedAt: null } })).toMatchObject([
    { reason: 'illegal', byId: ada.id },
  ]);
});
