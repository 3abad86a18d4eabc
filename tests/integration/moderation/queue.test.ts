import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { editComment } from '@/lib/comments/commands/change-comment';
import { reportComment } from '@/lib/comments/commands/report-comment';
import { db } from '@/lib/db/client';
import { decide, settle } from '@/lib/moderation/commands/decide';
import { decideMany } from '@/lib/moderation/commands/decide-many';
import { look } from '@/lib/moderation/commands/look';
import { undo } from '@/lib/moderation/commands/undo';
import { blogsOfQueue, queue, queueCounts } from '@/lib/moderation/queue/page';
import { batchOf, statesOf } from '@/lib/moderation/queue/states';
import { blog, comment, member, post } from '../../factories/people';
import { refusalOf, twentyAtOnce } from '../../support/refusal';

async function scene(held = 1) {
  const [owner, mai] = [await member({ name: 'Ines Duarte' }), await member({ name: 'Mai Tran' })];
  const place = await blog({ owner });
  const said = await post({ blog: place, author: owner });
  const waiting = [];
  for (let nth = 0; nth < held; nth += 1)
    waiting.push(await comment({ post: said, author: mai, status: 'held', body: `Held ${nth}`, minutesAgo: 300 - nth }));
  const [first] = waiting;
  if (!first) throw new Error('at least one waits');
  return { owner, mai, place, said, waiting, held: first };
}

const statusOf = async (id: string) => (await db.comment.findUniqueOrThrow({ where: { id } })).status;
const countOf = async (id: string) => (await db.post.findUniqueOrThrow({ where: { id } })).commentCount;
const itemOf = ({ id, revision }: { id: string; revision: number }, seen = '') => ({ commentId: id, revision, seen });

test('who may decide about many, undo, look, and ask how items stand', async () => {
  const { owner, mai, said } = await scene();
  const [stranger, elsewhere] = [await member(), await member()];
  await blog({ owner: elsewhere });
  const judit = await member({ name: 'Judit', role: 'moderator' });
  const table: Record<string, string[]> = {};
  for (const [who, actor] of Object.entries({ owner, judit, elsewhere, stranger, mai })) {
    const held = await comment({ post: said, author: mai, status: 'held' });
    const items = [itemOf(held)];
    table[who] = [
      await refusalOf(look(actor, { commentId: held.id })),
      await decideMany(actor, { items, decision: 'approve', batchId: randomUUID() }).then(
        ([outcome]) => outcome?.kind ?? '',
        (error) => error.reason,
      ),
      await refusalOf(undo(actor, { commentId: held.id })),
      await refusalOf(queueCounts(actor)),
      await statesOf(actor, [held.id]).then(
        (states) => String(states.length),
        (error) => error.reason,
      ),
    ];
  }
  const moderator = ['done', 'done', 'done', 'done', '1'];
  const nobody = ['not-found', 'not-found', 'not-found', 'not-found', 'not-found'];
  expect(table).toEqual({
    owner: moderator,
    judit: moderator,
    elsewhere: ['not-found', 'not-found', 'not-found', 'done', '0'],
    stranger: nobody,
    mai: nobody,
  });
});

test('pages neither repeat nor skip while the items of the first are decided', async () => {
  const { owner, waiting } = await scene(60);
  const first = await queue(owner);
  expect(first.items.map(({ id }) => id)).toEqual(waiting.slice(0, 50).map(({ id }) => id));
  const items = first.items.slice(0, 30).map(({ id, revision, seen }) => ({ commentId: id, revision, seen }));
  await decideMany(owner, { items, decision: 'approve', batchId: randomUUID() });
  const second = await queue(owner, { after: first.next ?? '' });
  expect(second.items.map(({ id }) => id)).toEqual(waiting.slice(50).map(({ id }) => id));
  expect(second.next).toBeNull();
  const all = await queue(owner, { tab: 'all' });
  expect(all.items[0]?.id).toBe(waiting.at(-1)?.id);
  expect((await queue(owner, { tab: 'all', after: all.next ?? '' })).items).toHaveLength(10);
});

test('items of one instant have an order too', async () => {
  const { owner, waiting } = await scene(55);
  await db.comment.updateMany({ where: { id: { in: waiting.map(({ id }) => id) } }, data: { createdAt: new Date(1_760_000_000_000) } });
  const first = await queue(owner);
  const second = await queue(owner, { after: first.next ?? '' });
  expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(55);
});

test('counts, search and filters stay within a moderator’s blogs', async () => {
  const { owner, mai, place, said, held } = await scene();
  const percent = await comment({ post: said, author: mai, status: 'held', body: 'It is 100% wool_free.' });
  const shown = await comment({ post: said, author: mai, body: 'A shown remark.' });
  await reportComment(await member(), { commentId: shown.id, reason: 'unkind' });
  const other = await scene();
  const found = async (asked: object) => (await queue(owner, asked)).items.map(({ id }) => id);
  expect(await queueCounts(owner)).toEqual({ held: 2, reported: 1, appeals: 0 });
  expect((await queueCounts(await member({ role: 'admin' }))).held).toBeGreaterThanOrEqual(3);
  expect(await found({ q: '100%' })).toEqual([percent.id]);
  expect(await found({ q: 'l_f' })).toEqual([percent.id]);
  expect(await found({ q: '%' })).toEqual([percent.id]);
  expect(await found({ q: '\\' })).toEqual([]);
  expect(await found({ q: 'mai TRAN' })).toEqual([held.id, percent.id]);
  expect(await found({ q: mai.handle })).toEqual([held.id, percent.id]);
  expect(await found({ q: other.mai.handle })).toEqual([]);
  expect(await found({ blog: other.place.handle })).toEqual([]);
  expect(await found({ blog: place.handle })).toHaveLength(2);
  expect(await found({ tab: 'reported', reason: 'unkind' })).toEqual([shown.id]);
  expect(await found({ tab: 'reported', reason: 'spam' })).toEqual([]);
  expect(await found({ rule: 'newcomer' })).toEqual([]);
  expect(await blogsOfQueue(owner)).toEqual([{ handle: place.handle, name: place.name }]);
});

test('a blog’s moderator reads what somebody did in their blogs, the site’s what they did anywhere', async () => {
  const { owner, mai, held } = await scene();
  const elsewhere = await scene();
  const judit = await member({ name: 'Judit', role: 'moderator' });
  for (let nth = 0; nth < 3; nth += 1) await comment({ post: elsewhere.said, author: mai, minutesAgo: nth });
  const bad = await comment({ post: elsewhere.said, author: mai });
  await reportComment(await member(), { commentId: bad.id, reason: 'spam' });
  await decide(elsewhere.owner, { commentId: bad.id, revision: 1, decision: 'remove', reason: 'spam' });
  const record = async (who: typeof owner) => (await queue(who, { q: mai.handle })).items.find(({ id }) => id === held.id)?.author ?? null;
  expect(await record(owner)).toMatchObject({ shown: 0, removed: 0, rejected: 0, upheld: 0 });
  expect(await record(judit)).toMatchObject({ shown: 3, removed: 1, rejected: 0, upheld: 1 });
});

test('an item says who wrote it, what became of the rest, and what stands around it', async () => {
  const { owner, mai, said } = await scene();
  const before = await comment({ post: said, author: owner, body: 'Before', minutesAgo: 60 });
  const held = await comment({ post: said, author: mai, status: 'held', minutesAgo: 50 });
  const after = await comment({ post: said, author: owner, body: 'After', minutesAgo: 40 });
  const bad = await comment({ post: said, author: mai, body: 'Bad', minutesAgo: 10 });
  await comment({ post: said, author: mai, status: 'rejected' });
  await reportComment(await member(), { commentId: bad.id, reason: 'spam' });
  await decide(owner, { commentId: bad.id, revision: 1, decision: 'remove', reason: 'spam' });
  const item = (await queue(owner)).items.find(({ id }) => id === held.id);
  expect(item?.author).toMatchObject({ name: 'Mai Tran', shown: 0, removed: 1, rejected: 1, upheld: 1 });
  expect(item?.near.map(({ id, before: earlier }) => [id, earlier])).toEqual([
    [before.id, true],
    [after.id, false],
  ]);
});

test('the second moderator learns who decided what, and it is done once', async () => {
  const { owner, held, said } = await scene();
  const ada = await member({ name: 'Ada', role: 'admin' });
  const items = [itemOf(held)];
  await decideMany(ada, { items, decision: 'approve', batchId: randomUUID() });
  const [told] = await decideMany(owner, { items, decision: 'remove', reason: 'spam', batchId: randomUUID() });
  expect(told).toMatchObject({ kind: 'already', decided: { action: 'approved', by: { name: 'Ada' } } });
  expect(await statusOf(held.id)).toBe('visible');
  const [state] = await statesOf(owner, [held.id]);
  expect(state?.decided).toMatchObject({ action: 'approved', by: { name: 'Ada' } });
  // Who has seen Ada's decision may decide otherwise.
  const [done] = await decideMany(owner, {
    items: [itemOf(held, state?.decided?.id)],
    decision: 'remove',
    reason: 'spam',
    batchId: randomUUID(),
  });
  expect(done?.kind).toBe('done');
  expect(await countOf(said.id)).toBe(0);
});

test('twenty moderators at once on one item: one decides, nineteen are told who', async () => {
  const { held, said } = await scene();
  const crowd = await Promise.all(Array.from({ length: 20 }, (_, nth) => member({ name: `Moderator ${nth}`, role: 'moderator' })));
  const outcomes = await Promise.all(
    crowd.map((one, nth) =>
      settle(one, null, { ...itemOf(held), decision: nth % 2 ? 'approve' : 'remove', reason: nth % 2 ? '' : 'spam', note: '' }),
    ),
  );
  expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(1);
  expect(outcomes.filter(({ kind }) => kind === 'already')).toHaveLength(19);
  expect(await db.moderationEvent.count({ where: { commentId: held.id } })).toBe(1);
  expect(await countOf(said.id)).toBe((await statusOf(held.id)) === 'visible' ? 1 : 0);
});

test('two moderators with the same hundred, one from each end, finish and do nothing twice', async () => {
  const { owner, waiting, said } = await scene(40);
  const judit = await member({ role: 'moderator' });
  const items = waiting.map((one) => itemOf(one));
  const [mine, hers] = await Promise.all([
    decideMany(owner, { items, decision: 'approve', batchId: randomUUID() }),
    decideMany(judit, { items: items.toReversed(), decision: 'approve', batchId: randomUUID() }),
  ]);
  const done = [...mine, ...hers].filter(({ kind }) => kind === 'done');
  expect(done).toHaveLength(40);
  expect(await countOf(said.id)).toBe(40);
  expect(await db.moderationEvent.count({ where: { commentId: { in: waiting.map(({ id }) => id) } } })).toBe(40);
});

test('a batch sent twice is one, answers per item, and one undo takes all of it back', async () => {
  const { owner, mai, waiting, said } = await scene(3);
  const [, , edited] = waiting;
  await editComment(mai, { commentId: edited?.id, body: 'Other words now.' });
  const batchId = randomUUID();
  const input = { items: waiting.map((one) => itemOf(one)), decision: 'remove', reason: 'spam', batchId };
  const outcomes = await decideMany(owner, input);
  expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['conflict', 'done', 'done']);
  await decideMany(owner, input);
  expect(await batchOf(owner, batchId)).toEqual({ action: 'removed', count: 2 });
  expect(await batchOf(mai, batchId)).toBeNull();
  await twentyAtOnce(() => undo(owner, { batchId }));
  expect(await db.moderationEvent.count({ where: { action: 'undone', actorId: owner.id } })).toBe(2);
  expect(await Promise.all(waiting.map(({ id }) => statusOf(id)))).toEqual(['held', 'held', 'held']);
  expect(await countOf(said.id)).toBe(0);
  expect(await batchOf(owner, batchId)).toBeNull();
});

test('undoing brings back the status, the count and the reports, and is itself in the log', async () => {
  const { owner, mai, said } = await scene();
  const shown = await comment({ post: said, author: mai });
  await reportComment(await member(), { commentId: shown.id, reason: 'spam' });
  await decide(owner, { commentId: shown.id, revision: 1, decision: 'remove', reason: 'spam' });
  expect(await countOf(said.id)).toBe(0);
  await undo(owner, { commentId: shown.id });
  await undo(owner, { commentId: shown.id });
  expect([await statusOf(shown.id), await countOf(said.id)]).toEqual(['visible', 1]);
  expect(await db.report.count({ where: { commentId: shown.id, resolvedAt: null } })).toBe(1);
  const events = await db.moderationEvent.findMany({ where: { commentId: shown.id }, orderBy: { id: 'asc' } });
  expect(events.map(({ action }) => action)).toEqual(['removed', 'undone']);
  // It waits again, and can be decided again.
  await decide(owner, { commentId: shown.id, revision: 1, decision: 'remove', reason: 'spam' });
  expect(await statusOf(shown.id)).toBe('removed');
});

test('of two decisions the one that is named is undone, and not the last', async () => {
  const { owner, mai, said } = await scene();
  const [first, second] = [await comment({ post: said, author: mai }), await comment({ post: said, author: mai })];
  for (const { id } of [first, second]) await decide(owner, { commentId: id, revision: 1, decision: 'remove', reason: 'spam' });
  expect((await undo(owner, { commentId: first.id })).map(({ commentId }) => commentId)).toEqual([first.id]);
  expect([await statusOf(first.id), await statusOf(second.id)]).toEqual(['visible', 'removed']);
});

test('what is another’s, too late, or decided since is not undone', async () => {
  const { owner, held } = await scene();
  const judit = await member({ role: 'moderator' });
  await decide(owner, { commentId: held.id, revision: 1, decision: 'approve' });
  expect(await refusalOf(undo(judit, { commentId: held.id }))).toBe('not-found');
  expect(await refusalOf(undo(owner, { commentId: held.id }, new Date(Date.now() + 11 * 60_000)))).toBe('gone');
  await decide(judit, { commentId: held.id, revision: 1, decision: 'remove', reason: 'spam' });
  expect(await refusalOf(undo(owner, { commentId: held.id }))).toBe('conflict');
  expect(await statusOf(held.id)).toBe('removed');
});

test('Ada sees that Judit looks at it, for half a minute; nobody sees themselves', async () => {
  const { held } = await scene();
  const [ada, judit] = [await member({ name: 'Ada', role: 'admin' }), await member({ name: 'Judit', role: 'moderator' })];
  await twentyAtOnce(() => look(judit, { commentId: held.id }));
  const lookers = async (who: typeof ada, now = new Date()) => (await statesOf(who, [held.id], now))[0]?.lookers;
  expect(await lookers(ada)).toEqual(['Judit']);
  expect(await lookers(judit)).toEqual([]);
  expect(await lookers(ada, new Date(Date.now() + 31_000))).toEqual([]);
});

test('an item says which rule held it, whatever was decided and undone since, and which rule reported it', async () => {
  const { owner, mai, said } = await scene();
  const held = await comment({ post: said, author: mai, status: 'held' });
  await db.moderationEvent.create({
    data: { commentId: held.id, action: 'screened', rule: 'newcomer-links', byMachine: true, toStatus: 'held' },
  });
  await decide(owner, { commentId: held.id, revision: 1, decision: 'approve' });
  await undo(owner, { commentId: held.id });
  const shown = await comment({ post: said, author: mai });
  const about = { commentId: shown.id, revision: 1, reason: 'spam' as const };
  await db.report.createMany({
    data: [
      { ...about, note: 'suspect-word' },
      { ...about, note: 'From someone who left.' },
    ],
  });
  const items = [...(await queue(owner)).items, ...(await queue(owner, { tab: 'reported' })).items];
  expect(items.find(({ id }) => id === held.id)?.rule).toBe('newcomer-links');
  expect(items.find(({ id }) => id === shown.id)?.reports).toEqual([
    { reason: 'spam', count: 2, note: 'From someone who left.', rules: ['suspect-word'] },
  ]);
});

test('a letter that Postgres takes nowhere upsets no search and no note', async () => {
  const { owner, mai, said, held } = await scene();
  for (const tab of ['held', 'all'])
    expect((await queue(owner, { tab, q: 'Held\0', blog: '\0', rule: '\0' })).items.map(({ id }) => id)).toEqual([held.id]);
  const note = 'Not \0here.';
  await decide(owner, { commentId: held.id, revision: 1, decision: 'remove', reason: 'unkind', note });
  const { reason } = await db.moderationEvent.findFirstOrThrow({ where: { commentId: held.id, action: 'removed' } });
  expect(reason).toContain('Not here.');
  const shown = await comment({ post: said, author: mai });
  await reportComment(await member(), { commentId: shown.id, reason: 'spam', note });
  expect(await db.report.findFirst({ where: { commentId: shown.id } })).toMatchObject({ note: 'Not here.' });
});
