import { expect, test } from 'vitest';
import { editComment, withdrawComment } from '@/lib/comments/commands/change-comment';
import { postComment } from '@/lib/comments/commands/post-comment';
import { db } from '@/lib/db/client';
import { decide } from '@/lib/moderation/commands/decide';
import { leaveOut } from '@/lib/moderation/commands/leave-out';
import { undo } from '@/lib/moderation/commands/undo';
import { explainVerdict } from '@/lib/moderation/explain-verdict';
import { filterState } from '@/lib/moderation/filter-state';
import { handlers } from '@/lib/notifications/handlers';
import { comment, member } from '../../factories/people';
import { runJobs } from '../../support/jobs';
import { asOwner } from '../../support/owner';
import { refusalOf, twentyAtOnce } from '../../support/refusal';
import { learnedHere, retrained, scene, startAgain, teachEach, verdict } from './taught';

const SPAM = 'Subscribe to my channel, I sub back!!! link in my profile';
const stored = (id: string) => db.comment.findUniqueOrThrow({ where: { id } });
const ruleOf = async (commentId: string) =>
  (await db.moderationEvent.findFirstOrThrow({ where: { commentId, byMachine: true }, orderBy: { id: 'desc' } })).rule;

const snapshotJobs = async () => (await db.$queryRaw<unknown[]>`SELECT FROM pgboss.job WHERE name = 'filter.learn'`).length;

test('unknown until fifty of each kind in a language; then what is like the unwanted waits, and is not rejected', async () => {
  const { judit, sade, said } = await scene();
  await teachEach({ by: judit, post: said, ofEach: 49 });
  expect(await snapshotJobs()).toBe(1);
  const early = await postComment(sade, { postId: said.id, body: `${SPAM} 1` });
  expect([early.status, (await stored(early.id)).unwanted]).toEqual(['visible', null]);
  await teachEach({ by: judit, post: said, ofEach: 1, from: 49 });
  const late = await postComment(sade, { postId: said.id, body: `${SPAM} before the flood` });
  expect([late.status, await ruleOf(late.id)]).toEqual(['held', 'learned']);
  expect((await stored(late.id)).unwanted).toBeGreaterThan(0.9);
  const good = await postComment(sade, { postId: said.id, body: 'I read the ledger twice and still disagree' });
  expect(good.status).toBe('visible');
  expect((await stored(good.id)).unwanted).toBeLessThan(0.5);
  const elsewhere = await scene('vi');
  const there = await postComment(elsewhere.sade, { postId: elsewhere.said.id, body: `${SPAM} than the crane` });
  expect([there.status, (await stored(there.id)).unwanted]).toEqual(['visible', null]);
  // Nor is anything known of another script on the same blog.
  const foreign = await postComment(sade, { postId: said.id, body: 'Подпишитесь на мой канал!!! ссылка в профиле' });
  expect((await stored(foreign.id)).unwanted).toBeNull();
});

test('an edit is looked at again, and whom the blog trusts is not judged', async () => {
  const { ines, sade, said } = await scene();
  const { id, status } = await postComment(sade, { postId: said.id, body: 'My mother baked this bread in the old hall' });
  expect(status).toBe('visible');
  expect((await editComment(sade, { commentId: id, body: SPAM })).status).toBe('held');
  expect([await ruleOf(id), (await stored(id)).unwanted]).toEqual(['learned', expect.closeTo(1, 0)]);
  const trusted = await postComment(ines, { postId: said.id, body: SPAM });
  expect([trusted.status, (await stored(trusted.id)).unwanted]).toEqual(['visible', null]);
});

test('a fourth person who sends nearly the same within a day waits; what is withdrawn is not counted', async () => {
  const { said } = await scene('vi');
  const send = async (nth: number) => {
    const { sade } = await scene('vi');
    return {
      sade,
      sent: await postComment(sade, { postId: said.id, body: `Nobody has weighed anything on that quay since the flood ${nth}` }),
    };
  };
  const first = await send(1);
  await send(2);
  await withdrawComment(first.sade, { commentId: first.sent.id });
  expect((await stored(first.sent.id)).repeatKey).toBeNull();
  const later = [await send(3), await send(4), await send(5)].map(({ sent }) => sent);
  expect(later.map(({ status }) => status)).toEqual(['visible', 'visible', 'held']);
  expect(await ruleOf(later[2]?.id ?? '')).toBe('near-repeat');
});

test('what was learned one by one, twenty at once and from a snapshot is to the bit what a retrain gives', async () => {
  const { judit, ada, said } = await scene();
  expect((await learnedHere()).equals(await retrained())).toBe(true);
  const writer = await member();
  const waiting = await Promise.all(
    Array.from({ length: 20 }, (_, nth) => comment({ post: said, author: writer, body: `A word about page ${nth}`, status: 'held' })),
  );
  await Promise.all(waiting.map(({ id }, nth) => decide(nth % 2 ? judit : ada, verdict(id, nth % 3 === 0))));
  expect(await db.filterDecision.count({ where: { commentId: { in: waiting.map(({ id }) => id) } } })).toBe(20);
  expect((await learnedHere()).equals(await retrained())).toBe(true);
  await handlers['filter.learn']({ anew: false });
  const kept = await db.filterModel.findFirstOrThrow({ orderBy: { upTo: 'desc' } });
  expect(Buffer.from(kept.bytes).equals(await retrained())).toBe(true);
  await teachEach({ by: ada, post: said, ofEach: 2 });
  startAgain();
  expect((await learnedHere()).equals(await retrained())).toBe(true);
  await handlers['filter.learn']({ anew: false });
  expect(await db.filterModel.count({ where: { upTo: { gt: kept.upTo } } })).toBe(0);
});

test('the same decision twice and twenty at once is one; another on the same words takes its place', async () => {
  const { judit, ada, said } = await scene();
  const { id } = await comment({ post: said, author: await member(), body: 'Twice decided, at length.', status: 'held' });
  await twentyAtOnce(() => decide(judit, verdict(id, false)));
  const [first, ...more] = await db.filterDecision.findMany({ where: { commentId: id } });
  expect([first?.unwanted, more.length]).toEqual([false, 0]);
  await learnedHere();
  await decide(ada, verdict(id, true));
  const [counts, ...others] = await db.filterDecision.findMany({ where: { commentId: id }, orderBy: { superseded: 'asc' } });
  expect(counts).toMatchObject({ unwanted: true, moderatorId: ada.id, superseded: false });
  expect(others).toMatchObject([{ unwanted: false, moderatorId: judit.id, superseded: true }]);
  expect((await learnedHere()).equals(await retrained())).toBe(true);
});

test('a removal as illegal teaches nothing; what is withdrawn is erased at once and unlearned within a day, all in one', async () => {
  const { judit, said, sade } = await scene();
  const [unlawful, own] = [
    await comment({ post: said, author: sade, body: 'Said of a neighbour by name.' }),
    await comment({ post: said, author: sade, body: 'My own words about the quay.', status: 'held' }),
  ];
  await decide(judit, { commentId: unlawful.id, revision: 1, decision: 'remove', reason: 'illegal' });
  await decide(judit, verdict(own.id, false));
  await learnedHere();
  const others = await teachEach({ by: judit, post: said, ofEach: 2 });
  const [learned, { rewrites }] = [await learnedHere(), await db.filterHistory.findFirstOrThrow()];
  await withdrawComment(sade, { commentId: own.id });
  for (const commentId of others) {
    const { authorId, status } = await stored(commentId);
    if (status === 'visible') await withdrawComment({ ...sade, id: authorId ?? '' }, { commentId });
  }
  const lessons = await db.filterDecision.findMany({ where: { forgotten: true } });
  expect([lessons.length, new Set(lessons.map(({ text }) => text))]).toEqual([3, new Set([''])]);
  expect([(await db.filterHistory.findFirstOrThrow()).rewrites, (await learnedHere()).equals(learned)]).toEqual([rewrites, true]);
  expect(await runJobs('filter.forget')).toBe(1);
  await handlers['filter.forget']({});
  expect((await db.filterHistory.findFirstOrThrow()).rewrites).toBe(rewrites + 1);
  expect(await db.filterDecision.count({ where: { commentId: { in: [unlawful.id, own.id] } } })).toBe(0);
  expect((await learnedHere()).equals(await retrained())).toBe(true);
});

test('leaving one moderator out is never having had them; in again, it is as it was', async () => {
  const { judit, ada, said } = await scene();
  await teachEach({ by: ada, post: said, ofEach: 3 });
  await teachEach({ by: judit, post: said, ofEach: 3 });
  const kofi = await member({ name: 'Kofi Mensah', role: 'admin' });
  const [before, never] = [await learnedHere(), await retrained(new Set([ada.id]))];
  await twentyAtOnce(() => leaveOut(kofi, { handle: ada.handle, on: '1' }));
  expect((await learnedHere()).equals(never)).toBe(true);
  await handlers['filter.learn']({ anew: true });
  startAgain();
  expect((await learnedHere()).equals(never)).toBe(true);
  const late = await comment({ post: said, author: await member(), body: 'Decided by Ada afterwards.', status: 'held' });
  await decide(ada, verdict(late.id, false));
  expect((await learnedHere()).equals(never)).toBe(true);
  await db.comment.delete({ where: { id: late.id } });
  await leaveOut(kofi, { handle: ada.handle, on: false });
  await leaveOut(kofi, { handle: ada.handle, on: false });
  expect((await learnedHere()).equals(before)).toBe(true);
  const events = await db.moderationEvent.findMany({
    where: { actorId: kofi.id },
    orderBy: { id: 'asc' },
    select: { action: true, reason: true },
  });
  expect(events).toEqual([
    { action: 'filter-left-out', reason: ada.handle },
    { action: 'filter-taken-in', reason: ada.handle },
  ]);
});

test('decisions, what is taken back and a moderator left out, all at once, end in what a retrain gives', async () => {
  const { judit, ada, said } = await scene();
  const [kofi, writer] = [await member({ name: 'Kofi Mensah', role: 'admin' }), await member()];
  const decided = await teachEach({ by: ada, post: said, ofEach: 4 });
  const own = await Promise.all(
    Array.from({ length: 6 }, (_, nth) => comment({ post: said, author: writer, body: `Taken back on page ${nth}`, status: 'held' })),
  );
  for (const { id } of own) await decide(ada, verdict(id, false));
  const waiting = await Promise.all(Array.from({ length: 10 }, () => comment({ post: said, author: writer, status: 'held' })));
  await Promise.all([
    ...waiting.map(({ id }, nth) => decide(nth % 2 ? judit : ada, verdict(id, nth % 3 === 0))),
    ...own.map(({ id }) => withdrawComment(writer, { commentId: id })),
    leaveOut(kofi, { handle: ada.handle, on: '1' }),
    ...decided.filter((_, nth) => nth % 2 === 0).map((id) => decide(judit, verdict(id, true))),
    learnedHere(),
    handlers['filter.learn']({ anew: true }),
  ]);
  await handlers['filter.forget']({});
  expect(await db.filterDecision.count({ where: { moderatorId: ada.id, leftOut: false } })).toBe(0);
  const never = await retrained(new Set([ada.id]));
  expect((await learnedHere()).equals(never)).toBe(true);
  startAgain();
  expect((await learnedHere()).equals(never)).toBe(true);
});

test('only the site’s moderators teach: whoever opens a blog decides there and steers nobody’s filter', async () => {
  const { ines, judit, said } = await scene();
  const writer = await member({ name: 'Omar Haddad' });
  const [own, taught, undone] = await Promise.all(
    ['one', 'two', 'three'].map((nth) => comment({ post: said, author: writer, body: `Page ${nth} of the ledger.`, status: 'held' })),
  );
  if (!own || !taught || !undone) throw new Error('three comments are needed');
  await decide(ines, verdict(own.id, true));
  expect(await db.filterDecision.count({ where: { commentId: own.id } })).toBe(0);
  for (const { id } of [taught, undone]) await decide(judit, verdict(id, false));
  // Nor do they unteach it: what they decide otherwise, or take back, leaves the site's lesson as it is.
  await decide(ines, verdict(taught.id, true));
  await decide(ines, verdict(undone.id, true));
  await undo(ines, { commentId: undone.id });
  const lessons = await db.filterDecision.findMany({ where: { commentId: { in: [taught.id, undone.id] } } });
  expect(lessons.map(({ unwanted, moderatorId }) => [unwanted, moderatorId])).toEqual([
    [false, judit.id],
    [false, judit.id],
  ]);
});

test('who may look into the filter, ask why, and leave a moderator out', async () => {
  const { judit, ines, sade, said } = await scene();
  const stranger = await member({ name: 'Linh Pham' });
  const ada = await member({ name: 'Ada', role: 'admin' });
  const { id } = await comment({ post: said, author: sade, status: 'held' });
  const table: Record<string, string[]> = {};
  for (const [who, actor] of Object.entries({ ada, judit, ines, sade, stranger }))
    table[who] = [
      await refusalOf(filterState(actor)),
      await refusalOf(explainVerdict(actor, id)),
      await refusalOf(leaveOut(actor, { handle: stranger.handle, on: '0' })),
    ];
  expect(table).toEqual({
    ada: ['done', 'done', 'done'],
    judit: ['done', 'done', 'not-allowed'],
    ines: ['not-found', 'done', 'not-allowed'],
    sade: ['not-found', 'not-found', 'not-allowed'],
    stranger: ['not-found', 'not-found', 'not-allowed'],
  });
  expect(await refusalOf(leaveOut(ada, { handle: 'nobody-by-that-name', on: '1' }))).toBe('invalid');
});

test('false holds are what a human approved of what the site would have held, by language and by age of account', async () => {
  const { judit, said } = await scene('ar');
  const [young, old] = [await member({ joinedDaysAgo: 3 }), await member({ joinedDaysAgo: 800 })];
  const cases = [
    { author: young, unwanted: 0.99, spam: false },
    { author: young, unwanted: 0.99, spam: true },
    { author: young, unwanted: 0.6, spam: false },
    { author: old, unwanted: 0.1, spam: false },
    { author: old, unwanted: null, spam: false },
  ];
  for (const { author, unwanted, spam } of cases) {
    const { id } = await comment({ post: said, author, body: 'كلمات بلغة خاصة بها', status: 'held' });
    await db.comment.update({ where: { id }, data: { unwanted } });
    await decide(judit, verdict(id, spam));
  }
  const { falseHolds, languages, teachers } = await filterState(judit);
  expect(falseHolds.byLanguage.find(({ of }) => of === 'ar')).toEqual({ of: 'ar', decided: 4, held: 2, approved: 1, share: 1 / 3 });
  expect(falseHolds.byAge.find(({ of }) => of === 'under a week')).toEqual({
    of: 'under a week',
    decided: 3,
    held: 2,
    approved: 1,
    share: 1 / 2,
  });
  expect(languages.find(({ language }) => language === 'ar')).toEqual({ language: 'ar', wanted: 4, unwanted: 1, known: false });
  expect(languages.find(({ language }) => language === 'en')?.known).toBe(true);
  expect(teachers.find(({ handle }) => handle === judit.handle)).toMatchObject({ wanted: 4, unwanted: 1, leftOut: false });
});

test('why a comment waits names the telling word', async () => {
  const { judit, sade, said } = await scene();
  const { id } = await postComment(sade, { postId: said.id, body: 'Subscribe to my channel please, I read the ledger' });
  const why = await explainVerdict(judit, id);
  expect(why?.reasons.filter(({ contribution }) => contribution > 0).map(({ text }) => text)).toContain('channel');
  expect(why?.reasons.some(({ text }) => text === 'any comment')).toBe(false);
});

test('without its model or with a damaged one comments flow on, as unknown', async () => {
  const { sade, said } = await scene();
  startAgain();
  await db.filterModel.updateMany({ data: { bytes: new Uint8Array([1, 255, 255]) } });
  expect((await postComment(sade, { postId: said.id, body: `${SPAM} from the report` })).status).toBe('held');
  await asOwner('ALTER TABLE filter_history RENAME TO filter_history_away');
  try {
    const { id, status } = await postComment(sade, { postId: said.id, body: `${SPAM} in the old hall` });
    expect([status, (await stored(id)).unwanted]).toEqual(['visible', null]);
  } finally {
    await asOwner('ALTER TABLE filter_history_away RENAME TO filter_history');
  }
});

test('a comment waits half a second for the filter at most, and is judged by what was learned before', async () => {
  const { sade, said } = await scene();
  await learnedHere();
  const open = Promise.withResolvers<void>();
  const locked = Promise.withResolvers<void>();
  const holding = db.$transaction(async (tx) => {
    await tx.$executeRaw`LOCK TABLE filter_history`;
    locked.resolve();
    await open.promise;
  });
  await locked.promise;
  const startedAt = performance.now();
  const { status } = await postComment(sade, { postId: said.id, body: `${SPAM} and still disagree` });
  expect(status).toBe('held');
  expect(performance.now() - startedAt).toBeLessThan(2_000);
  open.resolve();
  await holding;
});
