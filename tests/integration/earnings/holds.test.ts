import { afterEach, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { answerEarning } from '@/lib/earnings/commands/answer-earning';
import { appealEarning } from '@/lib/earnings/commands/appeal-earning';
import { ledgerFaults } from '@/lib/earnings/commands/audit-ledger';
import { endHold } from '@/lib/earnings/commands/end-hold';
import { holdCredit } from '@/lib/earnings/commands/hold-credit';
import { decisionMail, pleaMail } from '@/lib/earnings/decision-mails';
import { openPleas } from '@/lib/earnings/open-pleas';
import { pointsText } from '@/lib/earnings/points';
import { purseOf } from '@/lib/earnings/queries';
import { toldOfEarning } from '@/lib/earnings/told-holds';
import { seenPerson, unusualAccounts } from '@/lib/earnings/unusual';
import { changeRole } from '@/lib/moderation/commands/change-role';
import { countAppeals } from '@/lib/moderation/open-appeals';
import { publicLog } from '@/lib/moderation/public-log';
import { auditLog } from '@/lib/moderation/queries';
import { notificationsOf } from '@/lib/notifications/queries';
import { type FactoryMember, member } from '../../factories/people';
import { refusalOf, twentyAtOnce } from '../../support/refusal';
import { allocated, demoWeek, givenTo, steps, town, type Week, week } from './week';

afterEach(async () => expect(await ledgerFaults()).toEqual([]));

const admins = async () =>
  [await member({ role: 'admin', name: 'Ada Lindqvist' }), await member({ role: 'admin', name: 'Judit Farkas' })] as const;
const ready = async () => {
  const [there, of] = [await town(), await week()];
  await demoWeek(there, of);
  await allocated(of);
  return { ...there, of };
};
const over = async (of: Week) => steps(of)[3]?.();
const eventOf = ({ id }: FactoryMember, action: string) =>
  db.moderationEvent.findFirstOrThrow({ where: { personId: id, action }, orderBy: { seq: 'desc' } });
const held = async (khanh: FactoryMember) => {
  const [ada, judit] = await admins();
  const { holdId } = await holdCredit(ada, { memberId: khanh.id, reason: 'forged', note: 'Seen twice.' });
  return { ada, judit, holdId };
};
const plead = async (who: FactoryMember, action = 'earning-held') => {
  const { id: eventId } = await eventOf(who, action);
  return appealEarning(who, { eventId, text: 'It was my screen reader.' });
};

test('a hold is told with reason, words, who decided, until when and how to appeal, and stands in the log for admins alone', async () => {
  const { khanh } = await ready();
  const { ada } = await held(khanh);
  const event = await eventOf(khanh, 'earning-held');
  const mail = await decisionMail(event.id);
  const text = mail?.paragraphs.join('\n') ?? '';
  for (const said of ['forged', 'Seen twice.', 'An admin of the site decided this.', 'It holds until', 'You may appeal until'])
    expect(text).toContain(said);
  expect(mail?.button?.url).toMatch(/\/settings#held$/);
  const told = (await notificationsOf(khanh, undefined)).told.map((one) => (one.kind === 'decision' ? one.action : one.kind));
  expect(told).toEqual(['earning-held']);
  const judit = await member({ role: 'moderator' });
  const lines = async (who: FactoryMember) => (await auditLog(who, undefined)).entries.filter(({ id }) => id === event.id).length;
  expect([await lines(ada), await lines(judit)]).toEqual([1, 0]);
  const entry = (await publicLog(undefined)).entries.find(({ id }) => id === event.id);
  expect([entry?.action, entry?.role, entry?.person, JSON.stringify(entry).includes('Seen twice.')]).toEqual([
    'earning-held',
    'site',
    { blog: null },
    false,
  ]);
});

test('an appeal that is granted clears the hold and brings back to the unit what the release took', async () => {
  const { of, ines, sade, khanh } = await ready();
  const { ada, judit, holdId } = await held(khanh);
  const whole = await givenTo(of, [ines, sade, khanh]);
  await over(of);
  expect(await purseOf(khanh)).toEqual({ pending: 0n, available: 0n });
  const taken = await decisionMail((await eventOf(khanh, 'earning-taken-back')).id);
  expect(taken?.paragraphs.join('\n')).toContain(`${pointsText(whole[2] ?? 0n, 'en')} points were taken back`);
  // Whom Khanh read is not told of a decision about Khanh.
  expect(await db.moderationEvent.count({ where: { personId: ines.id, action: 'earning-taken-back' } })).toBe(0);

  const receipts = await twentyAtOnce(() => plead(khanh));
  expect(new Set(receipts.map((one) => (one.status === 'fulfilled' ? one.value.id : 'refused'))).size).toBe(1);
  const [plea] = await openPleas(judit);
  expect([plea?.text, plea?.bar, (await openPleas(ada))[0]?.bar]).toEqual(['It was my screen reader.', null, 'decided-first']);
  expect([await countAppeals(judit, null), await countAppeals(ada, null)]).toEqual([1, 0]);
  const appealId = plea?.id ?? '';
  const answer = { appealId, outcome: 'reversed', words: 'A screen reader indeed.' };
  expect(await refusalOf(answerEarning(ada, answer))).toBe('not-allowed');
  await twentyAtOnce(() => answerEarning(judit, answer));
  expect(await Promise.all([ines, sade, khanh].map(purseOf))).toEqual(whole.map((available) => ({ pending: 0n, available })));
  const said = (await pleaMail(appealId))?.paragraphs.join('\n') ?? '';
  expect(said).toContain(`${pointsText(whole[2] ?? 0n, 'en')} points are yours again`);
  expect(said).toContain('A screen reader indeed.');
  const { holds } = await toldOfEarning(khanh, new Date());
  expect(holds.map(({ id, outcome, mayAppeal, appeal }) => [id, outcome, mayAppeal, appeal?.outcome])).toEqual([
    [holdId, 'cleared', false, 'reversed'],
  ]);
  expect(await db.moderationEvent.count({ where: { holdId, action: 'appeal-reversed' } })).toBe(1);
});

test('what would be taken back for another reason by now does not come back with the hold', async () => {
  const { of, khanh, cron, sade } = await ready();
  const { judit, holdId } = await held(khanh);
  const row = await db.epochRow.findFirstOrThrow({ where: { postId: cron.id, reader: { memberId: khanh.id, epoch: of.number } } });
  const [whole] = await givenTo(of, [khanh]);
  await over(of);
  const before = await purseOf(sade);
  await db.post.update({ where: { id: cron.id }, data: { publishedAt: null } });
  await endHold(judit, { holdId, outcome: 'cleared', answer: 'It was not so.' });
  expect(await purseOf(khanh)).toEqual({ pending: 0n, available: (whole ?? 0n) - row.reward });
  expect(await purseOf(sade)).toEqual(before);
  const { returned } = await db.epochRow.findUniqueOrThrow({ where: { readerId_postId: { readerId: row.readerId, postId: cron.id } } });
  expect(returned).toBe('removed');
});

test('a confirmed hold may be appealed once, by another admin than both who decided; granted, all comes back', async () => {
  const { of, khanh } = await ready();
  const { ada, judit, holdId } = await held(khanh);
  const third = await member({ role: 'admin', name: 'Sol Reyes' });
  await endHold(judit, { holdId, outcome: 'confirmed', answer: 'It was so.' });
  expect(await refusalOf(plead(khanh))).toBe('conflict');
  const whole = await givenTo(of, [khanh]);
  await over(of);
  const { id: appealId } = await plead(khanh, 'earning-confirmed');
  for (const who of [ada, judit, khanh]) {
    const answer = answerEarning(who, { appealId, outcome: 'reversed', words: '' });
    expect(await refusalOf(answer)).toBe(who === khanh ? 'not-found' : 'not-allowed');
  }
  await answerEarning(third, { appealId, outcome: 'reversed', words: '' });
  expect(await purseOf(khanh)).toEqual({ pending: 0n, available: whole[0] });
  expect((await db.earningHold.findUniqueOrThrow({ where: { id: holdId } })).outcome).toBe('cleared');
});

test('an appeal that is refused confirms the hold by it, with words, and cannot be made again', async () => {
  const { of, khanh } = await ready();
  const { judit, holdId } = await held(khanh);
  const { id: appealId } = await plead(khanh);
  expect(await refusalOf(answerEarning(judit, { appealId, outcome: 'upheld', words: '' }))).toBe('invalid');
  await answerEarning(judit, { appealId, outcome: 'upheld', words: 'Nobody reads so.' });
  await answerEarning(judit, { appealId, outcome: 'upheld', words: 'Nobody reads so.' });
  expect(await refusalOf(answerEarning(judit, { appealId, outcome: 'reversed', words: '' }))).not.toBe('done');
  const row = await db.earningHold.findUniqueOrThrow({ where: { id: holdId } });
  expect([row.outcome, row.answer]).toEqual(['confirmed', 'Nobody reads so.']);
  const [told] = (await toldOfEarning(khanh, new Date())).holds;
  expect([told?.mayAppeal, told?.appeal?.outcome]).toEqual([false, 'upheld']);
  await over(of);
  expect(await purseOf(khanh)).toEqual({ pending: 0n, available: 0n });
});

test('an answer from the person’s page answers the appeal that waits, once', async () => {
  const { khanh } = await ready();
  const { judit, holdId } = await held(khanh);
  const { id } = await plead(khanh);
  await twentyAtOnce(() => endHold(judit, { holdId, outcome: 'cleared', answer: 'Nothing to it.' }));
  expect(await db.appeal.findUniqueOrThrow({ where: { id } })).toMatchObject({
    outcome: 'reversed',
    answer: 'Nothing to it.',
    decidedById: judit.id,
  });
  expect(await db.moderationEvent.count({ where: { holdId, action: 'appeal-reversed' } })).toBe(1);
});

test('who earns nothing may appeal all the same; others may not, nor after six months, nor what is cleared', async () => {
  const [khanh, teo] = [await member({ name: 'Khanh Trinh' }), await member({ name: 'Teo' })];
  const { judit, holdId } = await held(khanh);
  const { id: eventId, createdAt } = await eventOf(khanh, 'earning-held');
  const asked = { eventId, text: 'It was my screen reader.' };
  expect(await refusalOf(appealEarning(teo, asked))).toBe('not-found');
  const late = new Date(createdAt);
  late.setUTCMonth(late.getUTCMonth() + 7);
  expect(await refusalOf(appealEarning(khanh, asked, late))).toBe('not-allowed');
  expect(await refusalOf(appealEarning(khanh, { ...asked, text: ' ' }))).toBe('invalid');
  expect(await refusalOf(appealEarning(khanh, asked))).toBe('done');
  await endHold(judit, { holdId, outcome: 'cleared', answer: 'Nothing to it.' });
  const again = await holdCredit(judit, { memberId: khanh.id, reason: 'other', note: 'Something else.' });
  const other = await eventOf(khanh, 'earning-held');
  await endHold(await member({ role: 'admin' }), { holdId: again.holdId, outcome: 'cleared', answer: 'No.' });
  expect(await refusalOf(appealEarning(khanh, { eventId: other.id, text: 'Why?' }))).toBe('conflict');
});

test('the list and the person’s page are for admins: open ones first, with what is at stake', async () => {
  const { khanh, pavel } = await ready();
  const { ada, judit, holdId } = await held(khanh);
  await endHold(judit, { holdId, outcome: 'confirmed', answer: 'It was so.' });
  await holdCredit(null, { memberId: pavel.id, reason: 'burst' });
  const { accounts } = await unusualAccounts(ada, undefined);
  const [first] = accounts;
  const ended = accounts.findIndex(({ id }) => id === holdId);
  expect(accounts.findIndex(({ who, outcome }) => who?.handle === pavel.handle && outcome === null)).toBeLessThan(ended);
  expect([first?.outcome, (accounts[ended]?.waiting ?? 0n) > 0n]).toEqual([null, true]);
  const seen = await seenPerson(judit, khanh.handle);
  expect(seen.holds.map(({ by, endedBy, answers, bar }) => [by, endedBy, answers, bar])).toEqual([
    ['Ada Lindqvist', 'Judit Farkas', [], null],
  ]);
  const moderator = await member({ role: 'moderator' });
  for (const who of [khanh, moderator]) {
    expect(await refusalOf(unusualAccounts(who, undefined))).toBe('not-found');
    expect(await refusalOf(seenPerson(who, khanh.handle))).toBe('not-found');
    expect(await openPleas(who)).toEqual([]);
  }
});

test('the list’s pages neither repeat nor leave out what is answered meanwhile', async () => {
  const [ada, judit] = await admins();
  const who = await member();
  const data = Array.from({ length: 120 }, () => ({ memberId: who.id, reason: 'burst', byMachine: true }));
  const made = (await db.earningHold.createManyAndReturn({ data, select: { id: true } })).map(({ id }) => id).sort();
  const seen: string[] = [];
  let answered = 0;
  for (let after: string | null = ''; after !== null; ) {
    const { accounts, next }: Awaited<ReturnType<typeof unusualAccounts>> = await unusualAccounts(ada, after);
    seen.push(...accounts.filter(({ outcome }) => outcome === null).map(({ id }) => id));
    for (const { id } of accounts.filter((one) => one.outcome === null).slice(0, 10)) {
      await endHold(judit, { holdId: id, outcome: 'cleared', answer: 'Nothing to it.' });
      answered += 1;
    }
    after = next;
  }
  expect(answered).toBeGreaterThan(20);
  expect(seen.filter((id) => made.includes(id))).toEqual(made);
  for (const bad of ['open-', 'ended-x', `open-${'-'.repeat(36)}`, 'neither'])
    expect((await unusualAccounts(ada, bad)).accounts).not.toEqual([]);
});

test('who is held while the week is being frozen is held at its release; what a later hold concerns does not keep the earlier away', async () => {
  const { of, khanh } = await ready();
  const { ada, judit, holdId } = await held(khanh);
  const whole = await givenTo(of, [khanh]);
  // The freeze wrote its reader a moment before the hold was there.
  await db.epochReader.updateMany({ where: { memberId: khanh.id, epoch: of.number }, data: { holdId: null } });
  await endHold(judit, { holdId, outcome: 'confirmed', answer: 'It was so.' });
  await over(of);
  expect(await purseOf(khanh)).toEqual({ pending: 0n, available: 0n });
  await holdCredit(ada, { memberId: khanh.id, reason: 'other', note: 'Another week.' });
  const third = await member({ role: 'admin' });
  const { id: appealId } = await plead(khanh, 'earning-confirmed');
  await answerEarning(third, { appealId, outcome: 'reversed', words: '' });
  expect(await purseOf(khanh)).toEqual({ pending: 0n, available: whole[0] });
});

test('what a confirmed hold keeps away is let go by no later one that is cleared', async () => {
  const { of, khanh } = await ready();
  const { ada, judit, holdId } = await held(khanh);
  await endHold(judit, { holdId, outcome: 'confirmed', answer: 'It was so.' });
  const later = await holdCredit(judit, { memberId: khanh.id, reason: 'other', note: 'Another week.' });
  await endHold(ada, { holdId: later.holdId, outcome: 'cleared', answer: 'Nothing there.' });
  await over(of);
  expect(await purseOf(khanh)).toEqual({ pending: 0n, available: 0n });
});

test('a hold that was appealed with success lets nothing go that another one, set before the release, still keeps', async () => {
  const { of, khanh } = await ready();
  const { ada, judit, holdId } = await held(khanh);
  const whole = await givenTo(of, [khanh]);
  await endHold(judit, { holdId, outcome: 'confirmed', answer: 'It was so.' });
  const later = await holdCredit(judit, { memberId: khanh.id, reason: 'other', note: 'Another week.' });
  await over(of);
  const third = await member({ role: 'admin' });
  const { id: appealId } = await plead(khanh, 'earning-confirmed');
  await answerEarning(third, { appealId, outcome: 'reversed', words: '' });
  expect(await purseOf(khanh)).toEqual({ pending: 0n, available: 0n });
  await endHold(ada, { holdId: later.holdId, outcome: 'cleared', answer: 'Nothing there.' });
  expect(await purseOf(khanh)).toEqual({ pending: 0n, available: whole[0] });
});

test('whoever is the only admin left answers an appeal of what they confirmed themselves: nobody else could', async () => {
  const khanh = await member({ name: 'Khanh Trinh' });
  const { ada, judit, holdId } = await held(khanh);
  await endHold(judit, { holdId, outcome: 'confirmed', answer: 'It was so.' });
  const { id: appealId } = await plead(khanh, 'earning-confirmed');
  const answer = () => answerEarning(judit, { appealId, outcome: 'reversed', words: 'I was wrong.' });
  expect(await refusalOf(answer())).toBe('not-allowed');
  expect((await openPleas(judit)).map(({ bar }) => bar)).toContain('decided-first');
  const bar = async () => (await openPleas(judit)).find(({ id }) => id === appealId)?.bar;
  // Who sent the others away is not alone, and is shown no form that would be refused.
  await db.member.updateMany({ where: { role: 'admin', id: { notIn: [judit.id, ada.id] } }, data: { role: 'member' } });
  await changeRole(judit, { handle: ada.handle, role: 'member' });
  expect([await bar(), await refusalOf(answer())]).toEqual(['decided-first', 'not-allowed']);
  await db.moderationEvent.updateMany({ where: { actorId: judit.id, action: 'role-changed' }, data: { actorId: null } });
  expect(await bar()).toBeNull();
  expect(await refusalOf(answer())).toBe('done');
  expect((await db.earningHold.findUniqueOrThrow({ where: { id: holdId } })).outcome).toBe('cleared');
});

test('the only admin of a site may take back their own hold, and not confirm it; with two, another must', async () => {
  const khanh = await member({ name: 'Khanh Trinh' });
  const { ada, holdId } = await held(khanh);
  const answer = (outcome: string) => endHold(ada, { holdId, outcome, answer: 'I was wrong.' });
  expect(await refusalOf(answer('cleared'))).toBe('not-allowed');
  await db.member.updateMany({ where: { role: 'admin', id: { not: ada.id } }, data: { role: 'member' } });
  expect(await refusalOf(answer('confirmed'))).toBe('not-allowed');
  expect(await refusalOf(answer('cleared'))).toBe('done');
});
