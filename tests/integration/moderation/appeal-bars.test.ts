import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { reportComment } from '@/lib/comments/commands/report-comment';
import { db } from '@/lib/db/client';
import { decisionsAgainst } from '@/lib/moderation/appeals';
import { appeal } from '@/lib/moderation/commands/appeal';
import { decide } from '@/lib/moderation/commands/decide';
import { decideAppeal } from '@/lib/moderation/commands/decide-appeal';
import { undo } from '@/lib/moderation/commands/undo';
import { countAppeals, openAppeals } from '@/lib/moderation/open-appeals';
import { blog, comment, member, post } from '../../factories/people';
import { refusalOf } from '../../support/refusal';

async function scene() {
  const [owner, mai] = [await member({ name: 'Ines Duarte' }), await member({ name: 'Mai Tran' })];
  const judit = await member({ name: 'Judit Farkas', role: 'moderator' });
  const said = await post({ blog: await blog({ owner }), author: owner });
  return { owner, mai, judit, said, words: await comment({ post: said, author: mai }) };
}

const removed = { revision: 1, decision: 'remove', reason: 'unkind' };
async function removedEvent(moderator: Awaited<ReturnType<typeof member>>, commentId: string): Promise<string> {
  await decide(moderator, { commentId, ...removed });
  return lastEvent(commentId, 'removed');
}
const lastEvent = async (commentId: string, action: string) =>
  (await db.moderationEvent.findFirstOrThrow({ where: { commentId, action }, orderBy: { seq: 'desc' } })).id;

test('who reported a comment does not judge the appeal about it', async () => {
  const { owner, mai, judit, words } = await scene();
  await reportComment(judit, { commentId: words.id, reason: 'unkind' });
  const before = await countAppeals(judit, null);
  const { id } = await appeal(mai, { eventId: await removedEvent(owner, words.id), text: 'It was about my own aunt.' });
  expect((await openAppeals(judit)).find((one) => one.id === id)?.bar).toBe('reported');
  expect(await countAppeals(judit, null)).toBe(before);
  expect(await refusalOf(decideAppeal(judit, { appealId: id, outcome: 'upheld', words: 'It stays.' }))).toBe('not-allowed');
  expect(await refusalOf(decideAppeal(await member({ role: 'moderator' }), { appealId: id, outcome: 'reversed' }))).toBe('done');
});

test('who reported a comment refuses no appeal about it by removing it from the queue; another may, and they may show it again', async () => {
  const { mai, judit, words } = await scene();
  const reporters = [judit, await member({ role: 'moderator' }), await member({ role: 'moderator' })];
  for (const one of reporters) await reportComment(one, { commentId: words.id, reason: 'unkind' });
  const { id } = await appeal(mai, { eventId: await lastEvent(words.id, 'hidden'), text: 'It was about my own aunt.' });
  expect(await refusalOf(decide(judit, { commentId: words.id, ...removed }))).toBe('not-allowed');
  expect(await db.appeal.findUniqueOrThrow({ where: { id } })).toMatchObject({ outcome: null });
  expect(await refusalOf(decide(await member({ role: 'moderator' }), { commentId: words.id, ...removed }))).toBe('done');
  expect(await db.appeal.findUniqueOrThrow({ where: { id } })).toMatchObject({ outcome: 'upheld' });
});

test('who reported a comment may show it again though its appeal waits', async () => {
  const { mai, judit, words } = await scene();
  for (const one of [judit, await member({ role: 'moderator' }), await member({ role: 'moderator' })])
    await reportComment(one, { commentId: words.id, reason: 'unkind' });
  await appeal(mai, { eventId: await lastEvent(words.id, 'hidden'), text: 'It was about my own aunt.' });
  expect(await refusalOf(decide(judit, { commentId: words.id, revision: 1, decision: 'approve' }))).toBe('done');
});

test('what was taken back at once was never decided: nothing is told of it, and nothing is there to appeal', async () => {
  const { mai, judit, said } = await scene();
  const held = await comment({ post: said, author: mai, status: 'held' });
  await decide(judit, { commentId: held.id, ...removed });
  const eventId = await lastEvent(held.id, 'removed');
  await undo(judit, { commentId: held.id });
  expect(await decisionsAgainst(mai, held.id, new Date())).toEqual([]);
  expect(await refusalOf(appeal(mai, { eventId, text: 'Please.' }))).toBe('conflict');
  expect(await refusalOf(appeal(mai, { eventId: await lastEvent(held.id, 'undone'), text: 'Please.' }))).toBe('not-found');
});

test('of what is shown again no day is named by which it may be appealed', async () => {
  const { mai, judit, said } = await scene();
  const words = await comment({ post: said, author: mai, status: 'rejected' });
  const byMachine = { action: 'screened', rule: 'banned-word', byMachine: true, toStatus: 'rejected' as const };
  await db.moderationEvent.create({ data: { commentId: words.id, ...byMachine } });
  expect((await decisionsAgainst(mai, words.id, new Date()))[0]).toMatchObject({ mayAppeal: true, until: expect.any(Date) });
  await decide(judit, { commentId: words.id, revision: 1, decision: 'approve' });
  // That it is shown after all is told, though it never waited.
  expect(await db.notification.count({ where: { memberId: mai.id, kind: 'decision', event: { commentId: words.id } } })).toBe(1);
  expect((await decisionsAgainst(mai, words.id, new Date()))[0]).toMatchObject({ mayAppeal: false, until: null });
});

test('a hundred appeals that somebody may not decide do not hide the one that they may', async () => {
  const { mai, judit, said } = await scene();
  const author = { postId: said.id, authorId: mai.id, body: 'x', status: 'removed' as const };
  const ids = Array.from({ length: 101 }, () => ({ comment: randomUUID(), event: randomUUID() }));
  await db.comment.createMany({ data: ids.map(({ comment: id }) => ({ ...author, id, submissionKey: randomUUID() })) });
  await db.moderationEvent.createMany({
    data: ids.map(({ comment: commentId, event: id }, nth) => ({
      id,
      commentId,
      action: 'removed',
      toStatus: 'removed' as const,
      actorId: nth < 100 ? judit.id : null,
    })),
  });
  await db.appeal.createMany({ data: ids.map(({ event: eventId }) => ({ eventId, memberId: mai.id, text: 'Please.' })) });
  const [first, ...others] = await openAppeals(judit);
  expect([first?.bar, others.length, new Set(others.map(({ bar }) => bar))]).toEqual([null, 99, new Set(['decided-first'])]);
});
