import { expect, test } from 'vitest';
import { editComment } from '@/lib/comments/commands/change-comment';
import { mute } from '@/lib/comments/commands/mute';
import { postComment } from '@/lib/comments/commands/post-comment';
import { reportComment } from '@/lib/comments/commands/report-comment';
import { db } from '@/lib/db/client';
import { viewerOf } from '@/lib/discovery/viewer';
import { decide } from '@/lib/moderation/commands/decide';
import { lift } from '@/lib/moderation/commands/lift';
import { sanction } from '@/lib/moderation/commands/sanction';
import { undo } from '@/lib/moderation/commands/undo';
import { liftedMail, sanctionMail } from '@/lib/moderation/sanction-mail';
import { notifyOf, readNotifications } from '@/lib/notifications/commands';
import { handlers } from '@/lib/notifications/handlers';
import { notificationsOf } from '@/lib/notifications/queries';
import { blog, comment, type FactoryMember, member, post, sessionOf } from '../../factories/people';
import { twentyAtOnce } from '../../support/refusal';

async function scene() {
  const [ines, teo, mai] = [await member({ name: 'Ines Duarte' }), await member({ name: 'Teo' }), await member({ name: 'Mai Tran' })];
  const said = await post({ blog: await blog({ owner: ines }), author: ines });
  for (const person of [teo, mai])
    for (let nth = 0; nth < 5; nth += 1) await comment({ post: said, author: person, minutesAgo: 9_000 + nth });
  return { ines, teo, mai, said };
}

const kindsOf = async (person: FactoryMember) =>
  (await notificationsOf(person, undefined)).told.map((one) =>
    one.kind === 'dispute' ? one.kind : one.kind === 'decision' ? one.action : `${one.author}: ${one.kind}`,
  );
const jobsFor = (commentId: string) =>
  db.$queryRaw<object[]>`SELECT 1 FROM pgboss.job WHERE name = 'comment.notify' AND data->>'commentId' = ${commentId}`;

test('who is answered or named is told once, however often it is asked, and nobody of their own', async () => {
  const { ines, teo, mai, said } = await scene();
  const asked = await comment({ post: said, author: teo });
  const { id } = await postComment(mai, {
    postId: said.id,
    parentId: asked.id,
    body: `Ask @${ines.handle}, and @${mai.handle} too. \`@${teo.handle}\``,
  });
  expect(await jobsFor(id)).toHaveLength(1);
  await twentyAtOnce(() => notifyOf(id));
  expect([await kindsOf(teo), await kindsOf(ines), await kindsOf(mai)]).toEqual([['Mai Tran: reply'], ['Mai Tran: mention'], []]);
  const { told } = await notificationsOf(ines, undefined);
  expect(told[0]).toMatchObject({
    unread: true,
    href: expect.stringContaining(`?comment=${id}#c-${id}`),
    words: expect.stringContaining('Ask @'),
  });
});

test('what waits tells nobody until a moderator shows it, and what is gone is told no longer', async () => {
  const { ines, teo, said } = await scene();
  const newcomer = await member({ name: 'Do Hanh', joinedDaysAgo: 0 });
  const { id, status } = await postComment(newcomer, { postId: said.id, body: `Hello @${teo.handle}` });
  expect([status, (await jobsFor(id)).length]).toEqual(['held', 0]);
  await notifyOf(id);
  expect(await kindsOf(teo)).toEqual([]);
  await decide(ines, { commentId: id, revision: 1, decision: 'approve' });
  expect(await jobsFor(id)).toHaveLength(1);
  await notifyOf(id);
  expect(await kindsOf(teo)).toEqual(['Do Hanh: mention']);
  await decide(ines, { commentId: id, revision: 1, decision: 'remove', reason: 'spam' });
  expect(await kindsOf(teo)).toEqual([]);
});

test('an edit tells only whom it newly names; a mute keeps it from telling, and hides what was told', async () => {
  const { ines, teo, mai, said } = await scene();
  const { id } = await postComment(mai, { postId: said.id, body: `To @${teo.handle}` });
  await notifyOf(id);
  await editComment(mai, { commentId: id, body: `To @${teo.handle} and @${ines.handle}` });
  await mute(ines, { memberId: mai.id, on: '1' });
  await notifyOf(id);
  expect([await kindsOf(teo), await kindsOf(ines), await db.notification.count({ where: { commentId: id } })]).toEqual([
    ['Mai Tran: mention'],
    [],
    1,
  ]);
  await mute(teo, { memberId: mai.id, on: '1' });
  expect(await kindsOf(teo)).toEqual([]);
});

test('what was not read is counted for the bar, until it is marked; pages neither repeat nor skip', async () => {
  const { teo, mai, said } = await scene();
  for (let nth = 0; nth < 35; nth += 1) {
    const made = await comment({ post: said, author: mai, body: `@${teo.handle} ${nth}` });
    await notifyOf(made.id);
  }
  const unread = async () => (await viewerOf(await sessionOf(teo), { post: null, blog: null })).unread;
  const first = await notificationsOf(teo, undefined);
  const second = await notificationsOf(teo, first.next ?? undefined);
  expect([await unread(), first.told.length, second.told.length, second.next]).toEqual([35, 30, 5, null]);
  expect(new Set([...first.told, ...second.told].map(({ id }) => id)).size).toBe(35);
  await twentyAtOnce(() => readNotifications(teo));
  expect([await unread(), (await notificationsOf(teo, undefined)).told.some((one) => one.unread)]).toEqual([0, false]);
});

test('whose comment waited is told that it is shown, whose is taken away or lowered that it is, once it cannot be undone', async () => {
  const { ines, teo, mai, said } = await scene();
  const words = await comment({ post: said, author: mai, status: 'held' });
  await twentyAtOnce(() => decide(ines, { commentId: words.id, revision: 1, decision: 'approve' }));
  expect(await kindsOf(mai)).toEqual(['approved']);
  const { told } = await notificationsOf(mai, undefined);
  expect(told[0]).toMatchObject({ kind: 'decision', href: `/comments/${words.id}`, title: said.title, unread: true });
  expect((await viewerOf(await sessionOf(mai), { post: null, blog: null })).unread).toBe(1);
  await undo(ines, { commentId: words.id });
  expect([await kindsOf(mai), (await viewerOf(await sessionOf(mai), { post: null, blog: null })).unread]).toEqual([[], 0]);
  await decide(ines, { commentId: words.id, revision: 1, decision: 'remove', reason: 'spam' });
  const event = await db.moderationEvent.findFirstOrThrow({ where: { commentId: words.id, action: 'removed' } });
  expect(await kindsOf(mai)).toEqual([]);
  await twentyAtOnce(() => handlers['mail.comment-removed']({ eventId: event.id }));
  expect(await kindsOf(mai)).toEqual(['removed']);
  // What was undone before the job came is told to nobody.
  const other = await comment({ post: said, author: teo });
  await decide(ines, { commentId: other.id, revision: 1, decision: 'remove', reason: 'spam' });
  const undone = await db.moderationEvent.findFirstOrThrow({ where: { commentId: other.id, action: 'removed' } });
  await undo(ines, { commentId: other.id });
  await handlers['mail.comment-removed']({ eventId: undone.id });
  expect(await kindsOf(teo)).toEqual([]);
  await reportComment(mai, { commentId: other.id, reason: 'unkind' });
  await decide(ines, { commentId: other.id, revision: 1, decision: 'lower' });
  const lowered = await db.moderationEvent.findFirstOrThrow({ where: { commentId: other.id, action: 'lowered' } });
  await handlers['comment.lowered']({ eventId: lowered.id });
  expect(await kindsOf(teo)).toEqual(['lowered']);
});

test('a ban from the whole site says what it takes from earnings, and its end what comes back; one from a blog nothing of it', async () => {
  const { ines, teo, said } = await scene();
  const moderator = await member({ role: 'moderator' });
  const told = async (by: typeof ines, where: { blogId?: string }) => {
    await sanction(by, { handle: teo.handle, ...where, kind: 'banned', reason: 'spam', note: 'Too often.' });
    const { id } = await db.sanction.findFirstOrThrow({ where: { memberId: teo.id }, orderBy: { id: 'desc' } });
    const begun = (await sanctionMail(id))?.paragraphs.join(' ');
    await lift(by, { sanctionId: id });
    const event = await db.moderationEvent.findFirstOrThrow({ where: { sanctionId: id, action: 'lifted' } });
    return [begun?.includes('earns anything'), (await liftedMail(event.id))?.paragraphs.join(' ').includes('took back because of it')];
  };
  expect([await told(moderator, {}), await told(ines, { blogId: said.blogId })]).toEqual([
    [true, true],
    [false, false],
  ]);
});

test('who is limited is told here as well, and so is its end before the time', async () => {
  const { ines, teo, said } = await scene();
  const days = { kind: 'limited', days: 7, reason: 'spam', note: 'Too often.' };
  await sanction(ines, { handle: teo.handle, blogId: said.blogId, ...days });
  const { id: sanctionId } = await db.sanction.findFirstOrThrow({ where: { memberId: teo.id } });
  await twentyAtOnce(() => handlers['mail.sanction']({ sanctionId }));
  expect(await kindsOf(teo)).toEqual(['limited']);
  await twentyAtOnce(() => lift(ines, { sanctionId }));
  expect(await kindsOf(teo)).toEqual(['lifted', 'limited']);
  const event = await db.moderationEvent.findFirstOrThrow({ where: { sanctionId, action: 'lifted' } });
  const mail = await liftedMail(event.id);
  expect([mail?.to, mail?.paragraphs.join(' ')]).toEqual([expect.any(String), expect.stringContaining('has ended what held against you')]);
  expect((await notificationsOf(teo, undefined)).told[0]).toMatchObject({ href: '/settings#standing' });
});
