import { expect, test } from 'vitest';
import { editComment } from '@/lib/comments/commands/change-comment';
import { postComment } from '@/lib/comments/commands/post-comment';
import { reportComment } from '@/lib/comments/commands/report-comment';
import { coolThread } from '@/lib/comments/heat';
import { reporterOf } from '@/lib/comments/record';
import { db } from '@/lib/db/client';
import { decide } from '@/lib/moderation/commands/decide';
import { lift } from '@/lib/moderation/commands/lift';
import { releaseComment } from '@/lib/moderation/commands/release-comment';
import { sanction } from '@/lib/moderation/commands/sanction';
import { mark, setThread } from '@/lib/moderation/commands/thread';
import { sanctionMail } from '@/lib/moderation/sanction-mail';
import { threadSettings } from '@/lib/moderation/standing';
import { blog, comment, type FactoryMember, member, post } from '../../factories/people';
import { refusalOf, twentyAtOnce } from '../../support/refusal';
import { threadAt } from '../../support/thread';

/** Ines runs a blog, Judit moderates the site, Mai is known here. */
async function scene() {
  const [ines, judit, mai] = [
    await member({ name: 'Ines Duarte' }),
    await member({ name: 'Judit', role: 'moderator' }),
    await member({ name: 'Mai Tran' }),
  ];
  const tide = await blog({ owner: ines });
  const [said, before] = [await post({ blog: tide, author: ines }), await post({ blog: tide, author: ines })];
  for (let nth = 0; nth < 6; nth += 1) await comment({ post: before, author: mai, body: `Earlier ${nth}`, minutesAgo: 60 * 24 * 40 + nth });
  return { ines, judit, mai, tide, said, before };
}

const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);
const why = async (run: Promise<unknown>): Promise<unknown> =>
  run.then(
    () => 'done',
    (error) => error.fields?.body ?? error.reason ?? error,
  );

test('who may sanction whom, where', async () => {
  const { ines, judit, mai, tide } = await scene();
  const [writer, elsewhere, ada] = [await member(), await member(), await member({ role: 'admin' })];
  await db.blogMember.create({ data: { blogId: tide.id, memberId: writer.id, role: 'writer' } });
  await blog({ owner: elsewhere });
  const asked = { kind: 'limited', days: '7', reason: 'unkind' };
  const table: Record<string, string[]> = {};
  for (const [who, actor] of Object.entries({ ines, judit, ada, writer, elsewhere, mai }))
    table[who] = [
      await refusalOf(sanction(actor, { ...asked, handle: mai.handle, blogId: tide.id })),
      await refusalOf(sanction(actor, { ...asked, handle: mai.handle })),
      await refusalOf(sanction(actor, { ...asked, handle: writer.handle, blogId: tide.id })),
      await refusalOf(sanction(actor, { ...asked, handle: judit.handle })),
    ];
  const no = 'not-allowed';
  expect(table).toEqual({
    ines: ['done', no, no, no],
    judit: ['done', 'done', no, no],
    ada: ['done', 'done', no, no],
    writer: [no, no, no, no],
    elsewhere: [no, no, no, no],
    mai: [no, no, no, no],
  });
  await expect(sanction(judit, { ...asked, handle: 'nobody-here' })).rejects.toMatchObject({ fields: { handle: 'unknown-person' } });
  await expect(sanction(judit, { ...asked, days: '', handle: mai.handle })).rejects.toMatchObject({ fields: { days: 'required' } });
  const { id } = await db.sanction.findFirstOrThrow({ where: { memberId: mai.id, blogId: null, liftedAt: null } });
  expect([
    await refusalOf(lift(ines, { sanctionId: id })),
    await refusalOf(lift(mai, { sanctionId: id })),
    await refusalOf(lift(ada, { sanctionId: id })),
  ]).toEqual([no, no, 'done']);
});

test('a limit holds, a suspension and a ban refuse, in the blog or everywhere, until they end or are lifted', async () => {
  const { ines, judit, mai, tide, said } = await scene();
  const other = await post({ blog: await blog({ owner: await member() }), author: ines });
  const say = (where: { id: string }, minutes: number) =>
    postComment(mai, { postId: where.id, body: `Words of minute ${minutes}.` }, later(minutes));
  await sanction(ines, { handle: mai.handle, blogId: tide.id, kind: 'limited', days: 1, reason: 'unkind' });
  expect([(await say(said, 1)).status, (await say(other, 7)).status, (await say(said, 60 * 24 + 20)).status]).toEqual([
    'held',
    'visible',
    'visible',
  ]);
  await sanction(ines, { handle: mai.handle, blogId: tide.id, kind: 'suspended', days: 1, reason: 'spam' });
  expect([await why(say(said, 30)), await why(say(other, 37))]).toEqual(['suspended', 'done']);
  await sanction(judit, { handle: mai.handle, kind: 'banned', days: '', reason: 'illegal' });
  expect([await why(say(said, 44)), await why(say(other, 51))]).toEqual(['banned', 'banned']);
  for (const { id } of await db.sanction.findMany({ where: { memberId: mai.id, liftedAt: null } })) await lift(judit, { sanctionId: id });
  expect(await why(say(said, 58))).toBe('done');
});

test('twenty at once are one sanction, one event and one mail, which says what, why and until when', async () => {
  const { judit, mai } = await scene();
  const asked = { handle: mai.handle, kind: 'suspended', days: 3, reason: 'spam', note: 'Six times the same link.' };
  await twentyAtOnce(() => sanction(judit, asked));
  const rows = await db.sanction.findMany({ where: { memberId: mai.id } });
  expect(rows).toHaveLength(1);
  expect(await db.moderationEvent.count({ where: { personId: mai.id } })).toBe(1);
  const id = rows[0]?.id ?? '';
  const mail = await sanctionMail(id);
  expect(mail?.to).toBe(mai.email);
  expect(mail?.paragraphs.join(' ')).toMatch(
    /may write nothing in BULB for now.*Spam or advertising.*Six times the same link\..*This ends on/s,
  );
  await twentyAtOnce(() => lift(judit, { sanctionId: id }));
  expect(await db.moderationEvent.count({ where: { personId: mai.id } })).toBe(2);
  expect(await sanctionMail(id)).toBeNull();
});

test('a closed thread takes nothing, a locked one not even a change; who moderates may still speak', async () => {
  const { ines, judit, mai, said } = await scene();
  const { id } = await postComment(mai, { postId: said.id, body: 'Before it was closed.' });
  const table: Record<string, string[]> = {};
  const [blogModerator, stranger] = [await member(), await member()];
  await db.blogMember.create({ data: { blogId: said.blogId, memberId: blogModerator.id, role: 'moderator' } });
  for (const [who, actor] of Object.entries({ ines, judit, blogModerator, mai, stranger }))
    table[who] = [
      await refusalOf(setThread(actor, { postId: said.id, state: 'closed' })),
      await refusalOf(setThread(actor, { postId: said.id, state: 'locked', slowSeconds: '30' })),
      await refusalOf(setThread(actor, { postId: said.id, state: 'open', slowSeconds: '0' })),
    ];
  const [all, no] = [
    ['done', 'done', 'done'],
    ['not-allowed', 'not-allowed', 'not-allowed'],
  ];
  expect(table).toEqual({ ines: all, judit: all, blogModerator: all, mai: no, stranger: no });
  await twentyAtOnce(() => setThread(judit, { postId: said.id, state: 'locked' }));
  expect(await db.moderationEvent.count({ where: { postId: said.id, action: 'thread-locked' } })).toBe(4);
  expect(await why(postComment(mai, { postId: said.id, body: 'Too late.' }))).toBe('thread-locked');
  expect(await why(editComment(mai, { commentId: id, body: 'Changed.' }))).toBe('thread-locked');
  expect(await why(postComment(ines, { postId: said.id, body: 'Why it is locked.' }))).toBe('done');
});

test('the post’s writer closes and opens their own thread without a role; locking and slowing are for who moderates', async () => {
  const { judit, mai, tide } = await scene();
  const yusuf = await member({ name: 'Yusuf' });
  const own = await post({ blog: tide, author: yusuf });
  const other = await post({ blog: tide, author: judit });
  const seen = async (actor: FactoryMember) => (await threadSettings(actor, own.id)).moderates;
  expect([await seen(yusuf), await seen(judit)]).toEqual([false, true]);
  expect([await refusalOf(threadSettings(mai, own.id)), await refusalOf(threadSettings(yusuf, other.id))]).toEqual([
    'not-found',
    'not-found',
  ]);
  const set = (state: string, slowSeconds?: string) => refusalOf(setThread(yusuf, { postId: own.id, state, slowSeconds }));
  expect([await set('closed'), await set('open'), await set('locked'), await set('open', '60')]).toEqual([
    'done',
    'done',
    'not-allowed',
    'not-allowed',
  ]);
  expect(await refusalOf(setThread(yusuf, { postId: other.id, state: 'closed' }))).toBe('not-allowed');
  await setThread(judit, { postId: own.id, state: 'open', slowSeconds: '120' });
  expect(await set('closed')).toBe('done');
  expect(await threadSettings(yusuf, own.id)).toMatchObject({ threadState: 'closed', slowSeconds: 120 });
  // A form from before it was slowed, sent for something else, does not end that.
  await setThread(judit, { postId: own.id, state: 'open', slowSeconds: '0', slowWas: '0' });
  expect(await threadSettings(yusuf, own.id)).toMatchObject({ threadState: 'open', slowSeconds: 120 });
  await setThread(judit, { postId: own.id, state: 'closed', slowSeconds: '120', slowWas: '120' });
  await setThread(judit, { postId: own.id, state: 'locked' });
  expect([await set('open'), await set('closed'), await set('locked')]).toEqual(['not-allowed', 'not-allowed', 'done']);
});

test('a slowed thread makes each person wait, and says how long', async () => {
  const { judit, mai, said } = await scene();
  await setThread(judit, { postId: said.id, state: 'open', slowSeconds: 60 });
  await postComment(mai, { postId: said.id, body: 'One.' }, later(1));
  await expect(postComment(mai, { postId: said.id, body: 'Two.' }, later(1.5))).rejects.toMatchObject({
    reason: 'too-many',
    retryAfterSeconds: 30,
  });
  expect(await why(postComment(mai, { postId: said.id, body: 'Two.' }, later(2.1)))).toBe('done');
});

test('a thread in which many report slows by itself, says so, cools by steps, and leaves a moderator’s choice alone', async () => {
  const { judit, mai, said, before } = await scene();
  const words = await Promise.all(Array.from({ length: 3 }, () => comment({ post: said, author: mai })));
  for (const { id } of words) {
    const person = await member();
    for (let nth = 0; nth < 5; nth += 1) await comment({ post: before, author: person, minutesAgo: 60 * 24 * 40 + nth });
    await reportComment(person, { commentId: id, reason: 'unkind' });
  }
  const now = async () => db.post.findUniqueOrThrow({ where: { id: said.id }, select: { slowSeconds: true, slowReason: true } });
  expect(await now()).toEqual({ slowSeconds: 30, slowReason: 'reports' });
  expect(await db.moderationEvent.findFirstOrThrow({ where: { postId: said.id } })).toMatchObject({
    action: 'slowed',
    rule: 'heat-reports',
    byMachine: true,
    reason: '30',
  });
  await coolThread(said.id, later(120));
  expect(await now()).toEqual({ slowSeconds: 0, slowReason: '' });
  await setThread(judit, { postId: said.id, state: 'open', slowSeconds: 120 });
  await coolThread(said.id, later(240));
  expect(await now()).toEqual({ slowSeconds: 120, slowReason: 'by-hand' });
});

test('what is pinned stands on top, what is highlighted is marked; its writer may not do it for themselves', async () => {
  const { ines, judit, mai, said } = await scene();
  for (let nth = 0; nth < 5; nth += 1) await comment({ post: said, author: mai, ups: 20 + nth });
  const [plain, answer] = [await comment({ post: said, author: mai }), await comment({ post: said, author: mai })];
  await db.comment.update({ where: { id: answer.id }, data: { parentId: plain.id } });
  const pin = (actor: FactoryMember, id: string, what = 'pin', on = '1') => refusalOf(mark(actor, { commentId: id, what, on }));
  expect([await pin(mai, plain.id), await pin(ines, answer.id), await pin(ines, plain.id), await pin(judit, plain.id)]).toEqual([
    'not-allowed',
    'not-allowed',
    'done',
    'done',
  ]);
  await twentyAtOnce(() => mark(judit, { commentId: plain.id, what: 'highlight', on: '1' }));
  expect((await threadAt(said.id)).branches[0]?.comment).toMatchObject({ id: plain.id, pinned: true, highlighted: true });
  expect(await db.moderationEvent.count({ where: { commentId: plain.id } })).toBe(2);
  await mark(ines, { commentId: plain.id, what: 'pin', on: '0' });
  expect((await threadAt(said.id)).branches[0]?.comment.id).not.toBe(plain.id);
});

test('reports of those who were right weigh more, of those who cried in vain less', async () => {
  const { judit, mai, said, before, tide } = await scene();
  const [right, wrong] = [await member({ name: 'Teo' }), await member({ name: 'Pavel M.' })];
  for (const person of [right, wrong])
    for (let nth = 0; nth < 5; nth += 1) await comment({ post: before, author: person, minutesAgo: 90_000 + nth });
  for (let nth = 0; nth < 4; nth += 1) {
    const [bad, good] = [await comment({ post: said, author: mai }), await comment({ post: said, author: mai })];
    await reportComment(right, { commentId: bad.id, reason: 'spam' });
    await reportComment(wrong, { commentId: good.id, reason: 'spam' });
    await decide(judit, { commentId: bad.id, revision: 1, decision: 'remove', reason: 'spam' });
    await decide(judit, { commentId: good.id, revision: 1, decision: 'approve' });
  }
  const weight = async (person: FactoryMember) =>
    (await db.$transaction((tx) => reporterOf(tx, { memberId: person.id, blogId: tide.id }, new Date()))).weight;
  const weights = [await weight(wrong), await weight(await member()), await weight(right)];
  expect(weights).toEqual([expect.closeTo(0.25, 5), expect.closeTo(0.25, 5), expect.closeTo(0.75, 5)]);
});

test('what reports alone have hidden comes back after a day when its writer is in good standing', async () => {
  const { judit, mai, said, before, tide } = await scene();
  const reporters = await Promise.all(Array.from({ length: 6 }, () => member()));
  for (const person of reporters)
    for (let nth = 0; nth < 5; nth += 1) await comment({ post: before, author: person, minutesAgo: 90_000 + nth });
  const stranger = await member();
  const [known, unknown] = [await comment({ post: said, author: mai }), await comment({ post: said, author: stranger })];
  for (const { id } of [known, unknown])
    for (const person of reporters.slice(0, 3)) await reportComment(person, { commentId: id, reason: 'unkind' });
  const statuses = async () =>
    (await db.comment.findMany({ where: { id: { in: [known.id, unknown.id] } }, orderBy: { id: 'asc' } })).map(({ status }) => status);
  expect(await statuses()).toEqual(['held', 'held']);
  // An edit neither shows it nor keeps it hidden for longer.
  await editComment(mai, { commentId: known.id, body: 'The third weight was light, they say.' });
  expect(await statuses()).toEqual(['held', 'held']);
  for (const { id } of [known, known, unknown]) await releaseComment(id, later(60 * 24));
  expect(await statuses()).toEqual(['visible', 'held']);
  expect(await db.moderationEvent.count({ where: { commentId: known.id, action: 'released' } })).toBe(1);
  // A human who looked has the last word.
  await sanction(judit, { handle: mai.handle, kind: 'limited', days: 5, reason: 'unkind', blogId: tide.id });
  const third = await comment({ post: said, author: mai });
  for (const person of reporters.slice(3)) await reportComment(person, { commentId: third.id, reason: 'spam' });
  await releaseComment(third.id, later(60 * 24));
  expect((await db.comment.findUniqueOrThrow({ where: { id: third.id } })).status).toBe('held');
});
