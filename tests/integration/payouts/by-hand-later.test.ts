import pg from 'pg';
import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { availableOf } from '@/lib/earnings/names';
import { auditFaults } from '@/lib/ledger/queries';
import { makeFile } from '@/lib/payouts/commands/confirm';
import { decidePayout } from '@/lib/payouts/commands/decide-payout';
import { writeDestination } from '@/lib/payouts/commands/link-destination';
import { reconcile } from '@/lib/payouts/commands/reconcile';
import { setRail } from '@/lib/payouts/commands/set-rail';
import { payoutFile } from '@/lib/payouts/file';
import { adminPayouts } from '@/lib/payouts/queries';
import { member } from '../../factories/people';
import { asOwner } from '../../support/owner';
import { ask, earned, forgetPayouts, HOUR, payoutOf, setRailTo } from './paying';

const NOW = new Date();
const EUR = { unit: 'EUR', decimals: 2, worth: 200n };

beforeEach(async () => {
  await forgetPayouts();
  await setRailTo('manual', EUR);
});

const admin = () => member({ role: 'admin' });

async function asked(amount = '10') {
  const who = await member();
  const code = await earned(who, 100_000n);
  await writeDestination(who, { destination: `account of ${who.handle}` }, new Date(Date.now() - 100 * HOUR));
  return { member: who, code, ...(await ask(who, amount, 'manual')) };
}

const fieldsOf = (acted: Promise<unknown>) => acted.then(() => ({})).catch((error: { fields?: object }) => error.fields);

test('a payout by hand that nobody answers stays in reach, however many files came after it, and is missed after a week', async () => {
  const ada = await admin();
  const { payoutId } = await asked();
  const first = (await makeFile(ada)) ?? '';
  const sendings = Array.from({ length: 25 }, (_, nth) => ({
    ...{ rail: 'manual', externalId: `later-${nth}`, payload: '', createdAt: new Date(Date.now() + nth * 1_000 + 1_000) },
    ...{ endedAt: new Date(), outcome: 'settled' },
  }));
  await db.payoutSubmission.createMany({ data: sendings });
  const { files } = await adminPayouts(ada, NOW);
  expect([files.length, files.find(({ id }) => id === first)?.open, (await payoutFile(ada, first)).text.includes(payoutId)]).toEqual([
    21,
    1,
    true,
  ]);
  const faults = async (now: Date) => {
    await reconcile(now);
    return (await adminPayouts(ada, NOW)).rails.find(({ name }) => name === 'manual')?.last?.faults.map(({ code, what }) => [code, what]);
  };
  const days = (count: number) => new Date(Date.now() + count * 24 * HOUR);
  expect([await faults(days(6)), await faults(days(8))]).toEqual([[], [['open-too-long', payoutId]]]);
});

test('what was asked for in another unit, or at a price that is too high by now, can only be taken back, and says so', async () => {
  const ada = await admin();
  const { payoutId } = await asked();
  await setRailTo('manual', { ...EUR, unit: 'VND' });
  expect(await makeFile(ada)).toBeNull();
  expect(await fieldsOf(decidePayout(ada, { payoutId, decision: 'approve' }))).toEqual({ note: 'payout-changed' });
  expect((await payoutOf(payoutId)).state).toBe('held');
  // As it was: it can go on.
  await setRailTo('manual', EUR);
  await decidePayout(ada, { payoutId, decision: 'approve' });
  expect((await payoutOf(payoutId)).state).toBe('reserved');
  await decidePayout(ada, { payoutId, decision: 'cancel', note: 'Anew, please.' });

  // The rule counts in dollars: a hundred for 1,000 points is more than forging their accounts costs by now.
  const { id } = await setRailTo('manual', { ...EUR, unit: 'USD' });
  const dear = await asked();
  await db.payoutSetting.update({ where: { id }, data: { worth: 10_000n } });
  await setRailTo('manual', { ...EUR, unit: 'USD' });
  expect(await makeFile(ada)).toBeNull();
  const { state, events } = await payoutOf(dear.payoutId);
  expect([state, events.at(-1)?.reason]).toEqual(['held', 'unit-changed']);
  expect(await fieldsOf(decidePayout(ada, { payoutId: dear.payoutId, decision: 'approve' }))).toEqual({ note: 'payout-changed' });
});

test('what went out today is said in the digits of now, and no more is set than can be counted', async () => {
  const ada = await admin();
  await asked('50');
  await makeFile(ada);
  await setRailTo('manual', { ...EUR, decimals: 4, worth: 20_000n });
  await reconcile();
  const rail = (await adminPayouts(ada, NOW)).rails.find(({ name }) => name === 'manual');
  expect([rail?.spentToday, rail?.setting?.decimals]).toEqual([1_000n, 4]);
  const form = { rail: 'manual', on: '1', unit: 'EUR', decimals: '6', minimum: '100', countries: '*' };
  expect(await fieldsOf(setRail(ada, { ...form, worth: '1', dailyCap: '999999999999999' }))).toEqual({ dailyCap: 'payout-not-an-amount' });
  expect(await fieldsOf(setRail(ada, { ...form, worth: '999999999999999', dailyCap: '1' }))).toMatchObject({ worth: expect.any(String) });
});

test('a file locks all the accounts that it touches before it posts anything: nobody waits for another in a ring', async () => {
  const ada = await admin();
  const accounts = [await asked(), await asked(), await asked()].map(({ code }) => availableOf(code));
  const other = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await other.connect();
  try {
    await other.query('BEGIN');
    // The last in the order in which accounts are locked.
    await other.query(
      'SELECT FROM ledger.account WHERE id = (SELECT max(id::text)::uuid FROM ledger.account WHERE code = ANY ($1)) FOR NO KEY UPDATE',
      [accounts],
    );
    const made = makeFile(ada);
    const waits = (and: string) =>
      asOwner(`SELECT FROM pg_stat_activity a WHERE wait_event_type = 'Lock' AND datname = current_database() ${and}`);
    await expect.poll(() => waits(''), { timeout: 10_000 }).toBe(1);
    const wrote = `AND EXISTS (SELECT FROM pg_locks l WHERE l.pid = a.pid AND l.relation = 'ledger.entry'::regclass AND l.mode = 'RowExclusiveLock')`;
    expect(await waits(wrote)).toBe(0);
    await other.query('ROLLBACK');
    expect(await made).toEqual(expect.any(String));
  } finally {
    await other.end();
  }
  expect(await auditFaults()).toEqual([]);
});
