import { beforeEach, expect, test } from 'vitest';
import { reportComment } from '@/lib/comments/commands/report-comment';
import { db } from '@/lib/db/client';
import { decide } from '@/lib/moderation/commands/decide';
import { leaveOut } from '@/lib/moderation/commands/leave-out';
import { undo } from '@/lib/moderation/commands/undo';
import { comment, member } from '../../factories/people';
import { learnedHere, retrained, scene, startAgain, teachEach, verdict } from './taught';

beforeEach(async () => {
  await db.filterLeftOut.deleteMany();
  await db.filterDecision.deleteMany();
});

const lessons = async (commentId: string) =>
  (await db.filterDecision.findMany({ where: { commentId, leftOut: false, superseded: false } })).map(({ moderatorId, unwanted }) => [
    moderatorId,
    unwanted,
  ]);

test('what one moderator overrode counts again when that one is left out, and not when they are taken in again', async () => {
  const { judit, ada, said } = await scene();
  const kofi = await member({ name: 'Kofi Mensah', role: 'admin' });
  const ids = await teachEach({ by: judit, post: said, ofEach: 4 });
  const alone = await learnedHere();
  // What Judit approved, Ada removes.
  for (const id of ids.filter((_, nth) => nth % 2 === 0)) await decide(ada, verdict(id, true));
  const both = await learnedHere();
  expect([both.equals(alone), both.equals(await retrained())]).toEqual([false, true]);
  await leaveOut(kofi, { handle: ada.handle, on: '1' });
  for (let look = 0; look < 2; look += 1) {
    expect((await learnedHere()).equals(await retrained(new Set([ada.id])))).toBe(true);
    expect((await learnedHere()).equals(alone)).toBe(true);
    startAgain();
  }
  await leaveOut(kofi, { handle: ada.handle, on: false });
  expect((await learnedHere()).equals(both)).toBe(true);
});

test('who is left out overrides nobody: what another taught of the same comment stands', async () => {
  const { judit, ada, said } = await scene();
  const kofi = await member({ name: 'Kofi Mensah', role: 'admin' });
  const [approved = ''] = await teachEach({ by: judit, post: said, ofEach: 1 });
  await leaveOut(kofi, { handle: ada.handle, on: '1' });
  const before = await learnedHere();
  await decide(ada, verdict(approved, true));
  expect(await lessons(approved)).toEqual([[judit.id, false]]);
  expect((await learnedHere()).equals(before)).toBe(true);
});

test('an undone decision gives back what another had taught of the comment', async () => {
  const { judit, ada, said } = await scene();
  const { id } = await comment({ post: said, author: await member(), body: 'The ledger has two pages.', status: 'held' });
  await decide(judit, verdict(id, false));
  await decide(ada, verdict(id, true));
  expect(await lessons(id)).toEqual([[ada.id, true]]);
  await undo(ada, { commentId: id });
  expect(await lessons(id)).toEqual([[judit.id, false]]);
  expect((await learnedHere()).equals(await retrained())).toBe(true);
});

test('what one moderator keeps lower teaches nothing, until that one is left out: then what another taught counts', async () => {
  const { judit, ada, said } = await scene();
  const kofi = await member({ name: 'Kofi Mensah', role: 'admin' });
  const [approved = ''] = await teachEach({ by: judit, post: said, ofEach: 1 });
  const before = await learnedHere();
  for (let nth = 0; nth < 2; nth += 1) await reportComment(await member(), { commentId: approved, reason: 'unkind' });
  await decide(ada, { commentId: approved, revision: 1, decision: 'lower' });
  expect(await lessons(approved)).toEqual([[ada.id, null]]);
  expect((await learnedHere()).equals(before)).toBe(false);
  expect((await learnedHere()).equals(await retrained())).toBe(true);
  await leaveOut(kofi, { handle: ada.handle, on: '1' });
  expect(await lessons(approved)).toEqual([[judit.id, false]]);
  expect((await learnedHere()).equals(before)).toBe(true);
});
