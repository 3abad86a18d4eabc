import { beforeEach, expect, test } from 'vitest';
import type { Member } from '@/lib/accounts/actor';
import { leave } from '@/lib/accounts/commands/leave';
import { recordProof } from '@/lib/accounts/commands/record-proof';
import { db } from '@/lib/db/client';
import { auditFaults } from '@/lib/ledger/queries';
import { lift } from '@/lib/moderation/commands/lift';
import { sanction } from '@/lib/moderation/commands/sanction';
import { importConfirmations, makeFile } from '@/lib/payouts/commands/confirm';
import { decidePayout } from '@/lib/payouts/commands/decide-payout';
import { writeDestination } from '@/lib/payouts/commands/link-destination';
import { declareCountry, tickTaxForm } from '@/lib/payouts/commands/say-taxes';
import { workRail } from '@/lib/payouts/commands/work-rail';
import { payoutFile } from '@/lib/payouts/file';
import { payoutMail } from '@/lib/payouts/mails';
import { settlePayouts } from '@/lib/payouts/settle-leaving';
import { member } from '../../factories/people';
import { refusalOf } from '../../support/refusal';
import { ask, availableTo, bank, clearing, earned, forgetPayouts, HOUR, payee, payoutOf, setRailTo, statesOf } from './paying';

const BAN = { kind: 'banned', reason: 'spam', note: 'Sold what is not theirs.', blogId: '', days: '' };
const ban = (by: Member, { handle }: Member) => sanction(by, { handle, ...BAN });
const ended = async (by: Member, { id }: Member) =>
  lift(by, { sanctionId: (await db.sanction.findFirstOrThrow({ where: { memberId: id, liftedAt: null } })).id });

/** Somebody with points, who is paid by hand. */
async function byHand() {
  const who = await member();
  const code = await earned(who, 100_000n);
  await writeDestination(who, { destination: 'DE89 3704 0044 0532 0130 00' }, new Date(Date.now() - 100 * HOUR));
  return { member: who, code };
}

beforeEach(forgetPayouts);

test('who is banned after they asked is not paid, by chain or by hand, until the ban is over and an admin lets it go on', async () => {
  await setRailTo('solana');
  await setRailTo('manual');
  const [ada, one, two, other, there] = [await member({ role: 'admin' }), await payee(), await byHand(), await payee(), await bank()];
  const [chain, hand, fine] = [await ask(one.member), await ask(two.member, '10', 'manual'), await ask(other.member)];
  for (const { member: who } of [one, two]) await ban(ada, who);
  await workRail('solana', there.rail);
  await workRail('solana', there.rail);
  expect(await makeFile(ada)).toBeNull();
  expect([await there.has(one.wallet), await there.has(other.wallet)]).toEqual([0n, 20_000n]);
  for (const { payoutId } of [chain, hand]) {
    const { state, events } = await payoutOf(payoutId);
    expect([state, events.at(-1)?.reason]).toEqual(['held', 'gates-shut']);
    expect(await refusalOf(decidePayout(ada, { payoutId, decision: 'approve' }))).toBe('invalid');
  }
  expect(await statesOf(fine.payoutId)).toEqual(['requested', 'reserved', 'submitted', 'settled']);
  const mail = await payoutMail(chain.payoutId);
  expect([mail?.subject, mail?.paragraphs.join(' ')]).toEqual(['Your payout: Waits for a look', expect.stringContaining('was missing')]);
  for (const { payoutId } of [chain, hand, fine])
    expect(await db.$queryRaw`SELECT name FROM pgboss.job WHERE name = 'mail.payout' AND data->>'payoutId' = ${payoutId}`).toHaveLength(1);
  for (const { member: who } of [one, two]) await ended(ada, who);
  for (const { payoutId } of [chain, hand]) await decidePayout(ada, { payoutId, decision: 'approve' });
  await workRail('solana', there.rail);
  await workRail('solana', there.rail);
  expect([await there.has(one.wallet), await makeFile(ada)]).toEqual([20_000n, expect.any(String)]);
  expect(await auditFaults()).toEqual([]);
});

test('who is banned once the file is made has no destination in it from then on', async () => {
  await setRailTo('manual');
  const [ada, one, two] = [await member({ role: 'admin' }), await byHand(), await byHand()];
  const [first, second] = [await ask(one.member, '10', 'manual'), await ask(two.member, '10', 'manual')];
  const id = (await makeFile(ada)) ?? '';
  const destinations = async () => (await payoutFile(ada, id)).text.match(/DE89 3704/g)?.length ?? 0;
  expect(await destinations()).toBe(2);
  await ban(ada, one.member);
  const { text } = await payoutFile(ada, id);
  expect([await destinations(), text.includes(first.payoutId)]).toEqual([1, true]);
  const answers = text
    .replace(/(,,\r\n)/g, ',failed,\r\n')
    .replace(`DE89 3704 0044 0532 0130 00,failed`, 'DE89 3704 0044 0532 0130 00,paid');
  expect(await importConfirmations(ada, { lines: answers })).toMatchObject({ paid: 1, failed: 1, faults: [] });
  expect([(await payoutOf(first.payoutId)).state, (await payoutOf(second.payoutId)).state]).toEqual(['failed', 'settled']);
});

test('what the operator asks for is asked again when it goes out: identity, tax form, country', async () => {
  await setRailTo('solana', { identity: true, taxForm: true, countries: ['VN'] });
  const [ada, there] = [await member({ role: 'admin' }), await bank()];
  const ready = async () => {
    const one = await payee();
    await recordProof(ada, { handle: one.member.handle, kind: 'identity', shown: `VN ${one.code}` });
    await tickTaxForm(ada, { handle: one.member.handle, there: '1' });
    await declareCountry(one.member, { country: 'VN' });
    return { ...one, ...(await ask(one.member)) };
  };
  const [all, identity, form, country] = [await ready(), await ready(), await ready(), await ready()];
  await db.proof.updateMany({ where: { memberId: identity.member.id }, data: { endedAt: new Date(), wrong: true } });
  await tickTaxForm(ada, { handle: form.member.handle, there: '0' });
  await declareCountry(country.member, { country: 'DE' });
  await workRail('solana', there.rail);
  await workRail('solana', there.rail);
  const states = await Promise.all([all, identity, form, country].map(async ({ payoutId }) => (await payoutOf(payoutId)).state));
  expect(states).toEqual(['settled', 'held', 'held', 'held']);
  await tickTaxForm(ada, { handle: form.member.handle, there: '1' });
  await decidePayout(ada, { payoutId: form.payoutId, decision: 'approve' });
  await workRail('solana', there.rail);
  expect((await payoutOf(form.payoutId)).state).not.toBe('held');
});

test('a ban between the making of a sending and its writing down stops it', async () => {
  await setRailTo('solana');
  const [ada, one, there] = [await member({ role: 'admin' }), await payee(), await bank()];
  const { payoutId } = await ask(one.member);
  const prepare: typeof there.rail.prepare = async (...of) => {
    const made = await there.rail.prepare(...of);
    await ban(ada, one.member);
    return made;
  };
  await workRail('solana', { ...there.rail, prepare });
  expect(await statesOf(payoutId)).toEqual(['requested', 'reserved']);
  await workRail('solana', there.rail);
  expect([(await payoutOf(payoutId)).state, await there.has(one.wallet)]).toEqual(['held', 0n]);
});

test('nobody is paid for a ban by leaving: what waits is taken back, what is on its way ends as it ends', async () => {
  await setRailTo('solana');
  const before = await clearing();
  const [ada, one, there] = [await member({ role: 'admin' }), await payee(), await bank()];
  const { payoutId } = await ask(one.member);
  await ban(ada, one.member);
  await leave(one.member, { confirm: 'leave' }, { first: settlePayouts });
  const { state, events } = await payoutOf(payoutId);
  expect([state, events.at(-1)?.reason, await availableTo(one)]).toEqual(['cancelled', 'left-banned', 100_000n]);
  await workRail('solana', there.rail);
  expect([await there.has(one.wallet), (await clearing()) - before]).toEqual([0n, 0n]);
  expect(await auditFaults()).toEqual([]);
});

test('nor for what is missing by then', async () => {
  await setRailTo('solana', { identity: true });
  const [ada, there] = [await member({ role: 'admin' }), await bank()];
  const ready = async () => {
    const one = await payee();
    await recordProof(ada, { handle: one.member.handle, kind: 'identity', shown: `VN ${one.code}` });
    return { ...one, ...(await ask(one.member)) };
  };
  const [revoked, fine] = [await ready(), await ready()];
  await db.proof.updateMany({ where: { memberId: revoked.member.id }, data: { endedAt: new Date(), wrong: true } });
  for (const one of [revoked, fine]) await leave(one.member, { confirm: 'leave' }, { first: settlePayouts });
  const { state, events } = await payoutOf(revoked.payoutId);
  expect([state, events.at(-1)?.reason, await availableTo(revoked)]).toEqual(['cancelled', 'left-shut', 100_000n]);
  await workRail('solana', there.rail);
  await workRail('solana', there.rail);
  expect([await there.has(revoked.wallet), await there.has(fine.wallet)]).toEqual([0n, 20_000n]);
  expect(await auditFaults()).toEqual([]);
});
