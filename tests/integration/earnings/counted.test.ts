import { afterEach, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { ledgerFaults } from '@/lib/earnings/commands/audit-ledger';
import { member } from '../../factories/people';
import { divided, epochOf, read, town, week } from './week';

afterEach(async () => expect(await ledgerFaults()).toEqual([]));

const rowsOf = async (number: number, memberId: string) =>
  (await db.epochRow.findMany({ where: { reader: { epoch: number, memberId } } })).map(({ postId, seconds, left }) => ({
    postId,
    seconds,
    left,
  }));

test('what counts is what is known when the week is frozen: not one’s own blog, nor staff, the banned, what is removed, the linked', async () => {
  const [there, of] = [await town(), await week()];
  const { ines, sade, khanh, pavel, tide, scale, ice, cron } = there;
  const [ada, hanh, bao] = [
    await member({ name: 'Ada Lindqvist', role: 'admin' }),
    await member({ name: 'Đỗ Hạnh' }),
    await member({ name: 'Bảo' }),
  ];
  await db.blogMember.create({ data: { blogId: tide.id, memberId: bao.id, role: 'editor' } });
  await db.sanction.create({ data: { memberId: hanh.id, kind: 'banned', reason: 'spam' } });
  await db.earningLink.create({ data: { oneId: pavel.id, otherId: khanh.id, ground: 'passkey' } });
  await db.earningLink.create({ data: { oneId: khanh.id, otherId: sade.id, ground: 'number' } });
  for (const who of [ines, ada, hanh, bao]) await read(who, scale, 240, of);
  await read(pavel, cron, 240, of);
  await read(khanh, ice, 240, of);
  await db.post.update({ where: { id: ice.id }, data: { publishedAt: null } });
  await divided(of);
  const why = async (who: { id: string }) => (await rowsOf(of.number, who.id)).map(({ seconds, left }) => [seconds, left]);
  expect(await why(ines)).toEqual([[0, [{ reason: 'own-blog', seconds: 240 }]]]);
  expect(await why(bao)).toEqual([[0, [{ reason: 'own-blog', seconds: 240 }]]]);
  expect(await why(ada)).toEqual([[0, [{ reason: 'staff', seconds: 240 }]]]);
  expect(await why(hanh)).toEqual([[0, [{ reason: 'banned', seconds: 240 }]]]);
  expect(await why(pavel)).toEqual([[0, [{ reason: 'linked', seconds: 240 }]]]);
  expect(await why(khanh)).toEqual([[0, [{ reason: 'removed', seconds: 240 }]]]);
  expect((await epochOf(of)).pools.map(({ paid, readers }) => [paid, readers])).toEqual([
    [0n, 0],
    [0n, 0],
  ]);
});

test('of five hours on one day four count, and of the next day anew', async () => {
  const [there, of] = [await town(), await week()];
  await db.post.updateMany({ where: { id: { in: [there.scale.id, there.ice.id, there.cron.id] } }, data: { words: 30_000 } });
  for (const [nth, what] of [there.scale, there.ice, there.cron].entries()) await read(there.khanh, what, 6_000, of, { at: nth * 7_000 });
  await read(there.khanh, there.scale, 600, of, { day: 2 });
  await divided(of);
  const rows = await rowsOf(of.number, there.khanh.id);
  expect(rows.reduce((all, { seconds }) => all + seconds, 0)).toBe(4 * 3_600 + 600);
  expect(rows.flatMap(({ left }) => left)).toEqual([{ reason: 'day-cap', seconds: 3_600 }]);
});

test('beats before and after the week are of other weeks, and what is capped or too little is told', async () => {
  const [there, of] = [await town(), await week()];
  const { khanh, pavel, scale, cron } = there;
  await read(khanh, scale, 400, of, { day: 6 });
  await read(khanh, scale, 200, of, { day: 7 });
  await read(khanh, scale, 200, of, { day: -1 });
  await read(pavel, cron, 50, of);
  await read(pavel, scale, 100, of, { day: 2, seen: 5 });
  await divided(of);
  expect(await rowsOf(of.number, khanh.id)).toEqual([{ postId: scale.id, seconds: 360, left: [{ reason: 'post-cap', seconds: 40 }] }]);
  const pavels = await rowsOf(of.number, pavel.id);
  expect(pavels.flatMap(({ left }) => left as object[]).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))).toEqual([
    { reason: 'too-little-seen', seconds: 100 },
    { reason: 'too-short', seconds: 50 },
  ]);
});
