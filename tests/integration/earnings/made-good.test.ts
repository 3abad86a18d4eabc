import pg from 'pg';
import { afterEach, expect, test, vi } from 'vitest';
import { leave } from '@/lib/accounts/commands/leave';
import { db } from '@/lib/db/client';
import { answerDispute } from '@/lib/earnings/commands/answer-dispute';
import { ledgerFaults } from '@/lib/earnings/commands/audit-ledger';
import { disputeLine } from '@/lib/earnings/commands/dispute-line';
import { endHold } from '@/lib/earnings/commands/end-hold';
import { holdCredit } from '@/lib/earnings/commands/hold-credit';
import { payMadeGood } from '@/lib/earnings/commands/pay-made-good';
import { openDisputes } from '@/lib/earnings/disputes';
import { purseOf } from '@/lib/earnings/queries';
import { settleLeaving } from '@/lib/earnings/settle-leaving';
import { type FactoryMember, member } from '../../factories/people';
import { refusalOf } from '../../support/refusal';
import { answered, asked, readerOf, scene } from './disputing';
import { allocated, demoWeek, ledgerText, read, released, steps, town, week } from './week';

afterEach(async () => expect(await ledgerFaults()).toEqual([]));

test('who leaves while banned has nothing made good, nor has the writer by them; while held it waits for what becomes of the hold', async () => {
  const { of, teo, hanh, ines, sade, cron, ada, judit, scale } = await scene(allocated);
  for (const [who, line] of [
    [teo, `read:${scale.id}`],
    [hanh, `read:${cron.id}`],
  ] as const)
    await answerDispute(ada, answered((await disputeLine(who, asked(of, line))).id));
  await holdCredit(ada, { memberId: teo.id, reason: 'other', note: 'We look.' });
  const { id: holdId } = await db.earningHold.findFirstOrThrow({ where: { memberId: teo.id } });
  await db.sanction.create({ data: { memberId: hanh.id, kind: 'banned', reason: 'spam' } });
  for (const who of [teo, hanh]) await leave(who, { confirm: 'leave' }, { first: settleLeaving });
  const corrections = () => db.$queryRaw<{ n: bigint }[]>`SELECT count(*) AS n FROM ledger.tx WHERE kind = 'correction'`;
  const before = await corrections();
  await steps(of)[3]?.();
  await payMadeGood();
  expect([await corrections(), (await purseOf(ines)).pending, (await purseOf(sade)).pending]).toEqual([before, 0n, 0n]);
  const had = (await purseOf(ines)).available;
  await endHold(judit, { holdId, outcome: 'cleared', answer: 'There was nothing to it.' });
  await payMadeGood();
  const made = await db.earningCorrection.findMany({ where: { reader: { epoch: of.number } } });
  expect(made.map(({ postId, amount, paidAt }) => [postId, amount > 0n, paidAt !== null])).toEqual(
    expect.arrayContaining([
      [scale.id, true, true],
      [cron.id, false, true],
    ]),
  );
  expect((await purseOf(ines)).available - had >= (made.find(({ postId }) => postId === scale.id)?.amount ?? 0n)).toBe(true);
});

test('a writer’s line makes good what was left out of its readers, each row once, whoever disputes it', async () => {
  const { of, hanh, sade, ada, cron } = await scene();
  const { budget, contribution, reward } = await readerOf(of, hanh);
  const { id } = await disputeLine(sade, asked(of, 'written:few'));
  await answerDispute(ada, answered(id));
  const made = await db.earningCorrection.findMany({ where: { disputeId: id } });
  expect(made.map(({ postId, seconds }) => [postId, seconds])).toEqual([[cron.id, 140]]);
  const moved = made.reduce((all, one) => all + one.amount + one.reward, 0n);
  expect(contribution + moved <= budget).toBe(true);
  const [paid] = [await db.earningDispute.findUniqueOrThrow({ where: { id } })];
  expect(paid.paid).toBe(made[0]?.amount);

  // Hanh's own dispute of the same reading moves nothing more.
  const [text, second] = [await ledgerText(), await disputeLine(hanh, asked(of, `read:${cron.id}`))];
  await answerDispute(ada, answered(second.id));
  expect([await ledgerText(), (await readerOf(of, hanh)).reward]).toEqual([text, reward]);
});

test('a post of one’s own counts for nobody of its blog, also one that was hidden while the week was frozen', async () => {
  const [there, of, ada] = [await town(), await week(), await member({ name: 'Ada Lindqvist', role: 'admin' })];
  await demoWeek(there, of);
  await read(there.ines, there.scale, 200, of, { day: 2 });
  await db.post.update({ where: { id: there.scale.id }, data: { publishedAt: null } });
  await allocated(of);
  await db.post.update({ where: { id: there.scale.id }, data: { publishedAt: new Date() } });
  const text = await ledgerText();
  const { id } = await disputeLine(there.ines, asked(of, `read:${there.scale.id}`));
  expect((await openDisputes(ada)).items.map(({ left, most }) => [left, most])).toEqual([[[{ reason: 'own-blog', seconds: 200 }], 0n]]);
  await answerDispute(ada, answered(id));
  expect(await ledgerText()).toBe(text);
});

test('nothing is made good of who is banned, held or linked, nor of a post that is not shown or of one’s own blog', async () => {
  const { of, teo, ines, ada, scale } = await scene();
  const [text, { id }] = [await ledgerText(), await disputeLine(teo, asked(of, `read:${scale.id}`))];
  const most = async () => (await openDisputes(ada)).items.find((one) => one.id === id)?.most;
  const open = (await most()) ?? 0n;
  expect(open > 0n).toBe(true);
  const ban = await db.sanction.create({ data: { memberId: ines.id, kind: 'banned', reason: 'spam' } });
  expect(await most()).toBe(0n);
  await db.sanction.delete({ where: { id: ban.id } });
  const link = await db.earningLink.create({ data: { oneId: ines.id, otherId: teo.id, ground: 'found', note: 'One household.' } });
  expect(await most()).toBe(0n);
  await db.earningLink.delete({ where: { id: link.id } });
  await db.post.update({ where: { id: scale.id }, data: { publishedAt: null } });
  expect(await most()).toBe(0n);
  await db.post.update({ where: { id: scale.id }, data: { publishedAt: new Date() } });
  expect(await most()).toBe(open);
  const { blogId } = await db.post.findUniqueOrThrow({ where: { id: scale.id } });
  await db.blogMember.create({ data: { blogId, memberId: teo.id, role: 'writer' } });
  expect(await most()).toBe(0n);
  await db.blogMember.deleteMany({ where: { memberId: teo.id } });
  await holdCredit(ada, { memberId: teo.id, reason: 'other', note: 'We look.' });
  expect(await most()).toBe(0n);
  await answerDispute(ada, answered(id));
  expect([await ledgerText(), (await db.earningDispute.findUniqueOrThrow({ where: { id } })).paid]).toEqual([text, 0n]);
});

test('what a freeze left out for a ban or a link is made good by a dispute once that has ended, and not before', async () => {
  const [there, of] = [await town(), await week()];
  const [teo, hanh] = [await member({ name: 'Teo Marchetti' }), await member({ name: 'Đỗ Hạnh' })];
  const ada = await member({ name: 'Ada Lindqvist', role: 'admin' });
  await demoWeek(there, of);
  await read(teo, there.scale, 200, of, { day: 2 });
  await read(hanh, there.scale, 500, of, { day: 2 });
  const ban = await db.sanction.create({ data: { memberId: teo.id, kind: 'banned', reason: 'spam' } });
  const link = await db.earningLink.create({ data: { oneId: there.ines.id, otherId: hanh.id, ground: 'found', note: 'One household.' } });
  await released(of);
  const most = async () => (await openDisputes(ada)).items.map(({ by, left, most }) => [by.name, left[0]?.reason, most > 0n]);
  const asks = [];
  for (const who of [teo, hanh]) asks.push((await disputeLine(who, asked(of, `read:${there.scale.id}`))).id);
  expect(await most()).toEqual([
    ['Teo Marchetti', 'banned', false],
    ['Đỗ Hạnh', 'linked', false],
  ]);
  await db.sanction.update({ where: { id: ban.id }, data: { liftedAt: new Date() } });
  await db.earningLink.update({ where: { id: link.id }, data: { liftedAt: new Date() } });
  expect(await most()).toEqual([
    ['Teo Marchetti', 'banned', true],
    ['Đỗ Hạnh', 'linked', true],
  ]);
  for (const id of asks) await answerDispute(ada, answered(id));
  for (const who of [teo, hanh]) expect((await purseOf(who)).available > 0n).toBe(true);
  // As much as measuring would have let count, and no more.
  const made = await db.earningCorrection.findMany({ where: { reader: { epoch: of.number } }, include: { reader: true } });
  const of360 = (who: FactoryMember) => made.find(({ reader }) => reader.memberId === who.id)?.seconds;
  expect([of360(teo), of360(hanh)]).toEqual([200, 360]);
});

test('what was left out for a ban or a link stays out where one of the two has left: nobody could tell whether it still holds', async () => {
  const [there, of] = [await town(), await week()];
  const [hanh, ada] = [await member({ name: 'Đỗ Hạnh' }), await member({ name: 'Ada Lindqvist', role: 'admin' })];
  await demoWeek(there, of);
  await read(hanh, there.cron, 200, of, { day: 2 });
  await db.earningLink.create({ data: { oneId: there.sade.id, otherId: hanh.id, ground: 'found', note: 'One household.' } });
  await released(of);
  await leave(there.sade, { confirm: 'leave' }, { first: settleLeaving });
  const { id } = await disputeLine(hanh, asked(of, `read:${there.cron.id}`));
  const dispute = (await openDisputes(ada)).items.find((one) => one.id === id);
  expect([dispute?.left, dispute?.most]).toEqual([[{ reason: 'linked', seconds: 200 }], 0n]);
  const text = await ledgerText();
  await answerDispute(ada, answered(id));
  expect(await ledgerText()).toBe(text);
});

test('the only admin of a site answers a dispute about their own post, and no dispute of their own', async () => {
  const { of, teo, ines, scale } = await scene();
  const { id } = await disputeLine(teo, asked(of, `read:${scale.id}`));
  const { id: own } = await disputeLine(ines, asked(of, 'written:few'));
  const asAdmin = { ...ines, role: 'admin' as const };
  expect((await openDisputes(asAdmin)).elsewhere).toBe(1);
  expect(await refusalOf(answerDispute(asAdmin, answered(id)))).toBe('not-allowed');
  await db.member.updateMany({ where: { role: 'admin', id: { not: ines.id } }, data: { role: 'member' } });
  await db.member.update({ where: { id: ines.id }, data: { role: 'admin' } });
  const { items, elsewhere } = await openDisputes(asAdmin);
  expect([items.map((one) => [one.id === id, one.own]), elsewhere]).toEqual([
    [
      [true, false],
      [false, true],
    ],
    0,
  ]);
  await answerDispute(asAdmin, answered(id));
  expect(await refusalOf(answerDispute(asAdmin, answered(own)))).toBe('not-allowed');
  await db.member.update({ where: { id: ines.id }, data: { role: 'member' } });
});

test('a line of a hundred readers is upheld in a few statements', async () => {
  const [there, of, ada] = [await town(), await week(), await member({ name: 'Ada Lindqvist', role: 'admin' })];
  const crowd = [];
  for (let nth = 0; nth < 100; nth += 1) crowd.push(await member({ name: `Reader ${nth}` }));
  for (const who of crowd) await read(who, there.cron, 500, of, { day: 1 });
  await released(of);
  const { id } = await disputeLine(there.sade, asked(of, `written:${there.cron.id}`));
  const statements = vi.spyOn(pg.Client.prototype, 'query');
  await answerDispute(ada, answered(id));
  const made = statements.mock.calls.length;
  statements.mockRestore();
  expect([made > 10, made < 60]).toEqual([true, true]);
  expect(await db.earningCorrection.count({ where: { disputeId: id, seconds: 140 } })).toBe(100);
});

test('of accounts that proved nothing the quarantine pool bounds what is made good, however many they are', async () => {
  const [there, of] = [await town(), await week()];
  const fakes = await Promise.all(['Mai One', 'Mai Two', 'Mai Three'].map((name) => member({ name })));
  const ada = await member({ name: 'Ada Lindqvist', role: 'admin' });
  await demoWeek(there, of);
  for (const one of fakes) await read(one, there.scale, 40, of, { day: 2 });
  await released(of);
  const pool = await db.epochPool.findUniqueOrThrow({ where: { epoch_kind: { epoch: of.number, kind: 'quarantine' } } });
  expect(pool.paid).toBe(pool.pool);
  for (const one of fakes) await answerDispute(ada, answered((await disputeLine(one, asked(of, `read:${there.scale.id}`))).id));
  const made = await db.earningCorrection.findMany({ where: { reader: { epoch: of.number, pool: 'quarantine' } } });
  expect([made.length, made.reduce((all, { amount, reward }) => all + amount + reward, 0n)]).toEqual([3, 0n]);
});
