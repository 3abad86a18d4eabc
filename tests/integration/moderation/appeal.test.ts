import { expect, test } from 'vitest';
import { editComment, withdrawComment } from '@/lib/comments/commands/change-comment';
import { reportComment } from '@/lib/comments/commands/report-comment';
import { db } from '@/lib/db/client';
import { decisionsAgainst } from '@/lib/moderation/appeals';
import { appeal } from '@/lib/moderation/commands/appeal';
import { decide } from '@/lib/moderation/commands/decide';
import { decideAppeal } from '@/lib/moderation/commands/decide-appeal';
import { undo } from '@/lib/moderation/commands/undo';
import { lastDecisions } from '@/lib/moderation/decided';
import { appealMail, removalMail } from '@/lib/moderation/mails';
import { openAppeals } from '@/lib/moderation/open-appeals';
import { blog, comment, member, post } from '../../factories/people';
import { refusalOf, twentyAtOnce } from '../../support/refusal';
import { threadAt } from '../../support/thread';

async function scene() {
  const [owner, mai] = [await member({ name: 'Ines Duarte' }), await member({ name: 'Mai Tran', language: 'vi' })];
  const judit = await member({ name: 'Judit Farkas', role: 'moderator' });
  const place = await blog({ owner });
  const said = await post({ blog: place, author: owner, title: 'Five weights' });
  const words = await comment({ post: said, author: mai, ups: 4, downs: 1 });
  return { owner, mai, judit, place, said, words };
}

async function removedBy(moderator: Awaited<ReturnType<typeof member>>, commentId: string): Promise<string> {
  await decide(moderator, { commentId, revision: 1, decision: 'remove', reason: 'unkind', note: 'Not about her aunt.' });
  return (await db.moderationEvent.findFirstOrThrow({ where: { commentId, action: 'removed' } })).id;
}

const machineEvent = (commentId: string, data: object = {}) =>
  db.moderationEvent.create({
    data: { commentId, action: 'screened', rule: 'banned-word', byMachine: true, toStatus: 'rejected', ...data },
  });
const countOf = async (id: string) => (await db.post.findUniqueOrThrow({ where: { id } })).commentCount;

test('who may appeal, and against what', async () => {
  const { owner, mai, judit, said, words } = await scene();
  const eventId = await removedBy(owner, words.id);
  const table: Record<string, string> = {};
  for (const [who, actor] of Object.entries({ owner, judit, stranger: await member(), ada: await member({ role: 'admin' }) }))
    table[who] = await refusalOf(appeal(actor, { eventId, text: 'Please.' }));
  const shown = await comment({ post: said, author: mai });
  const passed = await machineEvent(shown.id, { toStatus: 'visible', rule: 'none' });
  table['what let it through'] = await refusalOf(appeal(mai, { eventId: passed.id, text: 'Please.' }));
  const held = await comment({ post: said, author: mai, status: 'held' });
  const waits = await machineEvent(held.id, { toStatus: 'held', rule: 'newcomer' });
  table['a newcomer’s wait'] = await refusalOf(appeal(mai, { eventId: waits.id, text: 'Please.' }));
  const back = await comment({ post: said, author: mai });
  const once = await machineEvent(back.id);
  table['what is shown again'] = await refusalOf(appeal(mai, { eventId: once.id, text: 'Please.' }));
  const own = await comment({ post: said, author: mai, status: 'rejected' });
  const rejected = await machineEvent(own.id);
  await withdrawComment(mai, { commentId: own.id });
  table['what was withdrawn'] = await refusalOf(appeal(mai, { eventId: rejected.id, text: 'Please.' }));
  table['no words'] = await refusalOf(appeal(mai, { eventId, text: '  \0 ' }));
  table['2001 letters'] = await refusalOf(appeal(mai, { eventId, text: 'x'.repeat(2001) }));
  table['a role of the site'] = await refusalOf(
    appeal(mai, { eventId: (await db.moderationEvent.create({ data: { action: 'role-changed', actorId: mai.id } })).id, text: 'Please.' }),
  );
  table['their own'] = await refusalOf(appeal(mai, { eventId, text: 'x'.repeat(2000) }));
  expect(table).toEqual({
    owner: 'not-found',
    judit: 'not-found',
    stranger: 'not-found',
    ada: 'not-found',
    'what let it through': 'not-found',
    'a newcomer’s wait': 'not-found',
    'what is shown again': 'conflict',
    'what was withdrawn': 'gone',
    'no words': 'invalid',
    '2001 letters': 'invalid',
    'a role of the site': 'not-found',
    'their own': 'done',
  });
});

test('an appeal is taken for six months and not a second longer', async () => {
  const { mai, said } = await scene();
  for (const [seconds, answer] of [
    [0, 'done'],
    [1, 'not-allowed'],
  ] as const) {
    const words = await comment({ post: said, author: mai, status: 'rejected' });
    const { id } = await machineEvent(words.id, { createdAt: new Date('2026-01-15T10:00:00Z') });
    const now = new Date(Date.parse('2026-07-15T10:00:00Z') + seconds * 1000);
    expect((await decisionsAgainst(mai, words.id, now))[0]?.mayAppeal).toBe(answer === 'done');
    expect(await refusalOf(appeal(mai, { eventId: id, text: 'Please.' }, now))).toBe(answer);
  }
});

test('twenty appeals at once are one, with one receipt; other words later get the same', async () => {
  const { owner, mai, words } = await scene();
  const eventId = await removedBy(owner, words.id);
  const answers = await twentyAtOnce(() => appeal(mai, { eventId, text: 'It was about my own aunt.' }));
  const receipts = new Set(answers.map((answer) => (answer.status === 'fulfilled' ? answer.value.id : 'refused')));
  expect(receipts.size).toBe(1);
  expect((await appeal(mai, { eventId, text: 'And another thing.' })).id).toBe([...receipts][0]);
  expect(await db.moderationEvent.count({ where: { commentId: words.id, action: 'appealed' } })).toBe(1);
  expect((await db.appeal.findUniqueOrThrow({ where: { eventId } })).text).toBe('It was about my own aunt.');
});

test('who may answer an appeal: another human, where they moderate', async () => {
  const { owner, mai, judit, place, said } = await scene();
  const [editor, blogModerator, writer, stranger, elsewhere] = await Promise.all(Array.from({ length: 5 }, () => member()));
  const ada = await member({ role: 'admin' });
  if (!editor || !blogModerator || !writer || !stranger || !elsewhere) throw new Error('five people are needed');
  await blog({ owner: elsewhere });
  const roles = { editor, moderator: blogModerator, writer } as const;
  for (const [role, { id }] of Object.entries(roles) as ['editor' | 'moderator' | 'writer', { id: string }][])
    await db.blogMember.create({ data: { blogId: place.id, memberId: id, role } });
  const table: Record<string, string[]> = {};
  for (const [who, actor] of Object.entries({ owner, editor, blogModerator, judit, ada, writer, stranger, elsewhere, mai })) {
    const answers: string[] = [];
    for (const first of ['owner', 'judit', 'machine'] as const) {
      const words = await comment({ post: said, author: mai, status: first === 'machine' ? 'rejected' : 'visible' });
      const eventId =
        first === 'machine' ? (await machineEvent(words.id)).id : await removedBy(first === 'owner' ? owner : judit, words.id);
      await db.limitCounter.deleteMany();
      const { id } = await appeal(mai, { eventId, text: 'Please.' });
      answers.push(await refusalOf(decideAppeal(actor, { appealId: id, outcome: 'reversed' })));
    }
    table[who] = [...answers, await refusalOf(openAppeals(actor))];
  }
  const nobody = ['not-found', 'not-found', 'not-found', 'not-found'];
  expect(table).toEqual({
    owner: ['not-allowed', 'done', 'done', 'done'],
    editor: ['done', 'done', 'done', 'done'],
    blogModerator: ['done', 'done', 'done', 'done'],
    judit: ['done', 'not-allowed', 'done', 'done'],
    ada: ['done', 'done', 'done', 'done'],
    writer: nobody,
    stranger: nobody,
    elsewhere: ['not-found', 'not-found', 'not-found', 'done'],
    mai: nobody,
  });
  const own = await comment({ post: said, author: blogModerator });
  const { id } = await appeal(blogModerator, { eventId: await removedBy(owner, own.id), text: 'I moderate here.' });
  expect(await refusalOf(decideAppeal(blogModerator, { appealId: id, outcome: 'reversed' }))).toBe('not-allowed');
});

test('a reversed decision brings the comment back to its place, with its votes, its answers and the count', async () => {
  const { owner, mai, judit, said, words } = await scene();
  await comment({ post: said, author: owner, parent: words });
  await comment({ post: said, author: owner, minutesAgo: 5 });
  const before = await threadAt(said.id, { view: 'oldest' });
  const row = await db.comment.update({ where: { id: words.id }, data: { reportWeight: 2 } });
  await reportComment(await member(), { commentId: words.id, reason: 'unkind' });
  const { id } = await appeal(mai, { eventId: await removedBy(owner, words.id), text: 'It was about my own aunt.' });
  expect([await countOf(said.id), (await openAppeals(judit)).find((one) => one.id === id)?.bar]).toEqual([2, null]);
  expect((await openAppeals(owner)).find((one) => one.id === id)?.bar).toBe('decided-first');
  await twentyAtOnce(() => decideAppeal(judit, { appealId: id, outcome: 'reversed', words: 'You are right.' }));
  const after = await threadAt(said.id, { view: 'oldest' });
  // To whoever has the page open without it, it is new: it alone is of another hour.
  const shownAgain = (await db.comment.findUniqueOrThrow({ where: { id: words.id } })).shownAt;
  const renewed = (_: string, value: { id?: string } | null) => (value?.id === words.id ? { ...value, shownAt: shownAgain } : value);
  expect(JSON.stringify(after)).toBe(JSON.stringify({ ...before, newest: shownAgain }, renewed));
  expect(shownAgain?.getTime()).toBeGreaterThan(before.newest?.getTime() ?? 0);
  const { score: _, shownAt: __, ...kept } = row;
  expect(await db.comment.findUniqueOrThrow({ where: { id: words.id } })).toMatchObject({ ...kept, status: 'visible', reportWeight: 0 });
  expect(await countOf(said.id)).toBe(3);
  expect(await db.report.count({ where: { commentId: words.id, resolvedAt: null } })).toBe(0);
  const events = await db.moderationEvent.findMany({ where: { commentId: words.id }, orderBy: { seq: 'asc' } });
  expect(events.map(({ action, byRole }) => [action, byRole])).toEqual([
    ['removed', 'blog'],
    ['appealed', ''],
    ['appeal-reversed', 'site'],
  ]);
});

test('the filter and the reporters’ records learn what a granted appeal says, and nothing of a refused one', async () => {
  const { mai, judit, said } = await scene();
  const ada = await member({ name: 'Ada', role: 'admin' });
  const table: Record<string, unknown[]> = {};
  for (const outcome of ['reversed', 'upheld'] as const) {
    const words = await comment({ post: said, author: mai });
    await reportComment(await member(), { commentId: words.id, reason: 'spam' });
    const { id } = await appeal(mai, { eventId: await removedBy(ada, words.id), text: 'Please.' });
    await twentyAtOnce(() => decideAppeal(judit, { appealId: id, outcome, words: 'So it is.' }));
    const lesson = await db.filterDecision.findFirstOrThrow({ where: { commentId: words.id, superseded: false } });
    const report = await db.report.findFirstOrThrow({ where: { commentId: words.id }, include: { settledBy: true } });
    table[outcome] = [lesson.unwanted, lesson.moderatorId === judit.id, report.outcome, report.settledBy?.action];
  }
  expect(table).toEqual({ reversed: [false, true, 'dismissed', 'appeal-reversed'], upheld: [true, false, 'upheld', 'removed'] });
});

test('an upheld decision needs words, stays, and a second answer is told so', async () => {
  const { owner, mai, judit, words } = await scene();
  const { id } = await appeal(mai, { eventId: await removedBy(owner, words.id), text: 'Please.' });
  await expect(decideAppeal(judit, { appealId: id, outcome: 'upheld' })).rejects.toMatchObject({ fields: { words: 'required' } });
  await decideAppeal(judit, { appealId: id, outcome: 'upheld', words: 'It names her.' });
  await decideAppeal(judit, { appealId: id, outcome: 'upheld', words: 'It names her.' });
  const ada = await member({ role: 'admin' });
  expect(await refusalOf(decideAppeal(ada, { appealId: id, outcome: 'reversed' }))).toBe('conflict');
  expect(await refusalOf(decideAppeal(judit, { appealId: id, outcome: 'reversed' }))).toBe('conflict');
  expect((await db.comment.findUniqueOrThrow({ where: { id: words.id } })).status).toBe('removed');
  const [decision] = await decisionsAgainst(mai, words.id, new Date());
  expect(decision).toMatchObject({ reason: 'unkind', said: 'Not about her aunt.', mayAppeal: false });
  expect(decision?.appeal).toMatchObject({
    outcome: 'upheld',
    answer: 'It names her.',
    receipt: expect.stringMatching(/^[0-9A-F]{4}-[0-9A-F]{4}$/),
  });
  expect(await decisionsAgainst(owner, words.id, new Date())).toEqual([]);
});

test('of two moderators who answer at once one does, the other is told', async () => {
  const { owner, mai, judit, words } = await scene();
  const ada = await member({ role: 'admin' });
  const { id } = await appeal(mai, { eventId: await removedBy(owner, words.id), text: 'Please.' });
  const answers = await Promise.all([
    refusalOf(decideAppeal(judit, { appealId: id, outcome: 'reversed' })),
    refusalOf(decideAppeal(ada, { appealId: id, outcome: 'upheld', words: 'No.' })),
  ]);
  expect(answers.sort()).toEqual(['conflict', 'done']);
});

test('what was withdrawn meanwhile stays so; a decision from the queue answers the appeal against a machine', async () => {
  const { mai, judit, said } = await scene();
  const rejected = await comment({ post: said, author: mai, status: 'rejected' });
  const { id } = await appeal(mai, { eventId: (await machineEvent(rejected.id)).id, text: 'Please.' });
  await withdrawComment(mai, { commentId: rejected.id });
  expect(await refusalOf(decideAppeal(judit, { appealId: id, outcome: 'reversed' }))).toBe('gone');
  expect(await openAppeals(judit)).not.toContainEqual(expect.objectContaining({ id }));
  const other = await comment({ post: said, author: mai, status: 'rejected' });
  const second = await appeal(mai, { eventId: (await machineEvent(other.id)).id, text: 'Please.' });
  await decide(judit, { commentId: other.id, revision: 1, decision: 'approve' });
  expect(await db.appeal.findUniqueOrThrow({ where: { id: second.id } })).toMatchObject({ outcome: 'reversed', decidedById: judit.id });
  const answered = await db.moderationEvent.findFirstOrThrow({ where: { commentId: other.id, action: 'appeal-reversed' } });
  expect([answered.actorId, answered.byRole]).toEqual([judit.id, 'site']);
  await editComment(mai, { commentId: other.id, body: 'The fourth weight is right.' });
});

test('the person is told in their language, and not when it is over', async () => {
  const { owner, mai, judit, words } = await scene();
  const eventId = await removedBy(owner, words.id);
  const mail = await removalMail(eventId);
  expect(mail).toMatchObject({ to: mai.email, language: 'vi', button: { url: expect.stringContaining(`/comments/${words.id}`) } });
  expect(mail?.paragraphs.join(' ')).toContain('Not about her aunt.');
  const { id } = await appeal(mai, { eventId, text: 'Please.' });
  expect(await appealMail(id)).toBeNull();
  await decideAppeal(judit, { appealId: id, outcome: 'reversed', words: 'Đúng vậy.' });
  expect(await removalMail(eventId)).toBeNull();
  expect(await appealMail(id)).toMatchObject({ to: mai.email, language: 'vi', subject: expect.stringContaining('Khiếu nại') });
  await db.member.update({ where: { id: mai.id }, data: { emailVerifiedAt: null } });
  expect(await appealMail(id)).toBeNull();
});

test('a removal’s mail waits while it can be undone, and one that was undone has none', async () => {
  const { owner, mai, words } = await scene();
  const first = await removedBy(owner, words.id);
  const [job] = await db.$queryRaw<{ seconds: number }[]>`
    SELECT extract(epoch FROM start_after - created_on)::float8 AS seconds FROM pgboss.job
    WHERE name = 'mail.comment-removed' AND data->>'eventId' = ${first}`;
  expect(job?.seconds).toBeCloseTo(600, -1);
  await undo(owner, { commentId: words.id });
  expect(await removalMail(first)).toBeNull();
  await decide(owner, { commentId: words.id, revision: 1, decision: 'remove', reason: 'spam' });
  const again = await db.moderationEvent.findFirstOrThrow({ where: { commentId: words.id, action: 'removed' }, orderBy: { seq: 'desc' } });
  expect([await removalMail(first), (await removalMail(again.id))?.to]).toEqual([null, mai.email]);
});

test('a decision from the queue that answered an appeal can be undone: the appeal waits again, and is mailed once, for the last', async () => {
  const { mai, judit, said } = await scene();
  const words = await comment({ post: said, author: mai, status: 'rejected' });
  const { id } = await appeal(mai, { eventId: (await machineEvent(words.id)).id, text: 'Please.' });
  const approve = () => decide(judit, { commentId: words.id, revision: 1, decision: 'approve' });
  const answeredBy = async () => (await db.appeal.findUniqueOrThrow({ where: { id } })).settledById;
  await approve();
  const first = (await answeredBy()) ?? '';
  expect((await lastDecisions([words.id])).get(words.id)).toMatchObject({ id: first, action: 'approved' });
  await twentyAtOnce(() => undo(judit, { commentId: words.id }));
  expect((await db.comment.findUniqueOrThrow({ where: { id: words.id } })).status).toBe('rejected');
  expect(await db.appeal.findUniqueOrThrow({ where: { id } })).toMatchObject({ outcome: null, decidedById: null, decidedAt: null });
  expect(await openAppeals(judit)).toContainEqual(expect.objectContaining({ id, bar: null }));
  expect(await appealMail(id, first)).toBeNull();
  await approve();
  const mails = [await appealMail(id, first), await appealMail(id), await appealMail(id, (await answeredBy()) ?? '')];
  expect(mails.map((mail) => mail?.to)).toEqual([undefined, undefined, mai.email]);
});

test('what another human answered since is not undone by who decided first', async () => {
  const { owner, mai, judit, words } = await scene();
  const { id } = await appeal(mai, { eventId: await removedBy(owner, words.id), text: 'Please.' });
  await decideAppeal(judit, { appealId: id, outcome: 'upheld', words: 'It stays.' });
  expect(await refusalOf(undo(owner, { commentId: words.id }))).toBe('conflict');
});
