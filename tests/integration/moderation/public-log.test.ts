import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { appeal } from '@/lib/moderation/commands/appeal';
import { decide } from '@/lib/moderation/commands/decide';
import { decideAppeal } from '@/lib/moderation/commands/decide-appeal';
import { setPhrases } from '@/lib/moderation/commands/set-phrases';
import { mark, setThread, trustVotes } from '@/lib/moderation/commands/thread';
import { undo } from '@/lib/moderation/commands/undo';
import { phrasesView } from '@/lib/moderation/phrases';
import { monthlyNumbers, publicLog } from '@/lib/moderation/public-log';
import { blog, comment, member, post } from '../../factories/people';

async function scene() {
  await db.moderationEvent.deleteMany();
  const [owner, mai] = [await member({ name: 'Ines Duarte' }), await member({ name: 'Mai Tran' })];
  const judit = await member({ name: 'Judit Farkas', role: 'moderator' });
  const said = await post({ blog: await blog({ owner }), author: owner, title: 'Five weights' });
  return { owner, mai, judit, said };
}

test('the public log says what, by which rule and in which role, and nobody’s name or words', async () => {
  const { owner, mai, judit, said } = await scene();
  const words = await comment({ post: said, author: mai, body: 'secret one' });
  await decide(owner, { commentId: words.id, revision: 1, decision: 'remove', reason: 'unkind', note: 'secret two' });
  const { id: eventId } = await db.moderationEvent.findFirstOrThrow({ where: { action: 'removed' } });
  const { id } = await appeal(mai, { eventId, text: 'secret three' });
  await decideAppeal(judit, { appealId: id, outcome: 'reversed', words: 'spam: secret four' });
  const rejected = await comment({ post: said, author: mai, status: 'rejected' });
  const machine = { rule: 'banned-word', byMachine: true, commentId: rejected.id } as const;
  await db.moderationEvent.create({ data: { ...machine, action: 'screened', toStatus: 'rejected' } });
  await db.moderationEvent.create({ data: { ...machine, action: 'screened', toStatus: 'visible', rule: 'none' } });
  await db.moderationEvent.create({ data: { action: 'role-changed', actorId: judit.id, reason: 'secret five: admin' } });
  const { entries, next } = await publicLog(undefined);
  expect(entries.map(({ action, rule, reason, role, post: under }) => [action, rule, reason, role, under?.title])).toEqual([
    ['rejected', 'banned-word', null, 'machine', 'Five weights'],
    ['appeal-reversed', '', null, 'site', 'Five weights'],
    ['removed', '', 'unkind', 'blog', 'Five weights'],
  ]);
  expect(next).toBeNull();
  expect(JSON.stringify(entries)).not.toMatch(/secret|Ines|Mai|Judit/);
  const now = new Date();
  const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));
  expect(await monthlyNumbers(now)).toEqual([{ month, decisions: 2, byMachine: 1, appeals: 1, answered: 1, reversed: 1 }]);
  await db.post.update({ where: { id: said.id }, data: { publishedAt: null } });
  expect((await publicLog(undefined)).entries.map(({ post: under }) => under)).toEqual([null, null, null]);
});

test('the public log says what was done about threads, marks, votes and word lists, and in which role', async () => {
  const { owner, judit, mai, said } = await scene();
  const yusuf = await member({ name: 'Yusuf Demir' });
  const own = await post({ blog: { id: said.blogId }, author: yusuf, title: 'Nine ropes' });
  const words = await comment({ post: own, author: mai, body: 'secret one' });
  await setThread(yusuf, { postId: own.id, state: 'closed' });
  await setThread(owner, { postId: own.id, state: 'locked', slowSeconds: '60' });
  await mark(yusuf, { commentId: words.id, what: 'pin', on: '1' });
  await mark(judit, { commentId: words.id, what: 'highlight', on: '1' });
  await trustVotes(owner, { commentId: words.id, on: '1' });
  await setPhrases(owner, { blogId: said.blogId, seen: '0', banned: 'secret two', suspect: '' });
  await setPhrases(judit, { seen: String((await phrasesView(judit, null)).version), banned: 'secret three', suspect: '' });
  await decide(judit, { commentId: words.id, revision: 1, decision: 'remove', reason: 'spam' });
  await undo(judit, { commentId: words.id });
  const machine = { byMachine: true, postId: own.id } as const;
  await db.moderationEvent.create({ data: { ...machine, action: 'slowed', rule: 'heat-reports', reason: '30' } });
  await db.moderationEvent.create({ data: { byMachine: true, commentId: words.id, action: 'released', rule: 'a-day-unread' } });
  const { entries } = await publicLog(undefined);
  const told = entries.map(({ action, rule, role, post: under, lists }) => [action, rule, role, under?.title ?? lists?.blog?.name]);
  expect(told.toSorted((a, b) => String(a[0]).localeCompare(String(b[0])) || String(a[2]).localeCompare(String(b[2])))).toEqual([
    ['highlighted', '', 'site', 'Nine ropes'],
    ['phrases-changed', '', 'blog', 'Low Tide'],
    ['phrases-changed', '', 'site', undefined],
    ['pinned', '', 'writer', 'Nine ropes'],
    ['released', 'a-day-unread', 'machine', 'Nine ropes'],
    ['removed', '', 'site', 'Nine ropes'],
    ['slowed', '', 'blog', 'Nine ropes'],
    ['slowed', 'heat-reports', 'machine', 'Nine ropes'],
    ['thread-closed', '', 'writer', 'Nine ropes'],
    ['thread-locked', '', 'blog', 'Nine ropes'],
    ['undone', '', 'site', 'Nine ropes'],
    ['votes-trusted', '', 'blog', 'Nine ropes'],
  ]);
  expect(JSON.stringify(entries)).not.toMatch(/secret|Ines|Mai|Judit|Yusuf/);
});

test('its pages neither repeat nor skip a decision of the same instant, and a made-up cursor is none', async () => {
  const { mai, said } = await scene();
  const { id: commentId } = await comment({ post: said, author: mai, status: 'rejected' });
  const createdAt = new Date('2026-11-01T08:00:00Z');
  await db.moderationEvent.createMany({
    data: Array.from({ length: 95 }, () => ({ commentId, action: 'hidden', byMachine: true, createdAt })),
  });
  const met: string[] = [];
  for (let before: string | null | undefined; before !== null; ) {
    const page = await publicLog(before);
    met.push(...page.entries.map(({ id }) => id));
    before = page.next;
  }
  expect([met.length, new Set(met).size]).toEqual([95, 95]);
  for (const odd of ['', 'x', '1_x', `999999999999999_${commentId}`, "1'; DROP"]) expect((await publicLog(odd)).entries.length).toBe(40);
});
