import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { revokeProof } from '@/lib/accounts/commands/end-proof';
import { recordProof } from '@/lib/accounts/commands/record-proof';
import { db } from '@/lib/db/client';
import { guardProof } from '@/lib/earnings/closing';
import { allocate } from '@/lib/earnings/commands/allocate';
import { answerEarning } from '@/lib/earnings/commands/answer-earning';
import { appealEarning } from '@/lib/earnings/commands/appeal-earning';
import { approveEpoch } from '@/lib/earnings/commands/approve-epoch';
import { ledgerFaults } from '@/lib/earnings/commands/audit-ledger';
import { beginRelease } from '@/lib/earnings/commands/begin-release';
import { endHold } from '@/lib/earnings/commands/end-hold';
import { holdCredit } from '@/lib/earnings/commands/hold-credit';
import { linkAccounts } from '@/lib/earnings/commands/link-accounts';
import { release } from '@/lib/earnings/commands/release';
import { openPleas } from '@/lib/earnings/open-pleas';
import { purseOf } from '@/lib/earnings/queries';
import { seenPerson } from '@/lib/earnings/unusual';
import { changeRole } from '@/lib/moderation/commands/change-role';
import { type FactoryMember, member } from '../../factories/people';
import { refusalOf } from '../../support/refusal';
import { afterHold, allocated, demoWeek, divided, epochOf, givenTo, town, type Week, week } from './week';

afterEach(async () => expect(await ledgerFaults()).toEqual([]));
// What is asked is what somebody may do when all admins there are have done something: others' are none.
beforeEach(async () => void (await db.member.updateMany({ where: { role: 'admin' }, data: { role: 'member' } })));

const admin = (name: string) => member({ role: 'admin', name });
/** A week that waits for its release, and nobody else to approve it than who was there for that alone. */
const ready = async (how = allocated) => {
  const [there, of] = [await town(), await week()];
  await demoWeek(there, of);
  await how(of);
  await db.member.updateMany({ where: { role: 'admin' }, data: { role: 'member' } });
  return { ...there, of };
};
const releasedBy = async (who: FactoryMember, { number }: Week) => {
  await beginRelease(who, { number }, afterHold());
  await release(number, { now: afterHold() });
};
const appealOf = async (who: FactoryMember, action: string) => {
  const { id: eventId } = await db.moderationEvent.findFirstOrThrow({ where: { personId: who.id, action }, orderBy: { seq: 'desc' } });
  await appealEarning(who, { eventId, text: 'It was my screen reader.' });
  return (await db.appeal.findFirstOrThrow({ where: { eventId } })).id;
};
const answers = (who: FactoryMember, appealId: string, outcome: 'reversed' | 'upheld' = 'reversed') =>
  answerEarning(who, { appealId, outcome, words: 'It was not so.' });
const barOf = async (who: FactoryMember, appealId: string) => (await openPleas(who)).find(({ id }) => id === appealId)?.bar;

describe('an appeal can be granted by somebody, however few admins there are', () => {
  test('of two the one who released, where the other had held', async () => {
    const { of, khanh } = await ready();
    const [ada, judit] = [await admin('Ada'), await admin('Judit')];
    const [given = 0n] = await givenTo(of, [khanh]);
    await holdCredit(ada, { memberId: khanh.id, reason: 'forged', note: 'Seen twice.' });
    await releasedBy(judit, of);
    expect((await purseOf(khanh)).available).toBe(0n);
    const appealId = await appealOf(khanh, 'earning-held');
    expect([await barOf(ada, appealId), await barOf(judit, appealId)]).toEqual(['decided-first', null]);
    expect(await refusalOf(answers(ada, appealId))).toBe('not-allowed');
    await answers(judit, appealId);
    expect((await purseOf(khanh)).available).toBe(given);
  });

  test('of three the one who released, where the others had held and confirmed; not while there is a fourth', async () => {
    const { of, khanh } = await ready();
    const [ada, judit, kofi] = [await admin('Ada'), await admin('Judit'), await admin('Kofi')];
    const { holdId } = await holdCredit(ada, { memberId: khanh.id, reason: 'forged', note: 'Seen twice.' });
    await endHold(judit, { holdId, outcome: 'confirmed', answer: 'It was so.' });
    await releasedBy(kofi, of);
    const appealId = await appealOf(khanh, 'earning-confirmed');
    const fourth = await admin('Noor');
    expect([await barOf(kofi, appealId), await barOf(fourth, appealId)]).toEqual(['released', null]);
    for (const outcome of ['reversed', 'upheld'] as const) expect(await refusalOf(answers(kofi, appealId, outcome))).toBe('not-allowed');
    await db.member.update({ where: { id: fourth.id }, data: { role: 'member' } });
    await answers(kofi, appealId);
    expect((await purseOf(khanh)).available).toBeGreaterThan(0n);
  });

  test('of two about a link, where one had made it and the other released', async () => {
    const { of, ines, khanh } = await ready();
    const [ada, judit] = [await admin('Ada'), await admin('Judit')];
    const before = await givenTo(of, [ines, khanh]);
    await linkAccounts(ada, { handle: khanh.handle, other: ines.handle, reason: 'one-person', note: 'One household.' });
    await releasedBy(judit, of);
    expect((await purseOf(khanh)).available).toBeLessThan(before[1] ?? 0n);
    const appealId = await appealOf(khanh, 'earning-linked');
    expect([await barOf(ada, appealId), await barOf(judit, appealId)]).toEqual(['decided-first', null]);
    await answers(judit, appealId);
    expect([(await purseOf(ines)).available, (await purseOf(khanh)).available]).toEqual(before);
  });

  test('not by who released and sent the other away for it', async () => {
    const { of, khanh } = await ready();
    const [ada, judit] = [await admin('Ada'), await admin('Judit')];
    await holdCredit(ada, { memberId: khanh.id, reason: 'forged', note: 'Seen twice.' });
    await releasedBy(judit, of);
    const appealId = await appealOf(khanh, 'earning-held');
    await changeRole(judit, { handle: ada.handle, role: 'member' });
    expect(await barOf(judit, appealId)).toBe('released');
    expect(await refusalOf(answers(judit, appealId))).toBe('not-allowed');
  });

  test('the only admin is offered to take back their own hold, and to confirm it not', async () => {
    const { khanh, pavel } = await ready();
    const ada = await admin('Ada');
    const { holdId } = await holdCredit(ada, { memberId: khanh.id, reason: 'forged', note: 'Seen twice.' });
    const seen = async (who: FactoryMember) => (await seenPerson(ada, who.handle)).holds.map(({ answers, bar }) => ({ answers, bar }));
    expect(await seen(khanh)).toEqual([{ answers: ['cleared'], bar: null }]);
    expect(await refusalOf(endHold(ada, { holdId, outcome: 'confirmed', answer: 'Mine.' }))).toBe('not-allowed');
    await holdCredit(null, { memberId: pavel.id, reason: 'burst' });
    expect(await seen(pavel)).toEqual([{ answers: ['cleared', 'confirmed'], bar: null }]);
    await admin('Judit');
    expect(await seen(khanh)).toEqual([{ answers: [], bar: 'decided-first' }]);
  });
});

test('what was cleared is not kept away by a hold that ended before the week began', async () => {
  const { of, khanh } = await ready();
  const [ada, judit] = [await admin('Ada'), await admin('Judit')];
  const [given = 0n] = await givenTo(of, [khanh]);
  const long = new Date(of.startsAt.getTime() - 86_400_000);
  await db.earningHold.create({
    data: {
      ...{ memberId: khanh.id, reason: 'forged', note: 'Seen twice.', byMachine: false, byId: ada.id, createdAt: long },
      ...{ outcome: 'confirmed', endedById: judit.id, answer: 'It was so.', endedAt: long },
    },
  });
  const { holdId } = await holdCredit(null, { memberId: khanh.id, reason: 'burst' });
  await endHold(ada, { holdId, outcome: 'cleared', answer: 'It was not so.' });
  await releasedBy(judit, of);
  expect((await purseOf(khanh)).available).toBe(given);
});

test('who says what a reader of an epoch has proven does not let it go on, and who releases it says nothing of that meanwhile', async () => {
  const { of, khanh, pavel } = await ready(divided);
  const [ada, judit, kofi] = [await admin('Ada'), await admin('Judit'), await admin('Kofi')];
  const shown = { handle: khanh.handle, kind: 'phone', shown: '+49 171 555 0199' };
  await recordProof(ada, shown, guardProof);
  const { id: proofId } = await db.proof.findFirstOrThrow({ where: { memberId: khanh.id } });
  expect(await refusalOf(approveEpoch(ada, { number: of.number }))).toBe('not-allowed');
  await revokeProof(judit, { proofId }, guardProof);
  expect(await refusalOf(approveEpoch(judit, { number: of.number }))).toBe('not-allowed');
  await approveEpoch(kofi, { number: of.number });
  await allocate(of.number);
  await beginRelease(kofi, { number: of.number }, afterHold());
  const another = { ...shown, handle: pavel.handle, shown: '+49 171 555 0198' };
  expect(await refusalOf(recordProof(kofi, another, guardProof))).toBe('not-allowed');
  await release(of.number, { now: afterHold() });
  expect((await epochOf(of)).state).toBe('released');
  await recordProof(kofi, another, guardProof);
});
