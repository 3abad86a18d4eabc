import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { auditFaults } from '@/lib/ledger/queries';
import { cancelPayout, decidePayout } from '@/lib/payouts/commands/decide-payout';
import { handOver } from '@/lib/payouts/commands/hand-over';
import { requestPayout } from '@/lib/payouts/commands/request-payout';
import { workRail } from '@/lib/payouts/commands/work-rail';
import type { Rail } from '@/lib/payouts/rail';
import { stop } from '@/lib/payouts/steps';
import { member } from '../../factories/people';
import { refusalOf, twentyAtOnce } from '../../support/refusal';
import { ask, availableTo, bank, clearing, forgetPayouts, payee, payoutOf, setRailTo, statesOf } from './paying';

beforeEach(async () => {
  await forgetPayouts();
  await setRailTo('solana');
});

test('Ines asks for ten points and has two cents of tokens on the chain', async () => {
  const [ines, there] = [await payee(), await bank()];
  const { payoutId } = await ask(ines.member, '10');
  expect([await availableTo(ines), (await payoutOf(payoutId)).units]).toEqual([90_000n, 20_000n]);
  expect(await workRail('solana', there.rail)).toBe(1);
  expect([await clearing(), await there.has(ines.wallet)]).toEqual([10_000n, 20_000n]);
  expect(await workRail('solana', there.rail)).toBe(0);
  expect([await clearing(), await availableTo(ines)]).toEqual([0n, 90_000n]);
  expect(await statesOf(payoutId)).toEqual(['requested', 'reserved', 'submitted', 'settled']);
  const { externalId } = await db.payoutSubmission.findFirstOrThrow({ where: { items: { some: { payoutId } } } });
  expect(there.chain.logsOf(externalId as never).join('\n')).toContain(payoutId);
  expect(await auditFaults()).toEqual([]);
});

test('the same request twice is one payout, twenty different ones at once are one too', async () => {
  const ines = await payee();
  const key = randomUUID();
  const first = await ask(ines.member, '10', 'solana', key);
  expect(await ask(ines.member, '10', 'solana', key)).toEqual(first);
  const khanh = await payee();
  const all = await twentyAtOnce(() => ask(khanh.member, '10'));
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const sade = await payee();
  const same = randomUUID();
  const ids = (await twentyAtOnce(() => ask(sade.member, '10', 'solana', same))).map((one) =>
    one.status === 'fulfilled' ? one.value.payoutId : one,
  );
  expect(new Set(ids).size).toBe(1);
  for (const one of [ines, khanh, sade]) {
    expect(await db.payout.count({ where: { memberId: one.member.id } })).toBe(1);
    expect(await availableTo(one)).toBe(90_000n);
  }
});

test('more than there is, less than the minimum, more than a day and nonsense are refused, each with its words', async () => {
  const ines = await payee();
  await setRailTo('solana', { dailyCap: 100_000n });
  const said = (amount: string) =>
    requestPayout(ines.member, { rail: 'solana', amount, submissionKey: randomUUID() }).catch((error: { fields?: object }) => error.fields);
  expect(await said('100.001')).toEqual({ amount: 'payout-too-much' });
  expect(await said('0.999')).toEqual({ amount: 'payout-too-little' });
  expect(await said('51')).toEqual({ amount: 'payout-over-the-day' });
  expect(await said('-5')).toEqual({ amount: 'payout-not-an-amount' });
  expect(await said('1e3')).toEqual({ amount: 'payout-not-an-amount' });
  expect(await said('0.0001')).toEqual({ amount: 'payout-not-an-amount' });
  expect(await said('50')).toEqual({ payoutId: expect.any(String) });
});

test('what a payout is worth is what was set when it was asked for, rounded down', async () => {
  await setRailTo('solana', { worth: 1_999n, minimum: 1n });
  const ines = await payee();
  const { payoutId } = await ask(ines.member, '10.5');
  await setRailTo('solana', { worth: 9_000_000n });
  const there = await bank();
  await workRail('solana', there.rail);
  await workRail('solana', there.rail);
  // 10.5 points of 1,999 units the thousand are 20.9895.
  expect([(await payoutOf(payoutId)).state, await there.has(ines.wallet)]).toEqual(['settled', 20n]);
});

test('a first payout waits until an admin has looked; nobody looks at their own, and members do not look', async () => {
  await setRailTo('solana', { firstLooked: true });
  const [ines, there, ada] = [await payee(), await bank(), await member({ role: 'admin' })];
  await member({ role: 'admin' });
  const { payoutId } = await ask(ines.member);
  await workRail('solana', there.rail);
  expect((await payoutOf(payoutId)).state).toBe('held');
  const decide = (by: typeof ada, decision: string, note = '') => refusalOf(decidePayout(by, { payoutId, decision, note }));
  expect(await decide(ines.member as typeof ada, 'approve')).toBe('not-allowed');
  expect(await decide(await member({ role: 'moderator' }), 'approve')).toBe('not-allowed');
  expect(await decide({ ...ada, id: ines.member.id }, 'approve')).toBe('not-allowed');
  expect(await decide(ada, 'cancel')).toBe('invalid');
  expect([await decide(ada, 'approve'), await decide(ada, 'approve')]).toEqual(['done', 'done']);
  await workRail('solana', there.rail);
  expect(await decide(ada, 'cancel', 'Too late')).toBe('conflict');
  await workRail('solana', there.rail);
  expect(await statesOf(payoutId)).toEqual(['requested', 'held', 'reserved', 'submitted', 'settled']);
  expect((await payoutOf(payoutId)).events.map(({ byId }) => byId)).toEqual([ines.member.id, null, ada.id, null, null]);
});

test('a payout that is not handed over can be taken back by its person alone, and its points are theirs again', async () => {
  const [ines, other] = [await payee(), await payee()];
  const { payoutId } = await ask(ines.member);
  expect(await refusalOf(cancelPayout(other.member, { payoutId }))).toBe('not-found');
  await Promise.all([cancelPayout(ines.member, { payoutId }), cancelPayout(ines.member, { payoutId })]);
  expect([(await payoutOf(payoutId)).state, await availableTo(ines)]).toEqual(['cancelled', 100_000n]);
  const there = await bank();
  await workRail('solana', there.rail);
  expect(await there.has(ines.wallet)).toBe(0n);
  // What was taken back does not count for the week.
  await ask(ines.member);
});

test('an admin stops a payout with words, and takes it back', async () => {
  const [ines, ada, there] = [await payee(), await member({ role: 'admin' }), await bank()];
  const { payoutId } = await ask(ines.member);
  await decidePayout(ada, { payoutId, decision: 'hold', note: 'We look at this.' });
  await workRail('solana', there.rail);
  expect((await payoutOf(payoutId)).state).toBe('held');
  await decidePayout(ada, { payoutId, decision: 'cancel', note: 'Ask again with your own wallet.' });
  expect([(await payoutOf(payoutId)).state, await availableTo(ines)]).toEqual(['cancelled', 100_000n]);
});

test('a day’s cap holds over all payouts of a rail, also when two workers come at once', async () => {
  await setRailTo('solana', { dailyCap: 50_000n });
  const there = await bank();
  const people = await Promise.all(Array.from({ length: 4 }, () => payee()));
  for (const one of people) await ask(one.member);
  const today = new Date();
  for (const now of [today, today])
    await Promise.all([workRail('solana', there.rail, { now, most: 1 }), workRail('solana', there.rail, { now, most: 1 })]);
  const paid = async () => (await Promise.all(people.map((one) => there.has(one.wallet)))).filter((one) => one > 0n).length;
  expect(await paid()).toBe(2);
  const tomorrow = new Date(today.getTime() + 86_400_000);
  for (const now of [tomorrow, tomorrow]) await workRail('solana', there.rail, { now });
  expect([await paid(), await clearing()]).toEqual([4, 0n]);
});

test('four that are made at the same moment, each fitting into the day by itself, do not pass its cap', async () => {
  await setRailTo('solana', { dailyCap: 50_000n });
  const there = await bank();
  const people = await Promise.all(Array.from({ length: 4 }, () => payee()));
  const ids = await Promise.all(people.map(async (one) => (await ask(one.member)).payoutId));
  // As workers whose lock was cut, each with another payout in its hands.
  const made = ids.map((id, nth) => {
    const one = { id, units: 20_000n, destination: people[nth]?.wallet.address ?? '', opened: false };
    const rail = { ...there.rail, prepare: () => there.rail.prepare([one], 6) };
    return handOver({ name: 'solana', rail, now: new Date(), watch: () => undefined, most: 1 });
  });
  expect((await Promise.all(made)).filter((id) => id !== null)).toHaveLength(2);
  expect(await db.payout.count({ where: { state: 'submitted' } })).toBe(2);
  for (let nth = 0; nth < 2; nth += 1) await workRail('solana', there.rail);
  expect(await clearing()).toBe(0n);
});

test('a rail that is turned off, or stopped, while a sending is prepared sends nothing more', async () => {
  for (const end of [() => setRailTo('solana', { on: false }), () => stop(db, 'solana', 'ledger')]) {
    await setRailTo('solana', { on: true });
    const [ines, there] = [await payee(), await bank()];
    const { payoutId } = await ask(ines.member);
    const rail: Rail = {
      ...there.rail,
      prepare: async (...all) => {
        const made = await there.rail.prepare(...all);
        await end();
        return made;
      },
    };
    await workRail('solana', rail);
    expect((await payoutOf(payoutId)).state).toBe('reserved');
    await cancelPayout(ines.member, { payoutId });
    await db.payoutFault.deleteMany();
  }
});

test('while the rail is off nothing is handed over, and what was is looked after', async () => {
  const [ines, sade, there] = [await payee(), await payee(), await bank()];
  const first = await ask(ines.member);
  await workRail('solana', there.rail);
  const second = await ask(sade.member);
  await setRailTo('solana', { on: false });
  for (let nth = 0; nth < 3; nth += 1) await workRail('solana', there.rail);
  expect([(await payoutOf(first.payoutId)).state, (await payoutOf(second.payoutId)).state]).toEqual(['settled', 'reserved']);
  expect(await refusalOf(ask((await payee()).member))).toBe('invalid');
});
