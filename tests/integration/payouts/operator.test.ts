import { beforeEach, expect, test } from 'vitest';
import { rpcServer } from '@/bin/chain/rpc-server';
import { archiveOf } from '@/lib/accounts/archive';
import { leave } from '@/lib/accounts/commands/leave';
import { recordProof } from '@/lib/accounts/commands/record-proof';
import { db } from '@/lib/db/client';
import { record } from '@/lib/earnings/acts';
import { setSteps } from '@/lib/earnings/commands/set-steps';
import { setWorth } from '@/lib/earnings/commands/set-worth';
import { auditFaults } from '@/lib/ledger/queries';
import { clearFault } from '@/lib/payouts/commands/clear-fault';
import { decidePayout } from '@/lib/payouts/commands/decide-payout';
import { writeDestination } from '@/lib/payouts/commands/link-destination';
import { declareCountry, tickTaxForm } from '@/lib/payouts/commands/say-taxes';
import { setRail } from '@/lib/payouts/commands/set-rail';
import { workRail } from '@/lib/payouts/commands/work-rail';
import { isEarningAct, MONEY_ACTS, moneyLog } from '@/lib/payouts/money-log';
import { adminPayouts, payoutsOf } from '@/lib/payouts/queries';
import { payoutRecordsOf } from '@/lib/payouts/records';
import { rpcChain } from '@/lib/payouts/solana/rpc-chain';
import { keySigner } from '@/lib/payouts/solana/signer';
import { solanaRail } from '@/lib/payouts/solana/solana-rail';
import { PAIRS } from '@/lib/payouts/state';
import { member } from '../../factories/people';
import { refusalOf, twentyAtOnce } from '../../support/refusal';
import { ask, bank, clearing, forgetPayouts, payee, payoutOf, setRailTo } from './paying';

beforeEach(async () => {
  await forgetPayouts();
  await setRailTo('solana');
});

const anEpoch = () =>
  db.epoch.create({
    data: {
      number: 9_100,
      startsAt: new Date('2019-01-07'),
      endsAt: new Date('2019-01-14'),
      ruleVersion: 1,
      readingVersion: 1,
      state: 'released',
    },
  });

const FORM = {
  rail: 'manual',
  on: '1',
  unit: 'EUR',
  decimals: '2',
  worth: '2.50',
  minimum: '100',
  dailyCap: '500',
  identity: '1',
  countries: 'vn, de',
  firstLooked: '1',
};

test('all rails are off until an admin turns one on with all its gates; each setting stays on record', async () => {
  await forgetPayouts();
  const [ada, ines] = [await member({ role: 'admin' }), await member()];
  expect((await payoutsOf(ines, new Date())).rails).toEqual([]);
  for (const who of [ines, await member({ role: 'moderator' })]) expect(await refusalOf(setRail(who, FORM))).toBe('not-allowed');
  const fields = (input: object) => setRail(ada, input).catch((error: { fields?: object }) => error.fields);
  expect(await fields({ ...FORM, countries: '' })).toEqual({ countries: 'required' });
  expect(await fields({ ...FORM, countries: 'Germany' })).toEqual({ countries: 'payout-not-a-country' });
  expect(await fields({ ...FORM, worth: '2.505', dailyCap: '0' })).toEqual({
    worth: 'payout-not-an-amount',
    dailyCap: 'payout-not-an-amount',
  });
  // Nothing in the environment names a chain here.
  expect(await fields({ ...FORM, rail: 'solana' })).toEqual({ on: 'payout-not-configured' });
  await twentyAtOnce(() => setRail(ada, FORM));
  expect(await db.payoutSetting.findMany({ select: { worth: true, minimum: true, countries: true, taxForm: true, byId: true } })).toEqual([
    { worth: 250n, minimum: 100_000n, countries: ['DE', 'VN'], taxForm: false, byId: ada.id },
  ]);
  await setRail(ada, { ...FORM, on: '' });
  expect((await payoutsOf(ines, new Date())).rails).toEqual([]);
  expect((await moneyLog(ada)).entries.slice(0, 2).map(({ act, about, by }) => [act, about, by])).toEqual([
    ['set-off', 'manual: 1,000 = 2.5 EUR, ≤ 500 EUR', ada.name],
    ['set-on', 'manual: 1,000 = 2.5 EUR, ≤ 500 EUR', ada.name],
  ]);
  expect(await refusalOf(adminPayouts(ines, new Date()))).toBe('not-found');
});

test('country and tax form: said by the person, ticked by another who is admin', async () => {
  const [ada, ines] = [await member({ role: 'admin' }), await member()];
  await setRailTo('solana', { taxForm: true, countries: ['VN'] });
  const closed = async () => (await payoutsOf(ines, new Date())).rails[0]?.gates.filter(({ met }) => !met).map(({ gate }) => gate);
  expect(await closed()).toEqual(expect.arrayContaining(['tax-form', 'country']));
  expect(await refusalOf(declareCountry(ines, { country: 'Vietnam' }))).toBe('invalid');
  await declareCountry(ines, { country: 'de' });
  await declareCountry(ines, { country: 'vn' });
  await declareCountry(ines, { country: 'VN' });
  expect(await db.payoutCountry.count({ where: { memberId: ines.id } })).toBe(2);
  expect(await refusalOf(tickTaxForm(ines, { handle: ines.handle, there: '1' }))).toBe('not-allowed');
  expect(await refusalOf(tickTaxForm(ada, { handle: ada.handle, there: '1' }))).toBe('not-allowed');
  expect(await refusalOf(tickTaxForm(ada, { handle: 'nobody-here', there: '1' }))).toBe('invalid');
  await tickTaxForm(ada, { handle: `@${ines.handle}`, there: '1' });
  expect(await closed()).not.toEqual(expect.arrayContaining(['tax-form']));
  expect(await closed()).not.toEqual(expect.arrayContaining(['country']));
  await tickTaxForm(ada, { handle: ines.handle, there: '' });
  expect(await closed()).toEqual(expect.arrayContaining(['tax-form']));
});

test('only who has shown an admin who they are is paid where that is asked for', async () => {
  const [ada, ines, khanh] = [await member({ role: 'admin' }), await payee(), await payee()];
  await setRailTo('solana', { identity: true });
  expect(await refusalOf(ask(ines.member))).toBe('invalid');
  await recordProof(ada, { handle: ines.member.handle, kind: 'identity', shown: 'DE L01X00T471' });
  await ask(ines.member);
  // The same papers on another account say nothing of that one.
  await recordProof(ada, { handle: khanh.member.handle, kind: 'identity', shown: 'DE L01X00T471' });
  expect(await refusalOf(ask(khanh.member))).toBe('invalid');
});

test('what stopped a rail goes on when an admin has looked', async () => {
  const [ada, ines, there] = [await member({ role: 'admin' }), await payee(), await bank({ tokens: 1n })];
  await ask(ines.member);
  await workRail('solana', there.rail);
  const [fault] = (await adminPayouts(ada, new Date())).rails.flatMap(({ faults }) => faults);
  expect(fault?.code).toBe('treasury-short');
  expect(await refusalOf(clearFault(ines.member, { faultId: fault?.id }))).toBe('not-allowed');
  await clearFault(ada, { faultId: fault?.id });
  await clearFault(ada, { faultId: fault?.id });
  expect((await moneyLog(ada)).entries[0]).toMatchObject({ act: 'fault-cleared', about: 'solana treasury-short' });
});

test('through a node’s JSON-RPC, as kit speaks it: paid, refused and looked up', async () => {
  const [ines, there] = [await payee(), await bank()];
  const server = rpcServer(there.chain);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`;
  try {
    const chain = rpcChain(url);
    const rail = await solanaRail({ chain, signer: await keySigner(there.owner.secret), mint: there.mint });
    const { payoutId } = await ask(ines.member);
    await workRail('solana', rail);
    await workRail('solana', rail);
    expect([(await payoutOf(payoutId)).state, await there.has(ines.wallet), await rail.treasury()]).toEqual([
      'settled',
      20_000n,
      10n ** 12n - 20_000n,
    ]);
    const { payload } = await db.payoutSubmission.findFirstOrThrow();
    await expect(chain.send(payload as never)).rejects.toMatchObject({ said: { code: 'AlreadyProcessed' } });
    there.chain.pass(500);
    const other = await bank({ decimals: 9 });
    const stale = await other.rail.prepare([{ id: payoutId, units: 1n, destination: ines.wallet.address, opened: false }], 9);
    await expect(chain.send('payload' in stale ? (stale.payload as never) : ('' as never))).rejects.toMatchObject({
      said: { code: 'BlockhashNotFound' },
    });
    const short = await bank({ tokens: 5n });
    const made = await short.rail.prepare([{ id: payoutId, units: 5n, destination: ines.wallet.address, opened: false }], 6);
    await short.chain.give(short.owner.address, short.mint, 1n);
    const poor = rpcServer(short.chain);
    await new Promise<void>((resolve) => poor.listen(0, '127.0.0.1', resolve));
    const at = poor.address();
    const refused = rpcChain(`http://127.0.0.1:${at && typeof at === 'object' ? at.port : 0}`).send(
      ('payload' in made ? made.payload : '') as never,
    );
    await expect(refused).rejects.toMatchObject({ said: { code: 'Custom', instruction: 1, custom: 1 } });
    poor.close();
  } finally {
    server.close();
  }
});

test('who leaves is still paid what they asked for, and nothing of them is left but the payment', async () => {
  const before = await clearing();
  const [ines, sade, ada, there] = [await payee(), await payee(), await member({ role: 'admin' }), await bank()];
  const { payoutId } = await ask(ines.member);
  await setRailTo('solana', { firstLooked: true });
  const held = await ask(sade.member);
  await leave(ines.member, { confirm: 'leave' });
  await leave(sade.member, { confirm: 'leave' });
  expect(await payoutOf(payoutId)).toMatchObject({ state: 'reserved', memberId: null });
  expect((await payoutOf(payoutId)).events.map(({ byId }) => byId)).toEqual([null, null]);
  expect(await db.payoutDestination.count({ where: { memberId: ines.member.id } })).toBe(0);
  await decidePayout(ada, { payoutId: held.payoutId, decision: 'approve' });
  await workRail('solana', there.rail);
  await workRail('solana', there.rail);
  expect([await there.has(ines.wallet), await there.has(sade.wallet), (await clearing()) - before]).toEqual([20_000n, 20_000n, 0n]);
  expect(await auditFaults()).toEqual([]);
});

test('the archive has all that is kept of somebody’s payouts, and nothing of who decided', async () => {
  const [ines, ada] = [await payee(), await member({ role: 'admin' })];
  const { payoutId } = await ask(ines.member);
  await decidePayout(ada, { payoutId, decision: 'hold', note: 'We look at this.' });
  await writeDestination(ines.member, { destination: 'DE89 3704 0044' });
  const kept = await payoutRecordsOf(ines.member);
  const text = JSON.stringify(kept, (_name, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
  expect(text).toContain('DE89 3704 0044');
  expect(text).toContain('We look at this.');
  expect(text).not.toContain(ada.id);
  expect((await archiveOf(ines.member, kept)).length).toBeGreaterThan(100);
});

test('the database refuses what the state machine does, and what happened is not written anew', async () => {
  const [ines, there] = [await payee(), await bank()];
  const { payoutId } = await ask(ines.member);
  await workRail('solana', there.rail);
  await workRail('solana', there.rail);
  const tried = (sql: string) =>
    db.$executeRawUnsafe(sql).then(
      () => 'done',
      () => 'refused',
    );
  for (const set of [
    `state = 'reserved'`,
    `state = 'submitted'`,
    // What a chain has settled never comes back.
    `state = 'failed'`,
    `points = 1`,
    `units = units * 2`,
    `destination = 'elsewhere'`,
    'round = 0',
  ])
    expect([set, await tried(`UPDATE payout SET ${set} WHERE id = '${payoutId}'`)]).toEqual([set, 'refused']);
  expect(await tried(`UPDATE payout_event SET reason = 'x'`)).toBe('refused');
  expect(await tried(`DELETE FROM payout_event`)).toBe('refused');
  expect(await tried(`UPDATE payout_submission SET payload = 'x'`)).toBe('refused');
  for (const table of ['payout', 'payout_event', 'payout_submission', 'payout_item', 'payout_setting'])
    for (const sql of [`DELETE FROM ${table}`, `TRUNCATE ${table} CASCADE`]) expect([sql, await tried(sql)]).toEqual([sql, 'refused']);
  const [{ source = '' } = {}] = await db.$queryRaw<
    { source: string }[]
  >`SELECT prosrc AS source FROM pg_proc WHERE proname = 'payout_moves'`;
  const allowed = [...source.matchAll(/\('(\w+)', '(\w+)'\)/g)].map(([, from, to]) => `${from} ${to}`);
  expect(allowed.sort()).toEqual(PAIRS.map((pair) => pair.join(' ')).sort());
});

test('one log has all that was done about rules, epochs, worth, proofs and payouts, page by page, for admins alone', async () => {
  const [ada, ines] = [await member({ role: 'admin', name: 'Ada Lindqvist' }), await member()];
  for (const who of [ines, await member({ role: 'moderator' })]) expect(await refusalOf(moneyLog(who))).toBe('not-found');
  await setWorth(ada, { value: '0.002', currency: 'EUR' });
  await setWorth(ada, { value: '', currency: 'EUR' });
  await recordProof(ada, { handle: ines.handle, kind: 'identity', shown: 'DE L01X00T472' });
  await setSteps(ada, { steps: 'by-itself' });
  await record(db, 'approved', null, { epoch: (await anEpoch()).number });
  await tickTaxForm(ada, { handle: ines.handle, there: '1' });
  const { entries } = await moneyLog(ada);
  expect(entries.slice(0, 6).map(({ act, about, by, byItself }) => [act, about, byItself ? 'itself' : by])).toEqual([
    ['tax-there', `@${ines.handle}`, 'Ada Lindqvist'],
    ['approved', '', 'itself'],
    ['steps-by-itself', '', 'Ada Lindqvist'],
    ['proof-recorded', `identity @${ines.handle}`, 'Ada Lindqvist'],
    ['worth', '', 'Ada Lindqvist'],
    ['worth', '0.002 EUR', 'Ada Lindqvist'],
  ]);
  expect(entries.every(({ act }) => isEarningAct(act) || MONEY_ACTS.some((one) => one === act))).toBe(true);
  // What only looks like a place in it is none.
  for (const made of [
    'x',
    `2026-02-30T00:00:00.000Z~${ines.id}`,
    `2026-99-99T99:99:99.999Z~${ines.id}`,
    `0000-01-01T00:00:00.000Z~${ines.id}`,
  ])
    expect((await moneyLog(ada, made)).entries[0]?.act, made).toBe('tax-there');
  // A hundred at one instant: none is told twice, none left out.
  const createdAt = new Date('2026-11-01T10:00:00.123Z');
  await db.payoutTaxForm.createMany({
    data: Array.from({ length: 100 }, () => ({ memberId: ines.id, byId: ada.id, there: true, createdAt })),
  });
  const seen: string[] = [];
  for (let before: string | null | undefined; before !== null; ) {
    const page = await moneyLog(ada, before);
    seen.push(...page.entries.map(({ id }) => id));
    before = page.next;
  }
  expect([seen.length >= 106, new Set(seen).size]).toEqual([true, seen.length]);
});
