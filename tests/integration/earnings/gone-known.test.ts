import { afterEach, describe, expect, test } from 'vitest';
import { leave } from '@/lib/accounts/commands/leave';
import { db } from '@/lib/db/client';
import { ledgerFaults } from '@/lib/earnings/commands/audit-ledger';
import { endHold } from '@/lib/earnings/commands/end-hold';
import { holdCredit } from '@/lib/earnings/commands/hold-credit';
import { linkAccounts, unlinkAccounts } from '@/lib/earnings/commands/link-accounts';
import { restoreAfter } from '@/lib/earnings/commands/restore-after';
import { purseOf } from '@/lib/earnings/queries';
import { settleLeaving } from '@/lib/earnings/settle-leaving';
import { type FactoryMember, member } from '../../factories/people';
import { allocated, demoWeek, divided, givenTo, steps, town, type Week, week } from './week';

afterEach(async () => expect(await ledgerFaults()).toEqual([]));

const admins = async () => ({ ada: await member({ role: 'admin', name: 'Ada' }), judit: await member({ role: 'admin', name: 'Judit' }) });
const scene = async () => {
  const [there, of] = [await town(), await week()];
  await demoWeek(there, of);
  return { ...there, of, ...(await admins()) };
};
const ready = async () => {
  const here = await scene();
  await allocated(here.of);
  return here;
};
const over = async (of: Week) => steps(of)[3]?.();
const go = (who: FactoryMember) => leave(who, { confirm: 'leave' }, { first: settleLeaving });
const link = async (by: FactoryMember, one: FactoryMember, other: FactoryMember): Promise<string> => {
  await linkAccounts(by, { handle: one.handle, other: other.handle, reason: 'one-purse', note: 'One purse.' });
  const both = [one.id, other.id];
  const { id } = await db.earningLink.findFirstOrThrow({ where: { oneId: { in: both }, otherId: { in: both } } });
  return id;
};
const clear = (by: FactoryMember, holdId: string) => endHold(by, { holdId, outcome: 'cleared', answer: 'An e-reader.' });
const lift = (by: FactoryMember, linkId: string) => unlinkAccounts(by, { linkId, answer: 'Not these two.' });

/** What one's reading moves to another in a week. */
async function moved(of: Week, reader: FactoryMember, payee: FactoryMember): Promise<bigint> {
  const where = { reader: { epoch: of.number, memberId: reader.id }, payee: { memberId: payee.id } };
  const { _sum } = await db.epochRow.aggregate({ where, _sum: { amount: true } });
  expect(_sum.amount).toBeGreaterThan(0n);
  return _sum.amount ?? 0n;
}

describe('clearing the hold of somebody who has left does not pay what', () => {
  test.each([
    ['a link', 'before'],
    ['a link', 'after'],
    ['their own ban', 'before'],
    ['their own ban', 'after'],
  ])('%s keeps away, cleared %s the release', async (what, when) => {
    const { of, ada, judit, khanh, ines } = await ready();
    if (what === 'a link') await link(ada, khanh, ines);
    else await db.sanction.create({ data: { memberId: khanh.id, kind: 'banned', reason: 'spam' } });
    const [[whole = 0n], theirs] = [await givenTo(of, [ines]), await moved(of, khanh, ines)];
    const { holdId } = await holdCredit(null, { memberId: khanh.id, reason: 'burst' });
    if (when === 'after') await over(of);
    await go(khanh);
    await clear(judit, holdId);
    if (when === 'before') await over(of);
    expect((await purseOf(ines)).available).toBe(whole - theirs);
  });

  test('a hold that was confirmed keeps away', async () => {
    const { of, ada, judit, khanh, ines } = await scene();
    const { holdId: confirmed } = await holdCredit(ada, { memberId: khanh.id, reason: 'forged', note: 'Seen.' });
    await endHold(judit, { holdId: confirmed, outcome: 'confirmed', answer: 'It was so.' });
    const { holdId } = await holdCredit(null, { memberId: khanh.id, reason: 'burst' });
    await allocated(of);
    const [[whole = 0n], theirs] = [await givenTo(of, [ines]), await moved(of, khanh, ines)];
    await go(khanh);
    await clear(judit, holdId);
    await over(of);
    expect((await purseOf(ines)).available).toBe(whole - theirs);
  });
});

test('a link kept away by another’s ban is kept away when that ban is lifted', async () => {
  const { of, ada, khanh, ines } = await ready();
  await link(ada, khanh, ines);
  const [[whole = 0n], theirs] = [await givenTo(of, [ines]), await moved(of, khanh, ines)];
  const { id } = await db.sanction.create({ data: { memberId: ines.id, kind: 'banned', reason: 'spam' } });
  await over(of);
  await go(khanh);
  await db.sanction.update({ where: { id }, data: { liftedAt: new Date() } });
  await restoreAfter({ was: 'banned', id: ines.id, by: id });
  expect((await purseOf(ines)).available).toBe(whole - theirs);
});

test('of a chain whose end has left, lifting another link gives back what that one took and no more', async () => {
  const { of, ada, judit, khanh, pavel, ines, sade } = await ready();
  await link(ada, khanh, pavel);
  await link(ada, pavel, ines);
  const mistaken = await link(ada, ines, sade);
  const sades = await moved(of, sade, ines);
  await over(of);
  const { available } = await purseOf(ines);
  await go(khanh);
  await lift(judit, mistaken);
  expect((await purseOf(ines)).available).toBe(available + sades);
});

test.each(['linked', 'banned'])(
  'who takes posts back around a release sheds nothing of what was marked of a reader who was %s',
  async (how) => {
    const { of, ada, khanh, ines, scale } = await ready();
    if (how === 'linked') await link(ada, khanh, ines);
    else await db.sanction.create({ data: { memberId: khanh.id, kind: 'banned', reason: 'spam' } });
    const [[whole = 0n], theirs] = [await givenTo(of, [ines]), await moved(of, khanh, ines)];
    await go(khanh);
    const { publishedAt } = await db.post.update({ where: { id: scale.id }, data: { publishedAt: null } });
    expect(publishedAt).toBeNull();
    await over(of);
    await db.post.update({ where: { id: scale.id }, data: { publishedAt: new Date() } });
    await restoreAfter({ was: 'removed', id: scale.id, by: 'shown-again' });
    expect((await purseOf(ines)).available).toBe(whole - theirs);
  },
);

test('a link that is lifted while a week waits, and a post is not shown, leaves no mark when it is shown again', async () => {
  const { of, ada, judit, khanh, ines, scale } = await scene();
  await divided(of);
  const linkId = await link(ada, khanh, ines);
  const [whole] = await givenTo(of, [ines]);
  await go(khanh);
  await db.post.update({ where: { id: scale.id }, data: { publishedAt: null } });
  await lift(judit, linkId);
  await db.post.update({ where: { id: scale.id }, data: { publishedAt: new Date() } });
  await steps(of)[2]?.();
  await over(of);
  expect((await purseOf(ines)).available).toBe(whole);
});

test('who was the middle of a chain leaves it as it was, in the weeks that wait', async () => {
  const { of, ada, khanh, pavel, ines } = await ready();
  await link(ada, khanh, pavel);
  await link(ada, pavel, ines);
  const [[whole = 0n], khanhs, pavels] = [await givenTo(of, [ines]), await moved(of, khanh, ines), await moved(of, pavel, ines)];
  await go(pavel);
  await over(of);
  expect((await purseOf(ines)).available).toBe(whole - khanhs - pavels);
});

test('of what was seen of somebody who left nothing tells whom they read; without a week of theirs nothing stays', async () => {
  const { khanh } = await ready();
  const evidence = {
    figures: { beats: 240 },
    posts: [{ postId: 'a-post', figures: {} }],
    more: [{ reason: 'burst', version: 1, marks: ['a-mark-of-whom'], figures: { accounts: 9 } }],
  };
  const { holdId } = await holdCredit(null, { memberId: khanh.id, reason: 'no-jitter' }, { version: 1, marks: ['a-mark'], evidence });
  const stranger = await member();
  const { holdId: other } = await holdCredit(null, { memberId: stranger.id, reason: 'no-jitter' }, { version: 1, marks: [], evidence });
  for (const who of [khanh, stranger]) await go(who);
  const kept = await db.earningHold.findUniqueOrThrow({ where: { id: holdId } });
  expect([kept.marks, kept.evidence]).toEqual([
    [],
    { figures: { beats: 240 }, posts: [], more: [{ reason: 'burst', version: 1, figures: { accounts: 9 } }] },
  ]);
  expect((await db.earningHold.findUniqueOrThrow({ where: { id: other } })).evidence).toBeNull();
});
