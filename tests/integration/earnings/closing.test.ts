import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { stepsNow } from '@/lib/earnings/acts';
import { allocate } from '@/lib/earnings/commands/allocate';
import { approveEpoch } from '@/lib/earnings/commands/approve-epoch';
import { ledgerFaults } from '@/lib/earnings/commands/audit-ledger';
import { beginRelease } from '@/lib/earnings/commands/begin-release';
import { endHold } from '@/lib/earnings/commands/end-hold';
import { holdCredit } from '@/lib/earnings/commands/hold-credit';
import { linkAccounts, unlinkAccounts } from '@/lib/earnings/commands/link-accounts';
import { release } from '@/lib/earnings/commands/release';
import { setSteps } from '@/lib/earnings/commands/set-steps';
import { purseOf } from '@/lib/earnings/queries';
import { changeRole } from '@/lib/moderation/commands/change-role';
import { type FactoryMember, member } from '../../factories/people';
import { refusalOf, twentyAtOnce } from '../../support/refusal';
import { afterHold, allocated, demoWeek, divided, epochOf, givenTo, town, week } from './week';

afterEach(async () => expect(await ledgerFaults()).toEqual([]));

let [ada, khanh]: FactoryMember[] = [];
beforeEach(async () => {
  await db.member.updateMany({ where: { role: 'admin' }, data: { role: 'member' } });
  [ada, khanh] = [await member({ role: 'admin', name: 'Ada Lindqvist' }), await member({ role: 'admin', name: 'Khanh Trinh' })];
});
const two = () => [ada as FactoryMember, khanh as FactoryMember] as const;

const ready = async (how = divided) => {
  const [there, of] = [await town(), await week()];
  await demoWeek(there, of);
  await how(of);
  return { there, of };
};
const jobsOf = (number: number, name: string) =>
  db.$queryRaw<object[]>`SELECT 1 FROM pgboss.job WHERE name = ${name} AND data->>'number' = ${String(number)}`;

test('a divided epoch waits until an admin approves it, and after its hold until one releases it', async () => {
  const [by, other] = two();
  const { there, of } = await ready();
  await allocate(of.number);
  expect((await epochOf(of)).state).toBe('divided');
  expect(await refusalOf(beginRelease(other, { number: of.number }, afterHold()))).toBe('conflict');
  await approveEpoch(by, { number: of.number });
  expect((await jobsOf(of.number, 'epoch.allocate')).length).toBeGreaterThan(0);
  await allocate(of.number);
  const [given] = await givenTo(of, [there.ines]);
  expect([(await epochOf(of)).state, await purseOf(there.ines)]).toEqual(['allocated', { pending: given, available: 0n }]);

  expect(await refusalOf(beginRelease(other, { number: of.number }))).toBe('conflict');
  await release(of.number, { now: afterHold() });
  expect((await epochOf(of)).state).toBe('allocated');
  await beginRelease(other, { number: of.number }, afterHold());
  await release(of.number, { now: afterHold() });
  expect([(await epochOf(of)).state, await purseOf(there.ines)]).toEqual(['released', { pending: 0n, available: given }]);
  // Again, by anyone: nothing.
  await approveEpoch(other, { number: of.number });
  await beginRelease(by, { number: of.number });
  const acts = await db.earningEvent.findMany({ where: { epoch: of.number }, orderBy: { id: 'asc' } });
  expect(acts.map(({ action, actorId }) => [action, actorId])).toEqual([
    ['approved', by.id],
    ['release-begun', other.id],
  ]);
});

test('approved twenty times at once it is approved once', async () => {
  const [by, other] = two();
  const { of } = await ready();
  const said = await twentyAtOnce(() => approveEpoch(Math.random() < 0.5 ? by : other, { number: of.number }));
  expect(said.filter(({ status }) => status === 'rejected')).toEqual([]);
  expect(await db.earningEvent.count({ where: { epoch: of.number } })).toBe(1);
});

test('nobody but an admin, and no epoch before its time', async () => {
  const [by] = two();
  const [judit, ines] = [await member({ role: 'moderator' }), await member()];
  const { of } = await ready();
  for (const who of [judit, ines]) {
    expect(await refusalOf(approveEpoch(who, { number: of.number }))).toBe('not-allowed');
    expect(await refusalOf(beginRelease(who, { number: of.number }))).toBe('not-allowed');
    expect(await refusalOf(setSteps(who, { steps: 'by-itself' }))).toBe('not-allowed');
  }
  const open = await week();
  expect(await refusalOf(approveEpoch(by, { number: open.number }))).toBe('conflict');
  expect(await refusalOf(approveEpoch(by, { number: 999_999 }))).toBe('not-found');
  expect(await db.earningEvent.count({ where: { epoch: { in: [of.number, open.number] } } })).toBe(0);
  await divided(open);
});

describe('no one person both changes what an epoch goes by and lets it go on, as soon as there are two admins', () => {
  test('not who announced its rule', async () => {
    const [by, other] = two();
    const { of } = await ready();
    await db.earningEvent.createMany({
      data: [{ action: 'rule-announced', version: of.ruleVersion, actorId: by.id }],
      skipDuplicates: true,
    });
    const { actorId } = await db.earningEvent.findFirstOrThrow({ where: { version: of.ruleVersion, action: 'rule-announced' } });
    expect(actorId).toBe(by.id);
    expect(await refusalOf(approveEpoch(by, { number: of.number }))).toBe('not-allowed');
    await approveEpoch(other, { number: of.number });
    await allocate(of.number);
    expect(await refusalOf(beginRelease(by, { number: of.number }, afterHold()))).toBe('not-allowed');
    await db.member.update({ where: { id: other.id }, data: { role: 'member' } });
    // Alone, there is nobody else to do it.
    await beginRelease(by, { number: of.number }, afterHold());
  });

  test('nor who held one of its readers, or answered the hold; a banned admin is none', async () => {
    const [by, other] = two();
    const { there, of } = await ready();
    const { holdId } = await holdCredit(by, { memberId: there.pavel.id, reason: 'forged', note: 'Seen twice.' });
    expect(await refusalOf(approveEpoch(by, { number: of.number }))).toBe('not-allowed');
    await approveEpoch(other, { number: of.number });
    await allocate(of.number);
    await endHold(other, { holdId, outcome: 'cleared', answer: 'It was not so.' });
    for (const who of [by, other]) expect(await refusalOf(beginRelease(who, { number: of.number }, afterHold()))).toBe('not-allowed');
    const third = await member({ role: 'admin', name: 'Judit Farkas' });
    await beginRelease(third, { number: of.number }, afterHold());
    await release(of.number, { now: afterHold() });

    const { there: others, of: next } = await ready();
    await holdCredit(by, { memberId: others.pavel.id, reason: 'forged', note: 'Seen twice.' });
    await db.sanction.createMany({ data: [other, third].map(({ id }) => ({ memberId: id, kind: 'banned' as const, reason: 'spam' })) });
    await approveEpoch(by, { number: next.number });
  });

  test('nor who let a held reader in before the freeze, though nothing of the hold is left in it; nor who linked two of them', async () => {
    const [by, other] = two();
    const [there, of] = [await town(), await week()];
    await demoWeek(there, of);
    const { holdId } = await holdCredit(null, { memberId: there.khanh.id, reason: 'burst' });
    await endHold(by, { holdId, outcome: 'cleared', answer: 'It was not so.' });
    await divided(of);
    expect(await db.epochReader.count({ where: { epoch: of.number, holdId: { not: null } } })).toBe(0);
    expect(await refusalOf(approveEpoch(by, { number: of.number }))).toBe('not-allowed');
    await approveEpoch(other, { number: of.number });
    await allocate(of.number);
    await linkAccounts(other, { handle: there.pavel.handle, other: there.ines.handle, reason: 'one-person', note: 'One household.' });
    for (const who of [by, other]) expect(await refusalOf(beginRelease(who, { number: of.number }, afterHold()))).toBe('not-allowed');
    await beginRelease(await member({ role: 'admin' }), { number: of.number }, afterHold());
    await release(of.number, { now: afterHold() });
  });

  test('nor the other way round: who releases it changes no hold of its readers any more', async () => {
    const [by, other] = two();
    const { there, of } = await ready(allocated);
    const { holdId } = await holdCredit(null, { memberId: there.khanh.id, reason: 'burst' });
    await beginRelease(by, { number: of.number }, afterHold());
    expect(await refusalOf(holdCredit(by, { memberId: there.pavel.id, reason: 'forged', note: 'Late.' }))).toBe('not-allowed');
    await release(of.number, { now: afterHold() });
    expect(await refusalOf(endHold(by, { holdId, outcome: 'cleared', answer: 'Mine to give.' }))).toBe('not-allowed');
    expect(await purseOf(there.khanh)).toEqual({ pending: 0n, available: 0n });
    await endHold(other, { holdId, outcome: 'cleared', answer: 'A screen reader.' });
    expect((await purseOf(there.khanh)).available).toBeGreaterThan(0n);
  });
  test('who released a week that somebody read in may still decide about what is held of theirs later, and not about what it took', async () => {
    const [by, other] = two();
    const [there] = [await town()];
    const weeks = [];
    for (const who of [by, other]) {
      const of = await week();
      await demoWeek(there, of);
      await allocated(of);
      await beginRelease(who, { number: of.number }, afterHold());
      await release(of.number, { now: afterHold() });
      weeks.push(of);
    }
    const machine = await holdCredit(null, { memberId: there.khanh.id, reason: 'burst' });
    const last = await week();
    await demoWeek(there, last);
    await allocated(last);
    await beginRelease(by, { number: last.number }, afterHold());
    await release(last.number, { now: afterHold() });
    expect(await refusalOf(endHold(by, { holdId: machine.holdId, outcome: 'cleared', answer: 'Mine to give.' }))).toBe('not-allowed');
    await endHold(other, { holdId: machine.holdId, outcome: 'cleared', answer: 'A screen reader.' });
    const { holdId } = await holdCredit(by, { memberId: there.pavel.id, reason: 'forged', note: 'Seen twice.' });
    await endHold(other, { holdId, outcome: 'cleared', answer: 'It was not so.' });
  });

  test('nor who took the other admin’s role away for it', async () => {
    const [by, other] = two();
    const { there, of } = await ready();
    await holdCredit(by, { memberId: there.pavel.id, reason: 'forged', note: 'Seen twice.' });
    await changeRole(by, { handle: other.handle, role: 'member' });
    expect(await refusalOf(approveEpoch(by, { number: of.number }))).toBe('not-allowed');
    await changeRole(by, { handle: other.handle, role: 'admin' });
    expect(await refusalOf(approveEpoch(by, { number: of.number }))).toBe('not-allowed');
    await approveEpoch(other, { number: of.number });
  });

  test('nor, having begun its release, decides about a hold while the other admin is none for it', async () => {
    const [by, other] = two();
    const { there, of } = await ready(allocated);
    const { holdId } = await holdCredit(null, { memberId: there.khanh.id, reason: 'burst' });
    await beginRelease(by, { number: of.number }, afterHold());
    await release(of.number, { now: afterHold() });
    await changeRole(by, { handle: other.handle, role: 'member' });
    expect(await refusalOf(endHold(by, { holdId, outcome: 'cleared', answer: 'Mine to give.' }))).toBe('not-allowed');
    await changeRole(by, { handle: other.handle, role: 'admin' });
    await endHold(other, { holdId, outcome: 'cleared', answer: 'A screen reader.' });
  });

  test('nor does who is releasing it link two of its people, or lift a link of theirs', async () => {
    const [by, other] = two();
    const { there, of } = await ready(allocated);
    const pair = { handle: there.pavel.handle, other: there.ines.handle, reason: 'one-person', note: 'One household.' };
    await beginRelease(by, { number: of.number }, afterHold());
    expect(await refusalOf(linkAccounts(by, pair))).toBe('not-allowed');
    await linkAccounts(other, pair);
    const { id: linkId } = await db.earningLink.findFirstOrThrow({ where: { byId: other.id } });
    expect(await refusalOf(unlinkAccounts(by, { linkId, answer: 'Two households.' }))).toBe('not-allowed');
    await release(of.number, { now: afterHold() });
    expect(await refusalOf(unlinkAccounts(by, { linkId, answer: 'Mine to give.' }))).toBe('not-allowed');
    await unlinkAccounts(other, { linkId, answer: 'Two households.' });
  });
});

describe('where it is set so, an epoch goes on by itself', () => {
  const set = (by: FactoryMember, steps: 'by-hand' | 'by-itself') => setSteps(by, { steps });

  test('to what is pending, and after its hold to what is available, and the log says that nobody did it', async () => {
    const [by, other] = two();
    await twentyAtOnce(() => set(by, 'by-itself'));
    expect(await stepsNow()).toEqual({ byItself: true, setById: by.id });
    const { there, of } = await ready();
    await set(other, 'by-itself');
    expect(await stepsNow()).toEqual({ byItself: true, setById: by.id });
    await allocate(of.number);
    expect((await epochOf(of)).state).toBe('allocated');
    await release(of.number);
    expect((await epochOf(of)).state).toBe('allocated');
    await release(of.number, { now: afterHold() });
    const [given] = await givenTo(of, [there.ines]);
    expect(await purseOf(there.ines)).toEqual({ pending: 0n, available: given });
    const acts = await db.earningEvent.findMany({ where: { epoch: of.number }, orderBy: { id: 'asc' } });
    expect(acts.map(({ action, actorId, byItself }) => [action, actorId, byItself])).toEqual([
      ['approved', null, true],
      ['release-begun', null, true],
    ]);
    await set(other, 'by-hand');
    expect((await stepsNow()).byItself).toBe(false);
  });

  test('but not by the word of who changed it: then it waits for another', async () => {
    const [by, other] = two();
    await set(by, 'by-itself');
    const { there, of } = await ready();
    await holdCredit(by, { memberId: there.pavel.id, reason: 'forged', note: 'Seen twice.' });
    await allocate(of.number);
    expect((await epochOf(of)).state).toBe('divided');
    await approveEpoch(other, { number: of.number });
    await allocate(of.number);
    expect((await epochOf(of)).state).toBe('allocated');
    await set(other, 'by-hand');
  });

  test('a setting that changes nothing is not written down', async () => {
    const [by] = two();
    const before = await db.earningEvent.count();
    await set(by, 'by-hand');
    expect(await db.earningEvent.count()).toBe(before);
  });
});
