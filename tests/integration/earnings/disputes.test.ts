import { afterEach, describe, expect, test } from 'vitest';
import { leave } from '@/lib/accounts/commands/leave';
import { db } from '@/lib/db/client';
import { earningArchive } from '@/lib/earnings/archive';
import { answerDispute } from '@/lib/earnings/commands/answer-dispute';
import { ledgerFaults } from '@/lib/earnings/commands/audit-ledger';
import { disputeLine } from '@/lib/earnings/commands/dispute-line';
import { payMadeGood } from '@/lib/earnings/commands/pay-made-good';
import { disputeMail } from '@/lib/earnings/dispute-mail';
import { disputesOf, openDisputes } from '@/lib/earnings/disputes';
import { derivedId } from '@/lib/earnings/names';
import { purseOf, statementOf } from '@/lib/earnings/queries';
import { sheetOf } from '@/lib/earnings/statement';
import { auditLog } from '@/lib/moderation/queries';
import { notifyOfDispute } from '@/lib/notifications/commands';
import { notificationsOf } from '@/lib/notifications/queries';
import { type FactoryMember, member } from '../../factories/people';
import { refusalOf, twentyAtOnce } from '../../support/refusal';
import { answered, asked, readerOf, scene } from './disputing';
import { allocated, correctionId, DAY, ledgerText, steps } from './week';

afterEach(async () => expect(await ledgerFaults()).toEqual([]));

test('a reading that was left out is disputed once, upheld once, and both its people are paid within the reader’s budget', async () => {
  const { of, teo, ines, ada, scale } = await scene();
  const said = await twentyAtOnce(() => disputeLine(teo, asked(of, `read:${scale.id}`)));
  const ids = new Set(said.map((one) => (one.status === 'fulfilled' ? one.value.id : 'failed')));
  expect(ids.size).toBe(1);
  const [id = ''] = ids;
  expect(await disputeLine(teo, asked(of, `read:${scale.id}`, 'Other words.'))).toEqual({ id });
  const [item] = (await openDisputes(ada)).items;
  expect([item?.by.name, item?.side, item?.readings, item?.left, item?.own]).toEqual([
    'Teo Marchetti',
    'read',
    1,
    [{ reason: 'too-short', seconds: 40 }],
    false,
  ]);

  const before = await purseOf(ines);
  const all = await twentyAtOnce(() => answerDispute(ada, answered(id)));
  expect(all.filter(({ status }) => status === 'rejected')).toEqual([]);
  const { budget, contribution, pool } = await readerOf(of, teo);
  const priced = await db.epochPool.findUniqueOrThrow({ where: { epoch_kind: { epoch: of.number, kind: pool } } });
  const [over, under] = [priced.gammaOver ?? 0n, priced.gammaUnder ?? 1n];
  expect([contribution, over > 0n]).toEqual([0n, true]);
  const moved = (over * 40n) / under;
  expect(moved > 0n && moved < budget).toBe(true);
  expect(item?.most).toBe(moved);
  const reward = (moved * 15n) / 100n;
  expect(await purseOf(teo)).toEqual({ pending: 0n, available: reward });
  expect(await purseOf(ines)).toEqual({ ...before, available: before.available + moved - reward });
  const posted = await db.$queryRaw<object[]>`SELECT FROM ledger.tx WHERE id = ${await correctionId(id)}::uuid`;
  expect(posted.length).toBe(1);

  // What people earn is for admins alone.
  const logged = async (who: FactoryMember) =>
    (await auditLog(who, undefined)).entries.filter(({ action }) => action === 'dispute-upheld').length;
  expect([await logged(ada), await logged(await member({ role: 'moderator' }))]).toEqual([1, 0]);
  const { entries } = await auditLog(ada, undefined);
  expect(entries.find(({ action }) => action === 'dispute-upheld')?.person?.name).toBe('Teo Marchetti');
  expect(await openDisputes(ada)).toEqual({ items: [], elsewhere: 0 });
  const own = (await disputesOf(teo, of.number)).get(`read:${scale.id}`);
  expect([own?.outcome, own?.answer, own?.paid]).toEqual(['upheld', 'We looked at it.', reward]);
  const statement = await statementOf(teo, of.number);
  if (!statement) throw new Error('no statement');
  const sheet = sheetOf(statement);
  expect(sheet.others.map(({ kind, available }) => [kind, available])).toEqual([['correction', reward]]);
  expect([sheet.opening + sheet.earned + reward, sheet.booked]).toEqual([sheet.closing, true]);
});

test('what is made good before its week is released is paid with it, and looked at again with it', async () => {
  const { of, teo, ines, hanh, cron, ada, scale } = await scene(allocated);
  const text = await ledgerText();
  const { id } = await disputeLine(teo, asked(of, `read:${scale.id}`));
  const { id: barred } = await disputeLine(hanh, asked(of, `read:${cron.id}`));
  for (const one of [id, barred]) await answerDispute(ada, answered(one));
  const own = async (who: FactoryMember, line: string) => (await disputesOf(who, of.number)).get(line);
  const said = await own(teo, `read:${scale.id}`);
  expect([await ledgerText(), said?.outcome, said?.waits, (said?.paid ?? 0n) > 0n]).toEqual([text, 'upheld', 'release', true]);
  const hers = await own(hanh, `read:${cron.id}`);
  expect([hers?.waits, (hers?.paid ?? 0n) > 0n]).toEqual(['release', true]);
  const ban = await db.sanction.create({ data: { memberId: hanh.id, kind: 'banned', reason: 'spam' } });
  const before = (await purseOf(ines)).available + (await purseOf(ines)).pending;
  await steps(of)[3]?.();
  const paid = await own(teo, `read:${scale.id}`);
  expect([paid?.paid, paid?.waits, await purseOf(teo)]).toEqual([said?.paid, null, { pending: 0n, available: said?.paid }]);
  expect((await purseOf(ines)).available > before).toBe(true);
  expect(await own(hanh, `read:${cron.id}`)).toMatchObject({ paid: hers?.paid, waits: 'end' });
  const posted = async (of: string) =>
    (await db.$queryRaw<object[]>`SELECT FROM ledger.tx WHERE id = ${await correctionId(of)}::uuid`).length;
  expect([await posted(id), await posted(barred)]).toEqual([1, 0]);
  // What stood against it ends, and it is paid, once.
  await payMadeGood();
  expect(await posted(barred)).toBe(0);
  await db.sanction.update({ where: { id: ban.id }, data: { liftedAt: new Date() } });
  const had = await purseOf(hanh);
  await twentyAtOnce(() => payMadeGood());
  expect(await own(hanh, `read:${cron.id}`)).toMatchObject({ paid: hers?.paid, waits: null });
  expect([await posted(barred), await purseOf(hanh)]).toEqual([1, { ...had, available: had.available + (hers?.paid ?? 0n) }]);
});

test('a declined dispute moves nothing, stands on the statement, and is told by mail and once beside the bell', async () => {
  const { of, teo, ada, scale } = await scene();
  const { id } = await disputeLine(teo, asked(of, `read:${scale.id}`));
  expect(await disputeMail(id)).toBeNull();
  await notifyOfDispute(id);
  expect((await notificationsOf(teo, undefined)).told).toEqual([]);
  const text = await ledgerText();
  await answerDispute(ada, answered(id, 'declined'));
  expect([await ledgerText(), await db.earningCorrection.count({ where: { disputeId: id } })]).toEqual([text, 0]);
  const jobs = await db.$queryRaw<object[]>`SELECT FROM pgboss.job WHERE name = 'dispute.answered' AND data->>'disputeId' = ${id}`;
  expect(jobs.length).toBe(1);
  const mail = await disputeMail(id);
  expect([mail?.to, mail?.paragraphs.join(' ').includes('We looked at it.'), mail?.button?.url.endsWith(`/earnings/${of.number}`)]).toEqual(
    [teo.email, true, true],
  );
  await twentyAtOnce(() => notifyOfDispute(id));
  const { told } = await notificationsOf(teo, undefined);
  expect(told.map((one) => [one.kind, one.href, one.unread])).toEqual([['dispute', `/earnings/${of.number}`, true]]);
});

describe('who may', () => {
  test('dispute: a line that stands on one’s own statement, while there is time', async () => {
    const { of, teo, khanh, sade, scale, ice } = await scene();
    for (const line of [`read:${ice.id}`, `written:${scale.id}`, 'written:few'])
      expect(await refusalOf(disputeLine(teo, asked(of, line))), line).toBe('not-found');
    expect(await refusalOf(disputeLine(sade, asked(of, `written:${scale.id}`)))).toBe('not-found');
    expect(await refusalOf(disputeLine(khanh, { ...asked(of, `read:${scale.id}`), epoch: of.number + 1 }))).toBe('not-found');
    for (const wrong of [{ line: 'read:few' }, { reason: 'because' }, { words: '  ' }, { words: 'x'.repeat(1_001) }])
      expect(await refusalOf(disputeLine(khanh, { ...asked(of, `read:${scale.id}`), ...wrong }))).toBe('invalid');
    const late = new Date(Date.now() + 29 * DAY);
    expect(await refusalOf(disputeLine(khanh, asked(of, `read:${scale.id}`), late))).toBe('not-allowed');
    const { id } = await disputeLine(khanh, asked(of, `read:${scale.id}`));
    expect(await disputeLine(khanh, asked(of, `read:${scale.id}`), late)).toEqual({ id });
  });

  test('answer: an admin who neither read nor wrote it, once', async () => {
    const { of, teo, ines, khanh, ada, judit, scale } = await scene();
    const { id } = await disputeLine(teo, asked(of, `read:${scale.id}`));
    for (const who of [teo, ines, khanh, await member({ role: 'moderator' })]) {
      expect(await refusalOf(answerDispute(who, answered(id)))).toBe('not-allowed');
      expect(await refusalOf(openDisputes(who))).toBe('not-found');
    }
    // Who wrote or disputes it does not answer, admin or not; nor who is a reader of a writer's line.
    const asAdmin = (who: FactoryMember) => ({ ...who, role: 'admin' as const });
    expect(await refusalOf(answerDispute(asAdmin(teo), answered(id)))).toBe('not-allowed');
    expect(await refusalOf(answerDispute(asAdmin(ines), answered(id)))).toBe('not-allowed');
    const { id: written } = await disputeLine(ines, asked(of, 'written:few'));
    expect(await refusalOf(answerDispute(asAdmin(khanh), answered(written)))).toBe('not-allowed');
    // Who wrote it, or read it, is told that it waits, and nothing of it.
    const seen = async (who: FactoryMember) => {
      const { items, elsewhere } = await openDisputes(asAdmin(who));
      return [...items.filter((one) => [id, written].includes(one.id)).map((one) => [one.id === id, one.own]), elsewhere > 0];
    };
    expect(await seen(khanh)).toEqual([[true, false], true]);
    expect(await seen(ines)).toEqual([[false, true], true]);
    expect(await seen(teo)).toContainEqual([true, true]);
    expect(await refusalOf(answerDispute(ada, { ...answered(id), answer: '' }))).toBe('invalid');
    expect(await refusalOf(answerDispute(ada, answered(derivedId('nobody'))))).toBe('not-found');
    await answerDispute(ada, answered(id));
    expect(await refusalOf(answerDispute(judit, answered(id)))).toBe('conflict');
    expect(await refusalOf(answerDispute(ada, answered(id, 'declined')))).toBe('conflict');
    const events = await db.moderationEvent.findMany({ where: { personId: teo.id } });
    expect(events.map(({ action, actorId }) => [action, actorId])).toEqual([['dispute-upheld', ada.id]]);
  });
});

test('someone who leaves takes their disputes along; what was made good stays bounded', async () => {
  const { of, teo, ines, ada, scale } = await scene();
  const { id } = await disputeLine(teo, asked(of, `read:${scale.id}`));
  await answerDispute(ada, answered(id));
  await notifyOfDispute(id);
  expect((await earningArchive(teo))['earning-disputes']).toMatchObject([{ id, words: 'I read it on the train.' }]);
  const has = await purseOf(ines);
  await leave(teo, { confirm: 'leave' });
  expect([await db.earningDispute.count({ where: { id } }), await db.earningCorrection.count({ where: { postId: scale.id } })]).toEqual([
    0, 1,
  ]);
  expect(await purseOf(ines)).toEqual(has);
});
