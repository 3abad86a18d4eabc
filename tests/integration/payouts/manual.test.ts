import { beforeEach, expect, test } from 'vitest';
import { env } from '@/lib/core/env';
import { db } from '@/lib/db/client';
import { auditFaults, balanceOf } from '@/lib/ledger/queries';
import { importConfirmations, makeFile } from '@/lib/payouts/commands/confirm';
import { cancelPayout } from '@/lib/payouts/commands/decide-payout';
import { writeDestination } from '@/lib/payouts/commands/link-destination';
import { reconcile } from '@/lib/payouts/commands/reconcile';
import { payoutFile } from '@/lib/payouts/file';
import { payoutMail } from '@/lib/payouts/mails';
import { moneyLog } from '@/lib/payouts/money-log';
import { paidBy } from '@/lib/payouts/points';
import { adminPayouts } from '@/lib/payouts/queries';
import { member } from '../../factories/people';
import { refusalOf, twentyAtOnce } from '../../support/refusal';
import { ask, availableTo, clearing, earned, forgetPayouts, HOUR, payoutOf, setRailTo } from './paying';

beforeEach(async () => {
  await forgetPayouts();
  await setRailTo('manual', { unit: 'EUR', decimals: 2, worth: 200n });
});

async function payee(to: string) {
  const who = await member();
  const code = await earned(who, 100_000n);
  await writeDestination(who, { destination: to }, new Date(Date.now() - 100 * HOUR));
  return { member: who, code };
}
const admin = () => member({ role: 'admin' });
const fill = (text: string, outcome: string, reference = '') => text.replaceAll(',,\r\n', `,${outcome},${reference}\r\n`);

test('the operator makes a file, pays, and gives it back: each line once, however often', async () => {
  const [ada, ines, khanh] = [await admin(), await payee('DE89 3704 0044 0532 0130 00'), await payee('=HYPERLINK("http://evil.example")')];
  const [one, two] = [await ask(ines.member, '50', 'manual'), await ask(khanh.member, '25.5', 'manual')];
  const made = await twentyAtOnce(() => makeFile(ada));
  const ids = made.flatMap((of) => (of.status === 'fulfilled' && of.value ? [of.value] : []));
  expect(ids).toHaveLength(1);
  expect(await clearing()).toBe(75_500n);
  // Who made it stands in the record of each.
  expect((await payoutOf(one.payoutId)).events.at(-1)).toMatchObject({ reason: 'handed-over', byId: ada.id });
  const { text } = await payoutFile(ada, ids[0] ?? '');
  expect(text.split('\r\n')).toEqual([
    '\u{feff}payout,amount,unit,destination,outcome,reference',
    `${one.payoutId},0.1,EUR,DE89 3704 0044 0532 0130 00,,`,
    `${two.payoutId},0.05,EUR,"'=HYPERLINK(""http://evil.example"")",,`,
    '',
  ]);
  // Given back as it is, it says nothing.
  expect(await importConfirmations(ada, { lines: text })).toEqual({ paid: 0, failed: 0, returned: 0, known: 0, faults: [] });
  const paid = fill(text, 'paid', 'SEPA 4711');
  expect(await importConfirmations(ada, { lines: paid })).toEqual({ paid: 2, failed: 0, returned: 0, known: 0, faults: [] });
  const again = await Promise.all([importConfirmations(ada, { lines: paid }), importConfirmations(ada, { lines: paid })]);
  expect(again.map(({ paid: of, known }) => [of, known])).toEqual([
    [0, 2],
    [0, 2],
  ]);
  expect([await clearing(), await availableTo(ines), await availableTo(khanh)]).toEqual([0n, 50_000n, 74_500n]);
  expect(await payoutOf(one.payoutId)).toMatchObject({ state: 'settled', destination: '', units: 10n });
  expect((await payoutOf(one.payoutId)).events.at(-1)).toMatchObject({ note: 'SEPA 4711', byId: ada.id });
  expect((await db.payoutSubmission.findFirstOrThrow()).outcome).toBe('settled');
  await reconcile();
  expect(await db.payoutReconciliation.findFirstOrThrow()).toMatchObject({ settled: 15n, treasury: null, open: 0, faults: [] });
});

test('what comes back out of a spreadsheet of another language, or as cells, is taken too', async () => {
  const [ada, ines, khanh] = [await admin(), await payee('one account'), await payee('two account')];
  const [one, two] = [await ask(ines.member, '50', 'manual'), await ask(khanh.member, '50', 'manual')];
  await makeFile(ada);
  const semicolons = `payout;amount;outcome\r\n${one.payoutId};0,10;paid\r\n`;
  expect(await importConfirmations(ada, { lines: semicolons })).toMatchObject({ paid: 1, faults: [] });
  const cells = `payout\tamount\tunit\toutcome\n${two.payoutId}\t0,1\tEUR\tpaid`;
  expect(await importConfirmations(ada, { lines: cells })).toMatchObject({ paid: 1, faults: [] });
});

test('a destination that nobody can read any more holds up its own payout and no other', async () => {
  const settings = env() as { SECRET: string };
  const { SECRET } = settings;
  settings.SECRET = 'the secret that the site had before';
  const one = await ask((await payee('one account')).member, '50', 'manual');
  settings.SECRET = SECRET;
  const two = await ask((await payee('two account')).member, '50', 'manual');
  const ada = await admin();
  const id = (await makeFile(ada)) ?? '';
  const { state, events } = await payoutOf(one.payoutId);
  expect([state, events.at(-1)?.reason]).toEqual(['held', 'destination-unreadable']);
  const { text } = await payoutFile(ada, id);
  expect(text).toContain(two.payoutId);
  expect(await importConfirmations(ada, { lines: fill(text, 'paid') })).toMatchObject({ paid: 1, faults: [] });
});

test('bad lines are named, each with why, and the good ones are done', async () => {
  const [ada, ines, khanh, sade] = [await admin(), await payee('one account'), await payee('two account'), await payee('three account')];
  const [one, two] = [await ask(ines.member, '50', 'manual'), await ask(khanh.member, '50', 'manual')];
  await makeFile(ada);
  const waiting = await ask(sade.member, '50', 'manual');
  const nobody = '01900000-0000-7000-8000-000000000000';
  const lines = [
    'amount;payout;outcome',
    `0.1;${one.payoutId};paid`,
    '0.1;no id;paid',
    `0.1;${nobody};paid`,
    `0.2;${two.payoutId};paid`,
    `0.1;${two.payoutId};perhaps`,
    `0.1;${one.payoutId};failed`,
    `0.1;${waiting.payoutId};paid`,
    `0.1;${two.payoutId};failed`,
  ].join('\n');
  expect(await importConfirmations(ada, { lines })).toEqual({
    paid: 1,
    failed: 1,
    returned: 0,
    known: 0,
    faults: [
      { line: 3, fault: 'no-payout' },
      { line: 4, fault: 'no-payout' },
      { line: 5, fault: 'amount' },
      { line: 6, fault: 'outcome' },
      { line: 7, fault: 'said-otherwise' },
      { line: 8, fault: 'not-handed-over' },
    ],
  });
  expect([(await payoutOf(two.payoutId)).state, await availableTo(khanh), await clearing()]).toEqual(['failed', 100_000n, 0n]);
  expect(await refusalOf(importConfirmations(ada, { lines: 'who,what\na,b' }))).toBe('invalid');
});

test('what a bank returns after it was paid is the person’s again, once, and can be asked for anew', async () => {
  const [ada, judit] = [await admin(), await admin()];
  const [ines, khanh] = [await payee('DE89 3704 0044 0532 0130 00'), await payee('DE02 1203 0000 0000 2020 51')];
  const [back, stays] = [await ask(ines.member, '50', 'manual'), await ask(khanh.member, '50', 'manual')];
  const { text } = await payoutFile(ada, (await makeFile(ada)) ?? '');
  const before = (await balanceOf(paidBy('manual'))).posted;
  await importConfirmations(ada, { lines: fill(text, 'paid', 'SEPA 4711') });
  const returned = fill(
    text
      .split('\r\n')
      .filter((line) => !line.startsWith(stays.payoutId))
      .join('\r\n'),
    'returned',
    'Account closed',
  );
  // Whoever said that it was paid does not say so alone, nor anybody without saying what the bank said.
  expect((await importConfirmations(ada, { lines: returned })).faults).toEqual([{ line: 2, fault: 'second' }]);
  const silent = returned.replace('Account closed', ' ');
  expect((await importConfirmations(judit, { lines: silent })).faults).toEqual([{ line: 2, fault: 'no-reference' }]);
  const said = await twentyAtOnce(() => importConfirmations(judit, { lines: returned }));
  const counts = said.flatMap((of) => (of.status === 'fulfilled' ? [of.value] : []));
  expect([counts.length, counts.filter((one) => one.returned === 1).length, counts.filter((one) => one.known === 1).length]).toEqual([
    20, 1, 19,
  ]);
  expect(await payoutOf(back.payoutId)).toMatchObject({ state: 'failed' });
  expect((await payoutOf(back.payoutId)).events.at(-1)).toMatchObject({
    reason: 'operator-returned',
    note: 'Account closed',
    byId: judit.id,
  });
  expect([await clearing(), await availableTo(ines), await availableTo(khanh)]).toEqual([0n, 100_000n, 50_000n]);
  expect([(await balanceOf(paidBy('manual'))).posted - before, await auditFaults([])]).toEqual([50_000n, []]);
  // Said to be paid all the same, it is not; nor does the other come back by it.
  expect((await importConfirmations(ada, { lines: fill(text, 'paid') })).faults).toEqual([{ line: 2, fault: 'said-otherwise' }]);
  expect((await payoutOf(stays.payoutId)).state).toBe('settled');
  expect((await moneyLog(ada)).entries.some(({ act }) => act === 'operator-returned')).toBe(true);
  expect((await payoutMail(back.payoutId))?.paragraphs.join(' ')).toContain('The bank returned it.');
  await ask(ines.member, '60', 'manual');
});

test('the file and its way back are for admins alone, and nobody confirms their own', async () => {
  const [ada, ines] = [await admin(), await payee('an account')];
  const { payoutId } = await ask(ines.member, '50', 'manual');
  for (const who of [ines.member, await member({ role: 'moderator' })]) {
    expect(await refusalOf(makeFile(who))).toBe('not-allowed');
    expect(await refusalOf(importConfirmations(who, { lines: 'x' }))).toBe('not-allowed');
  }
  const id = (await makeFile(ada)) ?? '';
  expect(await refusalOf(payoutFile(ines.member, id))).toBe('not-allowed');
  const own = { ...ada, id: ines.member.id };
  expect((await importConfirmations(own, { lines: `payout,amount,outcome\n${payoutId},0.1,paid` })).faults).toEqual([
    { line: 2, fault: 'own' },
  ]);
  expect(await makeFile(ada)).toBeNull();
});

test('whoever is the only admin of a site confirms their own: nobody else could, and it would stay on its way for ever', async () => {
  const [ada, ines, before] = [await admin(), await payee('an account'), await clearing()];
  const { payoutId } = await ask(ines.member, '50', 'manual');
  await makeFile(ada);
  await db.member.updateMany({ where: { role: 'admin' }, data: { role: 'member' } });
  await db.member.update({ where: { id: ines.member.id }, data: { role: 'admin' } });
  const own = { ...ines.member, role: 'admin' as const };
  expect((await adminPayouts(own, new Date())).open.find(({ id }) => id === payoutId)?.own).toBe(false);
  expect(await importConfirmations(own, { lines: `payout,amount,outcome\n${payoutId},0.1,paid` })).toMatchObject({ paid: 1, faults: [] });
  expect(await clearing()).toBe(before);
});

test('what was asked for in other digits is not measured by the cap of these: it waits too, and the day keeps what was sent', async () => {
  const ada = await admin();
  await setRailTo('manual', { unit: 'EUR', decimals: 2, worth: 2_000_000n, minimum: 1_000n, dailyCap: 50_000n });
  const asks = async (amount: string) => {
    const who = await payee('an account');
    return { who, ...(await ask(who.member, amount, 'manual')) };
  };
  await asks('15');
  await makeFile(ada);
  const waiting = [await asks('15'), await asks('15')];
  // 300.00 of 500.00 went today; in four digits that is three of five millions.
  await setRailTo('manual', { unit: 'EUR', decimals: 4, worth: 200_000_000n, minimum: 1_000n, dailyCap: 5_000_000n });
  expect(await makeFile(ada)).toBeNull();
  for (const { payoutId } of waiting) {
    const { state, events } = await payoutOf(payoutId);
    expect([state, events.at(-1)?.reason]).toEqual(['held', 'unit-changed']);
  }
  const { who, payoutId } = await asks('15');
  expect(await makeFile(ada)).toBeNull();
  await cancelPayout(who.member, { payoutId });
  await asks('5');
  expect(await makeFile(ada)).not.toBeNull();
});

test('what was asked for in another unit than the rail pays in now is not paid in this one: it waits, and its person hears why', async () => {
  const [ada, ines, before] = [await admin(), await payee('an account'), await clearing()];
  const { payoutId } = await ask(ines.member, '50', 'manual');
  await setRailTo('manual', { unit: 'VND', decimals: 2, worth: 200n });
  expect(await makeFile(ada)).toBeNull();
  const { state, events } = await payoutOf(payoutId);
  expect([state, events.at(-1)?.reason, await clearing()]).toEqual(['held', 'unit-changed', before]);
  await cancelPayout(ines.member, { payoutId });
  expect(await availableTo(ines)).toBe(100_000n);
});

test('killed while a file is made, it is made once', async () => {
  const before = await clearing();
  const [ada, ines] = [await admin(), await payee('an account')];
  await ask(ines.member, '50', 'manual');
  for (const place of ['hand over: prepared', 'hand over: written, not committed', 'hand over: committed']) {
    const dies = (point: string): void => {
      if (point === place) throw new Error('killed');
    };
    await expect(makeFile(ada, new Date(), dies)).rejects.toThrow('killed');
  }
  expect([await makeFile(ada), await db.payoutSubmission.count(), (await clearing()) - before]).toEqual([null, 1, 50_000n]);
});

test('who is paid by hand to the same account is linked when both were handed a payout there, and not before', async () => {
  const [ada, there] = [await admin(), 'Ines Duarte, DE89 3704 0044 0532 0130 00'];
  const [ines, khanh, sade] = [await payee(there), await payee('ines duarte, DE8937040044-0532013000'), await payee('Another, DE11 0000')];
  const linksOf = ({ id }: { id: string }) => db.earningLink.count({ where: { ground: 'payout', OR: [{ oneId: id }, { otherId: id }] } });
  await ask(ines.member, '10', 'manual');
  await makeFile(ada);
  expect([await linksOf(ines.member), await linksOf(khanh.member)]).toEqual([0, 0]);
  for (const { member: who } of [khanh, sade]) await ask(who, '10', 'manual');
  await makeFile(ada);
  expect([await linksOf(ines.member), await linksOf(khanh.member), await linksOf(sade.member)]).toEqual([1, 1, 0]);
});
