import { expect, test } from 'vitest';
import { postComment } from '@/lib/comments/commands/post-comment';
import { db } from '@/lib/db/client';
import { decisionsAgainst } from '@/lib/moderation/appeals';
import { advanceSweep } from '@/lib/moderation/commands/advance-sweep';
import { appeal } from '@/lib/moderation/commands/appeal';
import { banAndRemove } from '@/lib/moderation/commands/ban-and-remove';
import { decideAppeal } from '@/lib/moderation/commands/decide-appeal';
import { lift } from '@/lib/moderation/commands/lift';
import { sanction } from '@/lib/moderation/commands/sanction';
import { undoSweep } from '@/lib/moderation/commands/undo-sweep';
import { appealMail } from '@/lib/moderation/mails';
import { openAppeals } from '@/lib/moderation/open-appeals';
import { publicLog } from '@/lib/moderation/public-log';
import { queueCounts } from '@/lib/moderation/queue/page';
import { sanctionMail } from '@/lib/moderation/sanction-mail';
import { standingOf } from '@/lib/moderation/standing';
import { blog, comment, type FactoryMember, member, post } from '../../factories/people';
import { refusalOf, twentyAtOnce } from '../../support/refusal';

/** Ines runs a blog with Omar as its moderator; Judit and Ada moderate the site; Mai wrote under a post. */
async function scene() {
  const [ines, omar, mai] = [await member({ name: 'Ines' }), await member({ name: 'Omar' }), await member({ name: 'Mai', language: 'vi' })];
  const [judit, ada] = [await member({ name: 'Judit', role: 'moderator' }), await member({ name: 'Ada', role: 'admin' })];
  const tide = await blog({ owner: ines, name: 'Tide', others: [{ member: omar, role: 'moderator' }] });
  const said = await post({ blog: tide, author: ines });
  const words = [await comment({ post: said, author: mai }), await comment({ post: said, author: mai, status: 'held' })];
  return { ines, omar, mai, judit, ada, tide, said, words };
}

const eventOf = async (person: { id: string }, action = 'banned') =>
  (await db.moderationEvent.findFirstOrThrow({ where: { personId: person.id, action }, orderBy: { seq: 'desc' } })).id;
const suspended = { kind: 'suspended', days: 9, reason: 'unkind', note: 'Twice.' };
const toTheEnd = async (sweepId: string) => {
  for (let piece = 0; piece < 5; piece += 1) await advanceSweep(sweepId, 1);
};
const holding = (person: { id: string }) => db.sanction.count({ where: { memberId: person.id, liftedAt: null } });

test('who may appeal a sanction: the one whom it is about, where it holds', async () => {
  const { ines, omar, mai, judit, ada, tide } = await scene();
  for (const kind of ['limited', 'suspended', 'banned']) await sanction(judit, { ...suspended, handle: mai.handle, kind });
  const eventId = await eventOf(mai);
  const table: Record<string, string> = {};
  for (const [who, actor] of Object.entries({ ines, omar, judit, ada, stranger: await member() }))
    table[who] = await refusalOf(appeal(actor, { eventId, text: 'Please.' }));
  await sanction(ines, { ...suspended, handle: mai.handle, blogId: tide.id });
  const lifted = await db.sanction.findFirstOrThrow({ where: { memberId: mai.id, blogId: tide.id } });
  const ended = await eventOf(mai, 'suspended');
  await lift(ines, { sanctionId: lifted.id });
  table['what was lifted'] = await refusalOf(appeal(mai, { eventId: ended, text: 'Please.' }));
  table['the lifting of it'] = await refusalOf(appeal(mai, { eventId: await eventOf(mai, 'lifted'), text: 'Please.' }));
  table['no words'] = await refusalOf(appeal(mai, { eventId, text: ' ' }));
  for (const kind of ['limited', 'banned'])
    table[kind] = await refusalOf(appeal(mai, { eventId: await eventOf(mai, kind), text: 'Please.' }));
  expect(table).toEqual({
    ines: 'not-found',
    omar: 'not-found',
    judit: 'not-found',
    ada: 'not-found',
    stranger: 'not-found',
    'what was lifted': 'conflict',
    'the lifting of it': 'not-found',
    'no words': 'invalid',
    limited: 'done',
    banned: 'done',
  });
});

test('a sanction may be appealed for six months and not a second longer, and not once it is over', async () => {
  const { mai, judit } = await scene();
  const day = new Date('2026-01-15T10:00:00Z');
  await sanction(judit, { ...suspended, handle: mai.handle, kind: 'banned' }, day);
  await sanction(judit, { ...suspended, handle: mai.handle }, day);
  const at = (instant: string) => new Date(instant);
  const may = async (now: Date) => (await standingOf(mai, now)).held.map(({ kind, mayAppeal }) => [kind, mayAppeal]);
  expect(await may(at('2026-01-20T10:00:00Z'))).toEqual(
    expect.arrayContaining([
      ['suspended', true],
      ['banned', true],
    ]),
  );
  expect(await may(at('2026-07-15T10:00:00Z'))).toEqual([['banned', true]]);
  expect(await may(at('2026-07-15T10:00:01Z'))).toEqual([['banned', false]]);
  const tries = async (action: string, now: Date) => refusalOf(appeal(mai, { eventId: await eventOf(mai, action), text: 'Please.' }, now));
  expect([
    await tries('suspended', at('2026-01-25T10:00:00Z')),
    await tries('banned', at('2026-07-15T10:00:01Z')),
    await tries('banned', at('2026-07-15T10:00:00Z')),
  ]).toEqual(['conflict', 'not-allowed', 'done']);
});

test('twenty appeals at once are one, with one receipt, and its person reads it beside what holds', async () => {
  const { mai, judit } = await scene();
  await sanction(judit, { ...suspended, handle: mai.handle });
  const eventId = await eventOf(mai, 'suspended');
  const answers = await twentyAtOnce(() => appeal(mai, { eventId, text: 'It was once.' }));
  expect(new Set(answers.map((answer) => (answer.status === 'fulfilled' ? answer.value.id : 'refused'))).size).toBe(1);
  await appeal(mai, { eventId, text: 'And another thing.' });
  expect(await db.moderationEvent.count({ where: { personId: mai.id, action: 'appealed' } })).toBe(1);
  const [told] = (await standingOf(mai, new Date())).held;
  expect(told).toMatchObject({ mayAppeal: false, appeal: { text: 'It was once.', outcome: null } });
  expect(told?.appeal?.receipt).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}$/);
  // What waits for an answer is not put in the place of another.
  expect(await refusalOf(sanction(judit, { ...suspended, handle: mai.handle, days: 30 }))).toBe('conflict');
  expect(await refusalOf(sanction(judit, { ...suspended, handle: mai.handle, kind: 'banned' }))).toBe('done');
});

test('who may answer: another human, where they moderate; of the whole site, one of the site', async () => {
  const { ines, omar, mai, judit, ada, tide } = await scene();
  const [stranger, elsewhere] = [await member(), await member()];
  await blog({ owner: elsewhere });
  const table: Record<string, string[]> = {};
  for (const [who, actor] of Object.entries({ ines, omar, judit, ada, stranger, elsewhere, mai })) {
    table[who] = [];
    for (const [by, blogId] of [
      [ines, tide.id],
      [judit, tide.id],
      [judit, ''],
    ] as const) {
      await db.sanction.deleteMany({ where: { memberId: mai.id } });
      await sanction(by, { ...suspended, handle: mai.handle, blogId });
      await db.limitCounter.deleteMany();
      const { id } = await appeal(mai, { eventId: await eventOf(mai, 'suspended'), text: 'Please.' });
      table[who]?.push(await refusalOf(decideAppeal(actor, { appealId: id, outcome: 'upheld', words: 'It stays.' })));
    }
  }
  const [no, barred, yes] = ['not-found', 'not-allowed', 'done'];
  expect(table).toEqual({
    ines: [barred, yes, no],
    omar: [yes, yes, no],
    judit: [yes, barred, barred],
    ada: [yes, yes, yes],
    stranger: [no, no, no],
    elsewhere: [no, no, no],
    mai: [no, no, no],
  });
  await db.blogMember.create({ data: { blogId: tide.id, memberId: mai.id, role: 'moderator' } });
  await db.sanction.deleteMany({ where: { memberId: mai.id } });
  await db.sanction.create({ data: { memberId: mai.id, blogId: tide.id, kind: 'limited', reason: 'spam' } });
  const { id: sanctionId } = await db.sanction.findFirstOrThrow({ where: { memberId: mai.id } });
  const event = await db.moderationEvent.create({
    data: { personId: mai.id, blogId: tide.id, sanctionId, action: 'limited', actorId: ines.id },
  });
  const own = await appeal(mai, { eventId: event.id, text: 'I moderate here.' });
  expect(await refusalOf(decideAppeal(mai, { appealId: own.id, outcome: 'reversed' }))).toBe('not-allowed');
});

test('granted, a ban is lifted, what it removed is back, its person may write and is told; refused, they get words', async () => {
  const { mai, judit, ada, said, words } = await scene();
  const { sweepId } = await banAndRemove(judit, { handle: mai.handle, days: 2, reason: 'spam' });
  await toTheEnd(sweepId);
  expect(await refusalOf(postComment(mai, { postId: said.id, body: 'May I?' }))).toBe('invalid');
  const eventId = await eventOf(mai);
  const { id } = await appeal(mai, { eventId, text: 'It was my cousin.' });
  await twentyAtOnce(() => decideAppeal(ada, { appealId: id, outcome: 'reversed', words: 'You are right.' }));
  await toTheEnd(sweepId);
  expect(await db.sweep.findUniqueOrThrow({ where: { id: sweepId } })).toMatchObject({
    state: 'undone',
    done: 2,
    returned: 2,
    undoneById: ada.id,
  });
  const back = await db.comment.findMany({ where: { id: { in: words.map((one) => one.id) } }, orderBy: { id: 'asc' } });
  expect(back.map(({ status }) => status)).toEqual(['visible', 'held']);
  expect((await db.post.findUniqueOrThrow({ where: { id: said.id } })).commentCount).toBe(1);
  expect([await holding(mai), await refusalOf(postComment(mai, { postId: said.id, body: 'Thank you.' }))]).toEqual([0, 'done']);
  const events = await db.moderationEvent.findMany({ where: { personId: mai.id }, orderBy: { seq: 'asc' } });
  expect(events.map(({ action, byRole }) => [action, byRole])).toEqual([
    ['banned', 'site'],
    ['appealed', ''],
    ['appeal-reversed', 'site'],
  ]);
  const mail = await appealMail(id);
  expect(mail).toMatchObject({ to: mai.email, language: 'vi', button: { url: expect.stringContaining('/settings#standing') } });
  expect(mail?.paragraphs.join(' ')).toMatch(/Quyết định được rút lại.*You are right\./s);
  expect((await standingOf(mai, new Date())).held).toMatchObject([
    { over: true, appeal: { outcome: 'reversed', answer: 'You are right.' } },
  ]);
  expect((await publicLog(undefined)).entries[0]).toMatchObject({
    action: 'appeal-reversed',
    role: 'site',
    person: { blog: null },
    post: null,
  });

  await sanction(judit, { ...suspended, handle: mai.handle });
  const second = await appeal(mai, { eventId: await eventOf(mai, 'suspended'), text: 'Again?' });
  await expect(decideAppeal(ada, { appealId: second.id, outcome: 'upheld' })).rejects.toMatchObject({ fields: { words: 'required' } });
  await decideAppeal(ada, { appealId: second.id, outcome: 'upheld', words: 'It was you.' });
  expect(await refusalOf(decideAppeal(ada, { appealId: second.id, outcome: 'reversed' }))).toBe('conflict');
  expect([await holding(mai), (await appealMail(second.id))?.paragraphs.join(' ')]).toEqual([1, expect.stringContaining('It was you.')]);
});

test('what was removed with a ban is one decision with it, and is appealed there', async () => {
  const { mai, judit, ada, words } = await scene();
  const { sweepId } = await banAndRemove(judit, { handle: mai.handle, days: 2, reason: 'spam' });
  await toTheEnd(sweepId);
  const [decision] = await decisionsAgainst(mai, words[0]?.id ?? '', new Date());
  expect(decision).toMatchObject({ reason: 'spam', withBan: true, mayAppeal: false });
  expect(await refusalOf(appeal(mai, { eventId: decision?.eventId, text: 'This one is fine.' }))).toBe('not-allowed');
  // The ban is lifted, the removals stay: they may be appealed still, and the answer gives them back.
  const { id: sanctionId } = await db.sanction.findFirstOrThrow({ where: { memberId: mai.id } });
  await lift(judit, { sanctionId });
  expect((await standingOf(mai, new Date())).held).toMatchObject([{ over: true, mayAppeal: true, swept: { days: 2, count: 2 } }]);
  const { id } = await appeal(mai, { eventId: await eventOf(mai), text: 'Give them back.' });
  await decideAppeal(ada, { appealId: id, outcome: 'reversed' });
  await toTheEnd(sweepId);
  expect(await db.comment.count({ where: { authorId: mai.id, status: 'removed' } })).toBe(0);
});

test('lifted or taken back by hand, an appeal that waits is answered by it', async () => {
  const { mai, judit, ines, tide } = await scene();
  await sanction(ines, { ...suspended, handle: mai.handle, blogId: tide.id });
  const first = await appeal(mai, { eventId: await eventOf(mai, 'suspended'), text: 'Please.' });
  const { id: sanctionId } = await db.sanction.findFirstOrThrow({ where: { memberId: mai.id } });
  await twentyAtOnce(() => lift(ines, { sanctionId }));
  const { sweepId } = await banAndRemove(judit, { handle: mai.handle, days: 2, reason: 'spam' });
  await toTheEnd(sweepId);
  const second = await appeal(mai, { eventId: await eventOf(mai), text: 'Please.' });
  await lift(judit, { sanctionId: (await db.sanction.findFirstOrThrow({ where: { memberId: mai.id, liftedAt: null } })).id });
  const outcome = async (id: string) => (await db.appeal.findUniqueOrThrow({ where: { id } })).outcome;
  // The removals stay away, so the appeal against them waits.
  expect([await outcome(first.id), await outcome(second.id)]).toEqual(['reversed', null]);
  await undoSweep(judit, { sweepId });
  expect(await outcome(second.id)).toBe('reversed');
  const granted = await db.moderationEvent.findMany({ where: { personId: mai.id, action: 'appeal-reversed' }, orderBy: { seq: 'asc' } });
  expect(granted.map(({ byRole }) => byRole)).toEqual(['blog', 'site']);
});

test('each moderator’s tab counts and shows first what they may decide, of comments and of sanctions', async () => {
  const { ines, omar, mai, judit, tide, said } = await scene();
  const seen = async (who: FactoryMember) => {
    const items = await openAppeals(who);
    return { count: (await queueCounts(who)).appeals, items: items.map(({ about, bar }) => [about.kind, bar]) };
  };
  const rejected = await comment({ post: said, author: mai, status: 'rejected' });
  await sanction(ines, { ...suspended, handle: mai.handle, blogId: tide.id });
  await appeal(mai, { eventId: await eventOf(mai, 'suspended'), text: 'First.' });
  const event = await db.moderationEvent.create({
    data: { commentId: rejected.id, action: 'screened', rule: 'banned-word', byMachine: true, toStatus: 'rejected' },
  });
  await appeal(mai, { eventId: event.id, text: 'Second.' });
  const [before, siteBefore] = [await seen(omar), (await seen(judit)).count];
  expect(before).toEqual({
    count: 2,
    items: [
      ['suspended', null],
      ['comment', null],
    ],
  });
  expect(await seen(ines)).toEqual({
    count: 1,
    items: [
      ['comment', null],
      ['suspended', 'decided-first'],
    ],
  });
  await sanction(judit, { ...suspended, kind: 'banned', handle: mai.handle });
  await appeal(mai, { eventId: await eventOf(mai), text: 'Third.' });
  // Of the whole site: no blog's moderator sees it, and Judit decided it.
  expect([await seen(omar), (await seen(judit)).count]).toEqual([before, siteBefore]);
  expect((await seen(judit)).items.at(-1)).toEqual(['banned', 'decided-first']);
});

test('the mail of a sanction says how to appeal, and until when', async () => {
  const { mai, judit } = await scene();
  await sanction(judit, { ...suspended, handle: mai.handle });
  const mail = await sanctionMail((await db.sanction.findFirstOrThrow({ where: { memberId: mai.id } })).id);
  expect(mail?.paragraphs.join(' ')).toMatch(/Bạn có thể khiếu nại đến ngày .*, một lần\./);
  expect(mail?.button).toMatchObject({ label: 'Xem và khiếu nại', url: expect.stringMatching(/\/settings#standing$/) });
});
