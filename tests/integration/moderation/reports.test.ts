import { expect, test } from 'vitest';
import { editComment } from '@/lib/comments/commands/change-comment';
import { reportComment } from '@/lib/comments/commands/report-comment';
import { reporterOf } from '@/lib/comments/record';
import { db } from '@/lib/db/client';
import { decide } from '@/lib/moderation/commands/decide';
import { undo } from '@/lib/moderation/commands/undo';
import { queue } from '@/lib/moderation/queue/page';
import { blog, comment, type FactoryMember, member, post } from '../../factories/people';
import { refusalOf, twentyAtOnce } from '../../support/refusal';
import { idsOf, threadAt } from '../../support/thread';

/** Under Ines’s post Mai said something among eleven others, and three of the site’s people reported it. */
async function scene() {
  const [ines, mai] = [await member({ name: 'Ines Duarte' }), await member({ name: 'Mai Tran' })];
  const said = await post({ blog: await blog({ owner: ines }), author: ines });
  for (let nth = 0; nth < 11; nth += 1) await comment({ post: said, author: await member(), minutesAgo: 60 + nth });
  const words = await comment({ post: said, author: mai, body: 'You know nothing of weights.' });
  const reporters: FactoryMember[] = [];
  for (const name of ['Judit', 'Ada', 'Noor']) reporters.push(await member({ name, role: 'moderator' }));
  const report = async (person: FactoryMember) => reportComment(person, { commentId: words.id, reason: 'unkind' });
  return { ines, mai, said, words, reporters, report };
}

const rowOf = (id: string) => db.comment.findUniqueOrThrow({ where: { id } });
const outcomesOf = async (commentId: string) => (await db.report.findMany({ where: { commentId } })).map(({ outcome }) => outcome);

test('reports that are right about what may stay count as down votes: it is shown, left out of the most relevant, and said why', async () => {
  const { ines, mai, words, said, reporters, report } = await scene();
  for (const person of reporters) await report(person);
  expect((await rowOf(words.id)).status).toBe('held');
  const lower = () => decide(ines, { commentId: words.id, revision: 1, decision: 'lower' });
  await twentyAtOnce(lower);
  expect(await rowOf(words.id)).toMatchObject({ status: 'visible', reportWeight: 3 });
  expect(await outcomesOf(words.id)).toEqual(['upheld', 'upheld', 'upheld']);
  const thread = await threadAt(said.id);
  const shown = thread.branches.find(({ comment: { id } }) => id === words.id);
  expect([thread.filtered, shown?.comment.filtered]).toEqual([1, 'reports']);
  expect(await db.moderationEvent.count({ where: { commentId: words.id, action: 'lowered' } })).toBe(1);
  expect(await db.filterDecision.count({ where: { commentId: words.id } })).toBe(0);
  // Taken back, it is as before, and the reports wait again.
  await undo(ines, { commentId: words.id });
  expect(await rowOf(words.id)).toMatchObject({ status: 'held', reportWeight: 0 });
  expect(await db.report.count({ where: { commentId: words.id, resolvedAt: null } })).toBe(3);
  await lower();
  expect((await rowOf(words.id)).reportWeight).toBe(3);
  // A moderator who says later that it may stand lifts it again, until that is taken back.
  await decide(ines, { commentId: words.id, revision: 1, decision: 'approve' });
  expect((await rowOf(words.id)).reportWeight).toBe(0);
  await undo(ines, { commentId: words.id });
  expect((await rowOf(words.id)).reportWeight).toBe(3);
  // Other words were never reported.
  await editComment(mai, { commentId: words.id, body: `${words.body} And more.` });
  expect(await rowOf(words.id)).toMatchObject({ status: 'visible', revision: 2, reportWeight: 0 });
  expect(idsOf((await threadAt(said.id, { view: 'newest' })).branches)).toContain(words.id);
});

test('who may lower a comment, and that it wants a report by another about these words', async () => {
  const { ines, mai, words, reporters, report } = await scene();
  const lower = (actor: FactoryMember, commentId: string) => refusalOf(decide(actor, { commentId, revision: 1, decision: 'lower' }));
  const [first] = reporters;
  if (!first) throw new Error('three reported it');
  await report(first);
  const item = async (actor: FactoryMember) =>
    (await queue(actor, { tab: 'reported' })).items.find(({ id }) => id === words.id)?.reportedNow;
  expect([await item(ines), await item(first)]).toEqual([true, false]);
  const table: Record<string, string> = {};
  for (const [who, actor] of Object.entries({ stranger: await member(), mai, first, ines })) table[who] = await lower(actor, words.id);
  expect(table).toEqual({ stranger: 'not-allowed', mai: 'not-allowed', first: 'conflict', ines: 'done' });
  const held = await comment({ post: { id: words.postId }, author: mai, status: 'held' });
  expect([await lower(ines, held.id), (await rowOf(held.id)).status]).toEqual(['conflict', 'held']);
});

test('reports sent to harm are called so, and cost their sender more than being wrong does', async () => {
  const { ines, mai, words } = await scene();
  const { blogId } = await db.post.findUniqueOrThrow({ where: { id: words.postId }, select: { blogId: true } });
  const weightOf = async ({ id: memberId }: FactoryMember) =>
    (await db.$transaction((tx) => reporterOf(tx, { memberId, blogId }, new Date()))).weight;
  const weights: Record<string, number> = {};
  for (const decision of ['approve', 'rebuke'] as const) {
    const reporter = await member({ name: 'Pavel', role: 'moderator' });
    const { id } = await comment({ post: { id: words.postId }, author: mai });
    await reportComment(reporter, { commentId: id, reason: 'unkind' });
    await twentyAtOnce(() => decide(ines, { commentId: id, revision: 1, decision }));
    expect([(await rowOf(id)).status, await outcomesOf(id)]).toEqual(['visible', [decision === 'approve' ? 'dismissed' : 'abusive']]);
    weights[decision] = await weightOf(reporter);
    const event = await db.moderationEvent.findFirstOrThrow({ where: { commentId: id } });
    expect([event.action, event.rule]).toEqual(['approved', decision === 'approve' ? '' : 'abusive-reports']);
    await undo(ines, { commentId: id });
    expect(await outcomesOf(id)).toEqual([null]);
  }
  expect(weights.rebuke).toBeLessThan(weights.approve ?? 0);
  const unreported = await comment({ post: { id: words.postId }, author: mai, status: 'held' });
  expect(await refusalOf(decide(ines, { commentId: unreported.id, revision: 1, decision: 'rebuke' }))).toBe('conflict');
  expect(await refusalOf(decide(mai, { commentId: unreported.id, revision: 1, decision: 'rebuke' }))).toBe('not-found');
});
