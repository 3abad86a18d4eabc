import { strFromU8, unzipSync } from 'fflate';
import { afterEach, expect, test } from 'vitest';
import { archiveOf } from '@/lib/accounts/archive';
import { leave } from '@/lib/accounts/commands/leave';
import { recordProof } from '@/lib/accounts/commands/record-proof';
import { db } from '@/lib/db/client';
import { earningArchive } from '@/lib/earnings/archive';
import { answerEarning } from '@/lib/earnings/commands/answer-earning';
import { appealEarning } from '@/lib/earnings/commands/appeal-earning';
import { ledgerFaults } from '@/lib/earnings/commands/audit-ledger';
import { holdCredit } from '@/lib/earnings/commands/hold-credit';
import { linkAccounts, unlinkAccounts } from '@/lib/earnings/commands/link-accounts';
import { decisionMail } from '@/lib/earnings/decision-mails';
import { linkByPayout } from '@/lib/earnings/links';
import { openPleas } from '@/lib/earnings/open-pleas';
import { purseOf } from '@/lib/earnings/queries';
import { settleLeaving } from '@/lib/earnings/settle-leaving';
import { toldOfEarning } from '@/lib/earnings/told-holds';
import { seenPerson } from '@/lib/earnings/unusual';
import { type FactoryMember, member } from '../../factories/people';
import { refusalOf, twentyAtOnce } from '../../support/refusal';
import { eventOf, finding, linksOf } from './linked';
import { allocated, demoWeek, divided, givenTo, read, steps, town, type Week, week } from './week';

afterEach(async () => expect(await ledgerFaults()).toEqual([]));

const ready = async () => {
  const [there, of] = [await town(), await week()];
  await demoWeek(there, of);
  await allocated(of);
  return {
    ...there,
    of,
    ada: await member({ role: 'admin', name: 'Ada Lindqvist' }),
    judit: await member({ role: 'admin', name: 'Judit Farkas' }),
  };
};
const over = async (of: Week) => steps(of)[3]?.();

test('an admin links two accounts: once, both are told with the reason and how to appeal, nothing between them is released', async () => {
  const { of, ada, khanh, ines, scale } = await ready();
  await twentyAtOnce(() => linkAccounts(ada, finding(khanh, ines)));
  const links = await linksOf(khanh);
  expect(links.map(({ ground, reason, byId }) => [ground, reason, byId])).toEqual([['found', 'one-purse', ada.id]]);
  for (const who of [khanh, ines]) {
    expect(await db.moderationEvent.count({ where: { personId: who.id, action: 'earning-linked' } })).toBe(1);
    const text = (await decisionMail((await eventOf(who, 'earning-linked')).id))?.paragraphs.join('\n') ?? '';
    for (const said of ['what both earn goes to one purse', 'One household, one purse.', 'You may appeal until', 'An admin'])
      expect(text).toContain(said);
    // Nobody is told who the other one is.
    expect([text.includes('Ines'), text.includes('Khanh')]).toEqual([false, false]);
  }
  const row = await db.epochRow.findFirstOrThrow({ where: { postId: scale.id, reader: { memberId: khanh.id, epoch: of.number } } });
  const [before] = await givenTo(of, [khanh]);
  await over(of);
  expect((await purseOf(khanh)).available).toBe((before ?? 0n) - row.reward);
  expect((await decisionMail((await eventOf(khanh, 'earning-taken-back')).id))?.paragraphs[0]).toContain('points were taken back');
});

test('a link that is lifted by an appeal gives back what its release took, to both, and the machine leaves the two alone', async () => {
  const { of, ada, judit, khanh, ines } = await ready();
  await db.$transaction((tx) => linkByPayout(tx, { memberId: khanh.id, otherIds: [ines.id], shared: 'hash-of-a-wallet' }));
  const whole = await givenTo(of, [khanh, ines]);
  await over(of);
  expect((await purseOf(khanh)).available).toBeLessThan(whole[0] ?? 0n);
  const { id: eventId } = await eventOf(ines, 'earning-linked');
  expect(await refusalOf(appealEarning(khanh, { eventId, text: 'Not mine.' }))).toBe('not-found');
  const { id: appealId } = await appealEarning(ines, { eventId, text: 'We share a flat, not a wallet.' });
  const other = await appealEarning(khanh, { eventId: (await eventOf(khanh, 'earning-linked')).id, text: 'So do I.' });
  expect((await openPleas(judit)).map(({ about }) => about.kind)).toContain('link');
  await answerEarning(ada, { appealId: other.id, outcome: 'upheld', words: 'The same wallet.' });
  expect((await linksOf(khanh))[0]?.liftedAt).toBeNull();
  await twentyAtOnce(() => answerEarning(judit, { appealId, outcome: 'reversed', words: 'The wallet was theirs before.' }));
  expect(await Promise.all([khanh, ines].map(purseOf))).toEqual(whole.map((available) => ({ pending: 0n, available })));
  await db.$transaction((tx) => linkByPayout(tx, { memberId: ines.id, otherIds: [khanh.id], shared: 'hash-of-a-wallet' }));
  expect((await linksOf(khanh)).filter(({ liftedAt }) => liftedAt === null)).toEqual([]);
  // For another wallet it does.
  await db.$transaction((tx) => linkByPayout(tx, { memberId: ines.id, otherIds: [khanh.id], shared: 'hash-of-another' }));
  expect((await linksOf(khanh)).filter(({ liftedAt }) => liftedAt === null)).toHaveLength(1);
  const told = await toldOfEarning(ines, new Date());
  expect(told.links.map(({ liftedAt, mayAppeal, appeal }) => [liftedAt !== null, mayAppeal, appeal?.outcome])).toEqual([
    [false, true, undefined],
    [true, false, 'reversed'],
  ]);
});

test('what other links still connect stays taken back', async () => {
  const { of, ada, judit, khanh, ines, sade } = await ready();
  await linkAccounts(ada, finding(khanh, ines));
  await linkAccounts(ada, finding(khanh, sade));
  await linkAccounts(ada, finding(ines, sade));
  await over(of);
  const before = await Promise.all([khanh, ines, sade].map(purseOf));
  const [first] = await linksOf(khanh);
  await unlinkAccounts(judit, { linkId: first?.id, answer: 'Not these two.' });
  expect(await Promise.all([khanh, ines, sade].map(purseOf))).toEqual(before);
});

test('twenty payouts to one wallet at once, from both sides, make one link', async () => {
  const [ines, teo] = [await member({ name: 'Ines Duarte' }), await member({ name: 'Teo' })];
  let turn = 0;
  await twentyAtOnce(() => {
    turn += 1;
    const [memberId, other] = turn % 2 === 0 ? [ines.id, teo.id] : [teo.id, ines.id];
    return db.$transaction((tx) => linkByPayout(tx, { memberId, otherIds: [other, memberId], shared: 'w' }));
  });
  expect(await linksOf(ines)).toHaveLength(1);
  expect(await db.moderationEvent.count({ where: { action: 'earning-linked', personId: { in: [ines.id, teo.id] } } })).toBe(2);
});

test('who may link and lift', async () => {
  const { ada, khanh, ines } = await ready();
  const moderator = await member({ role: 'moderator' });
  for (const who of [khanh, ines, moderator]) expect(await refusalOf(linkAccounts(who, finding(khanh, ines)))).toBe('not-allowed');
  expect(await refusalOf(linkAccounts(ada, finding(ada, ines)))).toBe('not-allowed');
  expect(await refusalOf(linkAccounts(ada, { ...finding(khanh, ines), other: khanh.handle }))).toBe('invalid');
  expect(await refusalOf(linkAccounts(ada, { ...finding(khanh, ines), other: 'nobody-here' }))).toBe('invalid');
  expect(await refusalOf(linkAccounts(ada, { ...finding(khanh, ines), note: '' }))).toBe('invalid');
  await linkAccounts(ada, finding(khanh, ines));
  const [link] = await linksOf(khanh);
  const lifting = { linkId: link?.id, answer: 'No.' };
  for (const who of [khanh, moderator]) expect(await refusalOf(unlinkAccounts(who, lifting))).toBe('not-allowed');
  const results = await twentyAtOnce(() => unlinkAccounts(ada, lifting));
  expect(results.every(({ status }) => status === 'fulfilled')).toBe(true);
  expect(await db.moderationEvent.count({ where: { linkId: link?.id ?? '', action: 'earning-unlinked' } })).toBe(2);
});

test('who is linked, held and has appealed leaves like anyone; the other keeps the link, without them', async () => {
  const { ada, khanh, ines } = await ready();
  await linkAccounts(ada, finding(khanh, ines));
  const { id: eventId } = await eventOf(khanh, 'earning-linked');
  await appealEarning(khanh, { eventId, text: 'I am myself.' });
  await leave(khanh, { confirm: 'leave' });
  expect([await linksOf(khanh), await db.appeal.count({ where: { eventId } })]).toEqual([[], 0]);
  expect(await db.moderationEvent.findUniqueOrThrow({ where: { id: eventId } })).toMatchObject({ personId: null });
  const [kept] = await linksOf(ines);
  expect([kept?.oneId, kept?.otherId].sort()).toEqual([ines.id, null].sort());
  expect((await seenPerson(ada, ines.handle)).links.map(({ other }) => other)).toEqual([null]);
  await leave(ines, { confirm: 'leave' });
  expect(await db.earningLink.count({ where: { id: kept?.id ?? '' } })).toBe(0);
});

test('leaving before the release does not pay the account that is linked, or what somebody banned had read', async () => {
  const { of, ada, ines, khanh, pavel, sade, cron, scale } = await ready();
  await linkAccounts(ada, finding(khanh, ines));
  await db.sanction.create({ data: { memberId: pavel.id, kind: 'banned', reason: 'spam' } });
  const rows = await db.epochRow.findMany({
    where: { reader: { epoch: of.number, memberId: { in: [khanh.id, pavel.id] } } },
    include: { reader: true, payee: true },
  });
  const [toInes, toSade] = [await givenTo(of, [ines]), await givenTo(of, [sade])];
  for (const who of [khanh, pavel]) await leave(who, { confirm: 'leave' }, { first: settleLeaving });
  await over(of);
  const taken = (payee: FactoryMember, from: readonly FactoryMember[]) =>
    rows
      .filter((row) => row.payee?.memberId === payee.id && from.some(({ id }) => id === row.reader.memberId))
      .reduce((sum, { amount }) => sum + amount, 0n);
  expect((await purseOf(ines)).available).toBe((toInes[0] ?? 0n) - taken(ines, [khanh, pavel]));
  expect((await purseOf(sade)).available).toBe((toSade[0] ?? 0n) - taken(sade, [pavel]));
  expect([taken(ines, [khanh]) > 0n, taken(sade, [pavel]) > 0n, scale.id !== cron.id]).toEqual([true, true, true]);
});

test('the archive has one’s holds with what was seen, one’s links and proofs, and nothing of who decided or whom one is linked with', async () => {
  const { ada, khanh, ines } = await ready();
  await linkAccounts(ada, finding(khanh, ines));
  await recordProof(ada, { handle: khanh.handle, kind: 'phone', shown: '+49 171 555 0102' });
  const evidence = { figures: { beats: 240 }, posts: [] };
  await holdCredit(null, { memberId: khanh.id, reason: 'no-jitter' }, { version: 1, marks: ['no-jitter'], evidence });
  const files = unzipSync(await archiveOf(khanh, await earningArchive(khanh)));
  const text = (name: string) => strFromU8(files[`${name}.json`] ?? new Uint8Array());
  expect(text('earning-holds')).toContain('"beats": 240');
  expect(text('earning-links')).toContain('One household, one purse.');
  expect(text('proofs')).toContain('"kind": "phone"');
  expect(text('earning-account')).toContain('"code"');
  expect(text('statements')).toContain('"epoch"');
  const { fingerprint } = await db.proof.findFirstOrThrow({ where: { memberId: khanh.id } });
  const all = ['earning-holds', 'earning-links', 'proofs', 'moderation', 'notifications'].map(text).join();
  for (const other of [ada.id, ines.id, fingerprint, '1715550102', '555 0102']) expect(all).not.toContain(other);
});

test('accounts that are linked, through a third one too, have two earning posts a day together', async () => {
  const [there, of] = [await town(), await week()];
  const { ines, sade, khanh, pavel, scale, ice, cron } = there;
  for (const [nth, post] of [scale, ice, cron].entries()) {
    await read(khanh, post, 240, of, { at: nth * 1_000 });
    await read(pavel, post, 240, of, { at: nth * 1_000, day: 2 + nth });
  }
  const between = await member({ name: 'Another name' });
  await db.earningLink.create({ data: { oneId: ines.id, otherId: between.id, ground: 'number' } });
  await db.earningLink.create({ data: { oneId: between.id, otherId: sade.id, ground: 'payout' } });
  await divided(of);
  const left = async (who: FactoryMember) =>
    (await db.epochRow.findMany({ where: { reader: { epoch: of.number, memberId: who.id } } })).flatMap((row) => row.left);
  expect(await left(khanh)).toEqual([{ reason: 'author-limit', seconds: 240 }]);
  // On days of their own all count.
  expect(await left(pavel)).toEqual([]);
});
