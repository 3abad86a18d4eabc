import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { archiveOf } from '@/lib/accounts/archive';
import { leave } from '@/lib/accounts/commands/leave';
import { editComment } from '@/lib/comments/commands/change-comment';
import { postComment } from '@/lib/comments/commands/post-comment';
import { forgetRefusals } from '@/lib/comments/not-taken';
import { db } from '@/lib/db/client';
import { sanction } from '@/lib/moderation/commands/sanction';
import { setPhrases } from '@/lib/moderation/commands/set-phrases';
import { recordOf } from '@/lib/moderation/standing';
import { handlers } from '@/lib/notifications/handlers';
import { blog, comment, member, post } from '../../factories/people';
import { refusalOf, twentyAtOnce } from '../../support/refusal';

async function scene() {
  const [ines, khanh, sade, judit] = [
    await member({ name: 'Ines Duarte' }),
    await member({ name: 'Khanh Trinh' }),
    await member({ name: 'Sade Okafor' }),
    await member({ name: 'Judit Varga', role: 'admin' }),
  ];
  const [tide, news] = [await blog({ owner: ines }), await blog({ owner: khanh })];
  const [said, other] = [await post({ blog: tide, author: ines }), await post({ blog: news, author: khanh })];
  for (const place of [said, other]) await comment({ post: place, author: sade, minutesAgo: 90 });
  return { ines, khanh, sade, judit, tide, said, other };
}

const kept = (memberId: string) =>
  db.refusal.findMany({ where: { memberId }, orderBy: { id: 'asc' }, select: { postId: true, rule: true, ruleVersion: true } });

test('what screening does not take leaves its decision, with rule and version, and no words', async () => {
  const { ines, sade, judit, tide, said } = await scene();
  const words = 'Half of what I wrote here is about the weight';
  const send = (body = words) => refusalOf(postComment(sade, { postId: said.id, body }));
  expect(await send('!!!')).toBe('invalid');
  await db.post.update({ where: { id: said.id }, data: { slowSeconds: 86_400 } });
  expect(await send()).toBe('too-many');
  await db.post.update({ where: { id: said.id }, data: { slowSeconds: 0, threadState: 'closed' } });
  expect([await send(), await send()]).toEqual(['invalid', 'invalid']);
  await db.post.update({ where: { id: said.id }, data: { threadState: 'open' } });
  const own = await db.comment.findFirstOrThrow({ where: { postId: said.id, authorId: sade.id } });
  await db.comment.update({ where: { id: own.id }, data: { createdAt: new Date() } });
  await setPhrases(ines, { blogId: tide.id, seen: '0', banned: 'ballast', suspect: '' });
  expect(await refusalOf(editComment(sade, { commentId: own.id, body: 'It was ballast all along' }))).toBe('invalid');
  await sanction(judit, { handle: sade.handle, kind: 'banned', reason: 'spam', note: '' });
  expect(await send()).toBe('invalid');
  const rows = await kept(sade.id);
  expect(rows.map(({ rule }) => rule)).toEqual(['shape', 'slow-mode', 'thread-state', 'thread-state', 'blog-banned-word', 'person-state']);
  expect(rows.every(({ postId, ruleVersion }) => postId === said.id && ruleVersion >= 1)).toBe(true);
  expect(await db.comment.count({ where: { authorId: sade.id, postId: said.id } })).toBe(1);
  // What the site holds against somebody is not told to a blog's people, who are not told of the ban either.
  const seenBy = async (who: typeof ines) => (await recordOf(who, sade.handle, new Date())).refused.map(({ rule }) => rule);
  expect([(await seenBy(ines)).includes('person-state'), (await seenBy(judit)).includes('person-state')]).toEqual([false, true]);
  expect(await seenBy(ines)).toContain('thread-state');
  expect(JSON.stringify(await db.refusal.findMany({ where: { memberId: sade.id } }))).not.toMatch(/weight|ballast/);
});

test('what is refused for another reason, or taken, leaves none; twenty at once each have theirs', async () => {
  const { sade, said } = await scene();
  expect(await refusalOf(postComment(sade, { postId: sade.id, body: 'Nowhere to be said' }))).toBe('not-found');
  await postComment(sade, { postId: said.id, body: 'Said, and taken' });
  expect(await kept(sade.id)).toEqual([]);
  await db.post.update({ where: { id: said.id }, data: { threadState: 'locked' } });
  await twentyAtOnce(() => postComment(sade, { postId: said.id, body: 'Not said, twenty times' }));
  expect((await kept(sade.id)).length).toBe(20);
});

test('its moderators see it by rule, those of another blog do not, its writer takes it along, and a month forgets it', async () => {
  const { ines, khanh, sade, judit, said, other } = await scene();
  await db.post.updateMany({ where: { id: { in: [said.id, other.id] } }, data: { threadState: 'closed' } });
  for (const postId of [said.id, said.id, other.id]) await refusalOf(postComment(sade, { postId, body: 'Is this still open?' }));
  const seenBy = async (who: typeof ines) =>
    (await recordOf(who, sade.handle, new Date())).refused.map(({ rule, times }) => `${rule} ${times}`);
  expect([await seenBy(ines), await seenBy(khanh), await seenBy(judit)]).toEqual([
    ['thread-state 2'],
    ['thread-state 1'],
    ['thread-state 3'],
  ]);
  const archive = unzipSync(await archiveOf(sade));
  expect(JSON.parse(strFromU8(archive['refusals.json'] as Uint8Array))).toHaveLength(3);
  await handlers['refusals.forget']({});
  expect(await kept(sade.id)).toHaveLength(3);
  await forgetRefusals(new Date(Date.now() + 29 * 86_400_000));
  expect(await kept(sade.id)).toHaveLength(3);
  await refusalOf(postComment(khanh, { postId: said.id, body: 'And now?' }));
  await leave(khanh, { confirm: 'leave' });
  expect(await kept(khanh.id)).toEqual([]);
  await forgetRefusals(new Date(Date.now() + 31 * 86_400_000));
  expect(await db.refusal.count()).toBe(0);
});
