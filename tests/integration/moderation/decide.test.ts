import { expect, test } from 'vitest';
import { editComment } from '@/lib/comments/commands/change-comment';
import { reportComment } from '@/lib/comments/commands/report-comment';
import { db } from '@/lib/db/client';
import { changeRole } from '@/lib/moderation/commands/change-role';
import { decide } from '@/lib/moderation/commands/decide';
import { mark, trustVotes } from '@/lib/moderation/commands/thread';
import { undo } from '@/lib/moderation/commands/undo';
import { auditLog, findPeople } from '@/lib/moderation/queries';
import { queue } from '@/lib/moderation/queue/page';
import { blog, comment, member, post } from '../../factories/people';
import { refusalOf, twentyAtOnce } from '../../support/refusal';

async function scene() {
  const [owner, mai] = [await member({ name: 'Ines Duarte' }), await member({ name: 'Mai Tran' })];
  const place = await blog({ owner });
  const said = await post({ blog: place, author: owner });
  const held = await comment({ post: said, author: mai, status: 'held', body: 'May I ask something?' });
  return { owner, mai, place, said, held };
}

test('who may decide about a comment', async () => {
  const { owner, mai, place } = await scene();
  const [editor, writer, blogModerator, stranger, elsewhere] = await Promise.all(Array.from({ length: 5 }, () => member()));
  const judit = await member({ name: 'Judit', role: 'moderator' });
  const ada = await member({ name: 'Ada', role: 'admin' });
  if (!editor || !writer || !blogModerator || !stranger || !elsewhere) throw new Error('five people are needed');
  await blog({ owner: elsewhere });
  await db.blogMember.createMany({
    data: [
      { blogId: place.id, memberId: editor.id, role: 'editor' },
      { blogId: place.id, memberId: writer.id, role: 'writer' },
      { blogId: place.id, memberId: blogModerator.id, role: 'moderator' },
    ],
  });
  const said = await post({ blog: place, author: owner });
  const table: Record<string, string[]> = {};
  for (const [who, actor] of Object.entries({ owner, editor, writer, blogModerator, elsewhere, stranger, mai, judit, ada })) {
    const held = await comment({ post: said, author: mai, status: 'held' });
    const shown = await comment({ post: said, author: mai });
    table[who] = [
      await refusalOf(decide(actor, { commentId: held.id, revision: 1, decision: 'approve' })),
      await refusalOf(decide(actor, { commentId: shown.id, revision: 1, decision: 'remove', reason: 'spam' })),
      await refusalOf(queue(actor)),
      await refusalOf(auditLog(actor, undefined)),
      await refusalOf(changeRole(actor, { handle: stranger.handle, role: 'member' })),
      await refusalOf(findPeople(actor, 'x')),
    ];
  }
  const blogPerson = ['done', 'done', 'done', 'done', 'not-allowed', 'not-found'];
  const nobody = ['not-found', 'not-allowed', 'not-found', 'not-found', 'not-allowed', 'not-found'];
  expect(table).toEqual({
    owner: blogPerson,
    editor: blogPerson,
    blogModerator: blogPerson,
    judit: blogPerson,
    ada: ['done', 'done', 'done', 'done', 'done', 'done'],
    elsewhere: ['not-found', 'not-allowed', 'done', 'done', 'not-allowed', 'not-found'],
    writer: nobody,
    stranger: nobody,
    mai: nobody,
  });
});

test('a decision counts, leaves an audit row of who did what why, and twenty times is once', async () => {
  const { owner, said, held } = await scene();
  await twentyAtOnce(() => decide(owner, { commentId: held.id, revision: 1, decision: 'approve' }));
  const events = await db.moderationEvent.findMany({ where: { commentId: held.id } });
  expect(events).toEqual([
    expect.objectContaining({ actorId: owner.id, action: 'approved', fromStatus: 'held', toStatus: 'visible', byMachine: false }),
  ]);
  expect((await db.post.findUniqueOrThrow({ where: { id: said.id } })).commentCount).toBe(1);
  await decide(owner, { commentId: held.id, revision: 1, decision: 'remove', reason: 'unkind', note: 'Read the rules, please.' });
  const [entry] = (await auditLog(owner, undefined)).entries;
  expect(entry).toMatchObject({ action: 'removed', reason: 'unkind: Read the rules, please.', actor: { name: 'Ines Duarte' } });
  expect(JSON.stringify((await auditLog(owner, undefined)).entries)).not.toContain('May I ask something?');
  expect((await db.post.findUniqueOrThrow({ where: { id: said.id } })).commentCount).toBe(0);
});

test('of two moderators at once one decides, the other is told', async () => {
  const { owner, held } = await scene();
  const judit = await member({ role: 'moderator' });
  const answers = await Promise.all([
    refusalOf(decide(owner, { commentId: held.id, revision: 1, decision: 'remove', reason: 'spam' })),
    refusalOf(decide(judit, { commentId: held.id, revision: 1, decision: 'approve' })),
  ]);
  const { status } = await db.comment.findUniqueOrThrow({ where: { id: held.id } });
  // Approved first, it may still be removed; removed first, the approval comes too late.
  expect(['done,conflict', 'done,done']).toContain(answers.join());
  expect(status).toBe('removed');
});

test('a decision about words that changed meanwhile is a conflict; a removal needs a reason', async () => {
  const { owner, mai, held } = await scene();
  await expect(decide(owner, { commentId: held.id, revision: 1, decision: 'remove' })).rejects.toMatchObject({
    fields: { reason: 'required' },
  });
  await editComment(mai, { commentId: held.id, body: 'Something else.' });
  expect(await refusalOf(decide(owner, { commentId: held.id, revision: 1, decision: 'approve' }))).toBe('conflict');
  expect(await refusalOf(decide(owner, { commentId: held.id, revision: 2, decision: 'approve' }))).toBe('done');
});

test('a report puts a comment into the queue with its reason; an approval answers it, and only another reason asks again', async () => {
  const { owner, mai, said } = await scene();
  const words = await comment({ post: said, author: mai, body: 'Shown and reported.' });
  const waiting = async () => (await queue(owner, { tab: 'reported' })).items.find(({ id }) => id === words.id);
  await reportComment(await member(), { commentId: words.id, reason: 'unkind', note: 'It is about my aunt.' });
  expect(await waiting()).toMatchObject({ status: 'visible', reports: [{ reason: 'unkind', count: 1, note: 'It is about my aunt.' }] });
  await decide(owner, { commentId: words.id, revision: 1, decision: 'approve' });
  expect(await waiting()).toBeUndefined();
  await reportComment(await member(), { commentId: words.id, reason: 'unkind' });
  expect(await waiting()).toBeUndefined();
  await reportComment(await member(), { commentId: words.id, reason: 'spam' });
  expect(await waiting()).toMatchObject({ reports: [{ reason: 'spam', count: 1 }] });
});

test('a report about earlier words is shown with them, and is neither right nor wrong when the later ones are decided on', async () => {
  const { owner, mai, said } = await scene();
  const words = await comment({ post: said, author: mai, body: 'He weighs like his father.' });
  const [before, after] = [await member(), await member()];
  await reportComment(before, { commentId: words.id, reason: 'unkind' });
  await editComment(mai, { commentId: words.id, body: 'He weighs fairly.' });
  await reportComment(after, { commentId: words.id, reason: 'spam' });
  const item = (await queue(owner, { tab: 'reported' })).items.find(({ id }) => id === words.id);
  expect(item?.reported).toEqual([expect.objectContaining({ revision: 1, body: 'He weighs like his father.' })]);
  await decide(owner, { commentId: words.id, revision: 2, decision: 'approve' });
  const outcomes = await db.report.findMany({ where: { commentId: words.id }, orderBy: { revision: 'asc' } });
  expect(outcomes.map(({ outcome, resolvedAt }) => [outcome, resolvedAt !== null])).toEqual([
    [null, true],
    ['dismissed', true],
  ]);
  await undo(owner, { commentId: words.id });
  expect(await db.report.count({ where: { commentId: words.id, resolvedAt: null, outcome: null } })).toBe(2);
});

test('nobody decides about what is their own, nor answers their own report by a decision', async () => {
  const { owner, mai, place, said } = await scene();
  const [editor, judit] = [await member({ name: 'Noor' }), await member({ name: 'Judit', role: 'moderator' })];
  await db.blogMember.create({ data: { blogId: place.id, memberId: editor.id, role: 'editor' } });
  const table: Record<string, string[]> = {};
  for (const [who, actor] of Object.entries({ owner, editor, judit })) {
    const [held, shown] = [await comment({ post: said, author: actor, status: 'held' }), await comment({ post: said, author: actor })];
    await reportComment(mai, { commentId: shown.id, reason: 'unkind' });
    table[who] = [
      await refusalOf(decide(actor, { commentId: held.id, revision: 1, decision: 'approve' })),
      await refusalOf(decide(actor, { commentId: shown.id, revision: 1, decision: 'approve' })),
      await refusalOf(decide(actor, { commentId: shown.id, revision: 1, decision: 'remove', reason: 'spam' })),
      await refusalOf(trustVotes(actor, { commentId: shown.id, on: '1' })),
      await refusalOf(mark(actor, { commentId: shown.id, what: 'highlight', on: '1' })),
      await refusalOf(mark(actor, { commentId: shown.id, what: 'pin', on: '1' })),
      String((await queue(actor, { tab: 'reported' })).items.find(({ id }) => id === shown.id)?.own),
    ];
  }
  const no = 'not-allowed';
  const all = [no, no, no, no, no, 'done', 'true'];
  expect(table).toEqual({ owner: all, editor: all, judit: all });
  const bad = await comment({ post: said, author: mai });
  await reportComment(owner, { commentId: bad.id, reason: 'spam' });
  await reportComment(await member(), { commentId: bad.id, reason: 'spam' });
  await decide(owner, { commentId: bad.id, revision: 1, decision: 'remove', reason: 'spam' });
  const outcomes = await db.report.findMany({ where: { commentId: bad.id, resolvedAt: { not: null } }, orderBy: { id: 'asc' } });
  expect(outcomes.map(({ outcome }) => outcome)).toEqual([null, 'upheld']);
});

test('the last admin stays one', async () => {
  await db.member.updateMany({ where: { role: 'admin' }, data: { role: 'member' } });
  const ada = await member({ role: 'admin' });
  await expect(changeRole(ada, { handle: ada.handle, role: 'member' })).rejects.toMatchObject({ fields: { role: 'last-admin' } });
  const judit = await member();
  await changeRole(ada, { handle: judit.handle, role: 'admin' });
  await changeRole(ada, { handle: ada.handle, role: 'member' });
  expect(await db.member.count({ where: { role: 'admin' } })).toBe(1);
});

test('a page that another moderator has answered since decides nothing over them', async () => {
  const { owner, said, mai } = await scene();
  const judit = await member({ role: 'moderator' });
  const words = await comment({ post: said, author: mai });
  await reportComment(await member(), { commentId: words.id, reason: 'spam' });
  await decide(judit, { commentId: words.id, revision: 1, decision: 'approve' });
  expect(await refusalOf(decide(owner, { commentId: words.id, revision: 1, decision: 'remove', reason: 'spam', seen: '' }))).toBe(
    'conflict',
  );
  expect((await db.comment.findUniqueOrThrow({ where: { id: words.id } })).status).toBe('visible');
});

test('what decides nothing, as a pin or a mark, does not keep a decision from being undone', async () => {
  const { owner, held } = await scene();
  await decide(owner, { commentId: held.id, revision: 1, decision: 'approve' });
  await mark(owner, { commentId: held.id, what: 'highlight', on: '1' });
  await mark(owner, { commentId: held.id, what: 'pin', on: '1' });
  await undo(owner, { commentId: held.id });
  expect((await db.comment.findUniqueOrThrow({ where: { id: held.id } })).status).toBe('held');
});

test('the queue is narrowed to any rule of screening, whatever it led to', async () => {
  const { owner, said, mai } = await scene();
  const made = [];
  for (const [rule, toStatus] of [
    ['banned-word', 'rejected'],
    ['suspect-word', 'visible'],
    ['flood', 'held'],
  ] as const) {
    const { id } = await comment({ post: said, author: mai, status: toStatus });
    await db.moderationEvent.create({ data: { commentId: id, action: 'screened', rule, toStatus, byMachine: true } });
    made.push(id);
    expect((await queue(owner, { tab: 'all', rule })).items.map((item) => item.id)).toEqual([id]);
  }
  expect(made).toHaveLength(3);
});
