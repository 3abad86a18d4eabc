import { afterEach, describe, expect, test } from 'vitest';
import { leave } from '@/lib/accounts/commands/leave';
import { db } from '@/lib/db/client';
import { answerEarning } from '@/lib/earnings/commands/answer-earning';
import { appealEarning } from '@/lib/earnings/commands/appeal-earning';
import { ledgerFaults } from '@/lib/earnings/commands/audit-ledger';
import { beginRelease } from '@/lib/earnings/commands/begin-release';
import { endHold } from '@/lib/earnings/commands/end-hold';
import { holdCredit } from '@/lib/earnings/commands/hold-credit';
import { linkAccounts, unlinkAccounts } from '@/lib/earnings/commands/link-accounts';
import { openPleas } from '@/lib/earnings/open-pleas';
import { purseOf } from '@/lib/earnings/queries';
import { settleLeaving } from '@/lib/earnings/settle-leaving';
import { toldOfEarning } from '@/lib/earnings/told-holds';
import { seenHoldOfGone, unusualAccounts } from '@/lib/earnings/unusual';
import { countAppeals } from '@/lib/moderation/open-appeals';
import { member } from '../../factories/people';
import { refusalOf, twentyAtOnce } from '../../support/refusal';
import { eventOf, finding, linksOf } from './linked';
import { afterHold, allocated, demoWeek, givenTo, steps, town, type Week, week } from './week';

afterEach(async () => expect(await ledgerFaults()).toEqual([]));

const ready = async () => {
  const [there, of] = [await town(), await week()];
  await demoWeek(there, of);
  await allocated(of);
  const [ada, judit] = [await member({ role: 'admin', name: 'Ada Lindqvist' }), await member({ role: 'admin', name: 'Judit Farkas' })];
  return { ...there, of, ada, judit };
};
const over = async (of: Week) => steps(of)[3]?.();

test('whose link is with somebody who has left appeals like anyone, and gets back what the release took for it', async () => {
  const { of, ada, judit, khanh, ines } = await ready();
  await linkAccounts(ada, finding(khanh, ines));
  const [whole] = await givenTo(of, [ines]);
  await over(of);
  const { available } = await purseOf(ines);
  expect(available).toBeLessThan(whole ?? 0n);
  const { id: eventId } = await eventOf(ines, 'earning-linked');
  await leave(khanh, { confirm: 'leave' }, { first: settleLeaving });
  expect((await toldOfEarning(ines, new Date())).links).toMatchObject([{ eventId, mayAppeal: true, liftedAt: null }]);
  const { id: appealId } = await appealEarning(ines, { eventId, text: 'We never met.' });
  expect(await countAppeals(judit, null)).toBeGreaterThanOrEqual(1);
  expect((await openPleas(judit)).find(({ id }) => id === appealId)?.bar).toBeNull();
  await twentyAtOnce(() => answerEarning(judit, { appealId, outcome: 'reversed', words: 'They never did.' }));
  expect((await purseOf(ines)).available).toBe(whole);
});

test('a link with somebody who has left that is lifted before the release takes nothing', async () => {
  const { of, ada, judit, khanh, ines } = await ready();
  await linkAccounts(ada, finding(khanh, ines));
  const [whole] = await givenTo(of, [ines]);
  await leave(khanh, { confirm: 'leave' }, { first: settleLeaving });
  const [link] = await linksOf(ines);
  await unlinkAccounts(judit, { linkId: link?.id, answer: 'Not these two.' });
  await over(of);
  expect((await purseOf(ines)).available).toBe(whole);
});

test('what a link with somebody who has left took stays while another such link stands', async () => {
  const { of, ada, judit, khanh, ines, pavel } = await ready();
  await linkAccounts(ada, finding(khanh, ines));
  await linkAccounts(ada, finding(pavel, ines));
  const [whole] = await givenTo(of, [ines]);
  await over(of);
  const taken = await purseOf(ines);
  for (const who of [khanh, pavel]) await leave(who, { confirm: 'leave' }, { first: settleLeaving });
  const [first, second] = await linksOf(ines);
  await unlinkAccounts(judit, { linkId: first?.id, answer: 'Not these two.' });
  expect(await purseOf(ines)).toEqual(taken);
  await unlinkAccounts(judit, { linkId: second?.id, answer: 'Nor these.' });
  expect((await purseOf(ines)).available).toBe(whole);
});

describe('somebody leaves under a hold that nobody has answered', () => {
  const gone = async () => {
    const scene = await ready();
    const evidence = { figures: { beats: 240 }, posts: [{ postId: scene.scale.id, figures: { beats: 240 } }] };
    const { holdId } = await holdCredit(
      null,
      { memberId: scene.khanh.id, reason: 'no-jitter' },
      { version: 1, marks: ['no-jitter'], evidence },
    );
    const [whole] = await givenTo(scene.of, [scene.ines]);
    await leave(scene.khanh, { confirm: 'leave' }, { first: settleLeaving });
    return { ...scene, holdId, whole };
  };

  test('it stands in the list without a name, with the figures of the whole and what waits', async () => {
    const { holdId, ada, pavel } = await gone();
    const row = (await unusualAccounts(ada, undefined)).accounts.find(({ id }) => id === holdId);
    expect(row).toMatchObject({ who: null, outcome: null, reason: 'no-jitter' });
    expect(row?.waiting).toBeGreaterThan(0n);
    expect(await seenHoldOfGone(ada, holdId)).toMatchObject({ figures: { beats: 240 }, posts: [], bar: null });
    const moderator = await member({ role: 'moderator' });
    for (const who of [pavel, moderator]) expect(await refusalOf(seenHoldOfGone(who, holdId))).toBe('not-found');
    // A hold of somebody who is here is looked at with them.
    const { holdId: other } = await holdCredit(null, { memberId: pavel.id, reason: 'burst' });
    for (const id of [other, 'not-an-id']) expect(await refusalOf(seenHoldOfGone(ada, id))).toBe('not-found');
  });

  test('cleared, those whom they read are paid to the unit, and nothing that was seen is left', async () => {
    const { of, holdId, whole, judit, ada, ines } = await gone();
    await twentyAtOnce(() => endHold(judit, { holdId, outcome: 'cleared', answer: 'An e-reader.' }));
    expect(await db.earningHold.findUniqueOrThrow({ where: { id: holdId } })).toMatchObject({ outcome: 'cleared', evidence: null });
    expect((await unusualAccounts(ada, undefined)).accounts.some(({ id }) => id === holdId)).toBe(false);
    await over(of);
    expect((await purseOf(ines)).available).toBe(whole);
  });

  test('cleared after the release, they get it back; left open, it was taken', async () => {
    const { of, holdId, whole, judit, ines } = await gone();
    await over(of);
    expect((await purseOf(ines)).available).toBeLessThan(whole ?? 0n);
    await twentyAtOnce(() => endHold(judit, { holdId, outcome: 'cleared', answer: 'An e-reader.' }));
    expect((await purseOf(ines)).available).toBe(whole);
  });

  test('who began the release of a week of theirs does not answer it, where there is another', async () => {
    const { of, holdId, ada, judit } = await gone();
    await beginRelease(judit, { number: of.number }, afterHold());
    const answer = { holdId, outcome: 'cleared', answer: 'An e-reader.' };
    expect(await refusalOf(endHold(judit, answer))).toBe('not-allowed');
    expect(await refusalOf(endHold(ada, answer))).toBe('done');
  });

  test('set while the week was frozen, it holds all the same', async () => {
    const { of, khanh, ines } = await ready();
    const [whole] = await givenTo(of, [ines]);
    const { holdId } = await holdCredit(null, { memberId: khanh.id, reason: 'burst' });
    await db.epochReader.updateMany({ where: { holdId }, data: { holdId: null } });
    await leave(khanh, { confirm: 'leave' }, { first: settleLeaving });
    await over(of);
    expect((await purseOf(ines)).available).toBeLessThan(whole ?? 0n);
  });
});
