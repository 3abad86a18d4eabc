import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { FIRST_RULE } from '@/lib/earnings/rule';
import { storedNumbers } from '@/lib/earnings/rule-numbers';
import { clearFault } from '@/lib/payouts/commands/clear-fault';
import { decidePayout } from '@/lib/payouts/commands/decide-payout';
import { setRail } from '@/lib/payouts/commands/set-rail';
import { workRail } from '@/lib/payouts/commands/work-rail';
import { adminPayouts } from '@/lib/payouts/queries';
import { member } from '../../factories/people';
import { asOwner } from '../../support/owner';
import { refusalOf } from '../../support/refusal';
import { ask, bank, forgetPayouts, payee, payoutOf, setRailTo, stops, waiting } from './paying';

beforeEach(async () => {
  await forgetPayouts();
  await asOwner('TRUNCATE ledger_audit');
});

test('after an audit with faults nothing goes out until an admin has looked, and again after the next one', async () => {
  await setRailTo('solana');
  const [ada, ines, there] = [await member({ role: 'admin' }), await payee(), await bank()];
  const audit = (faults: object[]) => db.ledgerAudit.create({ data: { transactions: 1, lines: 2, sealed: 1, head: '', faults } });
  await audit([{ fault: 'L1', what: 'a transaction that is not even' }]);
  await ask(ines.member);
  for (let nth = 0; nth < 2; nth += 1) {
    await workRail('solana', there.rail);
    await workRail('solana', there.rail);
    const [stopped, ...more] = await stops(ada);
    expect([stopped?.code, more, await waiting()]).toEqual(['ledger', [], 1]);
    await clearFault(ada, { faultId: stopped?.id });
    if (nth === 0) await audit([{ fault: 'L1', what: 'still' }]);
  }
  await workRail('solana', there.rail);
  expect([await stops(ada), await waiting()]).toEqual([[], 0]);
  // Of a ledger that holds nobody is asked.
  await audit([]);
  const sade = await payee();
  await ask(sade.member);
  await workRail('solana', there.rail);
  expect([await stops(ada), await waiting()]).toEqual([[], 0]);
});

const FORM = {
  rail: 'manual',
  on: '1',
  unit: 'USD',
  decimals: '2',
  minimum: '100',
  dailyCap: '500',
  countries: '*',
};

test('no more is paid for points than forging the accounts that bring them would cost, by each rule that there are points of', async () => {
  const ada = await member({ role: 'admin' });
  const set = (more: object) => setRail(ada, { ...FORM, ...more }).catch((error: { fields?: object }) => error.fields);
  // v is a cent, m is 15%: 1,000 points are 10 / 0.85.
  expect((await adminPayouts(ada, new Date())).rails[0]?.most).toEqual({ amount: 11_764_705n, unit: 'USD' });
  expect(await set({ worth: '11.77' })).toEqual({ worth: 'payout-worth-too-much' });
  expect(await set({ worth: '11.764706', unit: 'USDC', decimals: '6' })).toEqual({ worth: 'payout-worth-too-much' });
  expect(await set({ worth: '11.77', on: '' })).toBeUndefined();
  expect(await set({ worth: '11.76' })).toBeUndefined();
  expect(await set({ worth: '11.764705', unit: 'USDC', decimals: '6' })).toBeUndefined();
  // Nobody here knows what another money is worth.
  expect(await set({ worth: '400', unit: 'CZK' })).toBeUndefined();
});

test('where an epoch went by a rule by which points are worth less, what was set before pays nothing, whatever rule holds now', async () => {
  await setRailTo('solana');
  const [ada, ines, there] = [await member({ role: 'admin' }), await payee(), await bank()];
  const { payoutId } = await ask(ines.member);
  // A rule of some years ago; the one that holds has the old value again.
  const rule = { version: 90, startsAt: new Date('2019-12-30'), numbers: storedNumbers({ ...FIRST_RULE, pointValue: 1_000n }) };
  await db.earningRule.create({ data: rule });
  await db.earningRule.create({ data: { version: 91, startsAt: new Date('2020-06-01'), numbers: storedNumbers(FIRST_RULE) } });
  const week = { number: 9_000, startsAt: new Date('2020-01-06'), endsAt: new Date('2020-01-13'), readingVersion: 1 };
  await db.epoch.create({ data: { ...week, ruleVersion: rule.version, state: 'released' } });
  // Nobody asks for more at that price.
  const sade = await payee();
  expect(await refusalOf(ask(sade.member))).toBe('invalid');
  await workRail('solana', there.rail);
  const [stopped] = await stops(ada);
  expect([stopped?.code, await waiting()]).toEqual(['worth', 1]);
  await clearFault(ada, { faultId: stopped?.id });
  await workRail('solana', there.rail);
  expect([(await stops(ada)).map(({ code }) => code), await waiting()]).toEqual([['worth'], 1]);
  // Set lower, others are paid; what was asked for at the old price stays behind until an admin takes it back.
  await setRailTo('solana', { worth: 1_000_000n });
  await clearFault(ada, { faultId: (await stops(ada))[0]?.id });
  await ask(sade.member);
  await workRail('solana', there.rail);
  await workRail('solana', there.rail);
  const states = await db.payout.findMany({ select: { id: true, state: true } });
  expect(Object.fromEntries(states.map(({ id, state }) => [id === payoutId ? 'dear' : 'other', state]))).toEqual({
    dear: 'held',
    other: 'settled',
  });
  expect(await refusalOf(decidePayout(ada, { payoutId, decision: 'approve', note: '' }))).toBe('invalid');
  await decidePayout(ada, { payoutId, decision: 'cancel', note: 'Ask for it again, please: it was too dear.' });
  expect((await payoutOf(payoutId)).state).toBe('cancelled');
});
