import { expect, test } from 'vitest';
import { env } from '@/lib/core/env';
import { db } from '@/lib/db/client';
import { finishLinking, removeDestination, startLinking, writeDestination } from '@/lib/payouts/commands/link-destination';
import { destinationMail } from '@/lib/payouts/mails';
import { challengeOf, payoutsOf } from '@/lib/payouts/queries';
import { unseal } from '@/lib/payouts/seal';
import { member } from '../../factories/people';
import { wallet } from '../../factories/solana';
import { refusalOf, twentyAtOnce } from '../../support/refusal';
import { ask, earned, HOUR, setRailTo } from './paying';

type Who = Awaited<ReturnType<typeof member>>;

async function asked(who: Who, address: string, now = new Date()) {
  const { nonce } = await startLinking(who, { address }, now);
  const challenge = await challengeOf(who, nonce, now);
  return { nonce, message: challenge?.message ?? '' };
}
async function link(who: Who, own = wallet(), now = new Date()) {
  const { nonce, message } = await asked(who, own.address, now);
  await finishLinking(who, { nonce, signature: own.sign(message) }, now);
  return own;
}
const present = (who: Who) => db.payoutDestination.findMany({ where: { memberId: who.id, removedAt: null } });

test('Ines links her wallet by signing, and is told by mail', async () => {
  const [ines, own] = [await member(), wallet()];
  const { nonce, message } = await asked(ines, own.address);
  expect(message).toContain(`wants you to sign in with your Solana account:\n${own.address}\n`);
  expect(message).toContain(`Nonce: ${nonce}`);
  expect(await refusalOf(finishLinking(ines, { nonce, signature: own.sign(`${message} `) }))).toBe('invalid');
  expect(await refusalOf(finishLinking(ines, { nonce, signature: wallet().sign(message) }))).toBe('invalid');
  await finishLinking(ines, { nonce, signature: own.sign(message) });
  const [row] = await present(ines);
  expect(row).toMatchObject({ address: own.address, shown: own.address, rail: 'solana' });
  expect((row?.usableFrom.getTime() ?? 0) - (row?.createdAt.getTime() ?? 0)).toBe(72 * HOUR);
  const mail = await destinationMail(row?.id ?? '');
  expect([mail?.to, mail?.paragraphs.join(' ')]).toEqual([ines.email, expect.stringContaining(own.address)]);
});

test('a text is good for once, for a quarter of an hour, and for whom it was made', async () => {
  const [ines, khanh, own] = [await member(), await member(), wallet()];
  const now = new Date();
  const { nonce, message } = await asked(ines, own.address, now);
  const signature = own.sign(message);
  expect(await refusalOf(finishLinking(khanh, { nonce, signature }, now))).toBe('gone');
  expect(await refusalOf(finishLinking(ines, { nonce, signature }, new Date(now.getTime() + 15 * 60_000)))).toBe('gone');
  expect(await refusalOf(finishLinking(ines, { nonce: 'made-up', signature }, now))).toBe('gone');
  const all = await twentyAtOnce(() => finishLinking(ines, { nonce, signature }, now));
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await refusalOf(finishLinking(ines, { nonce, signature }, now))).toBe('gone');
  expect(await present(ines)).toHaveLength(1);
  expect(await refusalOf(startLinking(ines, { address: 'no wallet' }))).toBe('invalid');
});

test('for 72 hours nothing goes to a new wallet, and changing it begins them anew', async () => {
  await setRailTo('solana');
  const ines = await member();
  await earned(ines, 100_000n);
  const now = new Date();
  await link(ines, wallet(), now);
  const gates = async (at: Date) => (await payoutsOf(ines, at)).rails[0]?.gates.filter(({ met }) => !met).map(({ gate }) => gate);
  expect(await gates(now)).toEqual(['cool-off']);
  expect(await gates(new Date(now.getTime() + 72 * HOUR - 1))).toEqual(['cool-off']);
  expect(await gates(new Date(now.getTime() + 72 * HOUR))).toEqual([]);
  expect(await refusalOf(ask(ines))).toBe('invalid');
  const later = new Date(now.getTime() + 100 * HOUR);
  await link(ines, wallet(), later);
  expect([await gates(later), (await present(ines)).length]).toEqual([['cool-off'], 1]);
});

test('linking the same again changes nothing; removing it leaves nothing to be paid to', async () => {
  const ines = await member();
  const own = await link(ines);
  const [first] = await present(ines);
  await link(ines, own, new Date(Date.now() + HOUR));
  expect(await present(ines)).toEqual([first]);
  await removeDestination(ines, { rail: 'solana' });
  await removeDestination(ines, { rail: 'solana' });
  expect(await present(ines)).toEqual([]);
});

test('a destination that is put right is the one from then on, however little it changed; of mail a dot tells two apart', async () => {
  const [ines, anna] = [await member(), await member()];
  const written = async (who: Who) => (await present(who)).map(({ address }) => unseal(env().SECRET, address));
  await writeDestination(ines, { destination: 'anna-lee@mail.example' });
  await writeDestination(ines, { destination: 'annalee@mail.example' });
  expect(await written(ines)).toEqual(['annalee@mail.example']);
  await writeDestination(anna, { destination: 'anna-lee@mail.example' });
  const marks = await Promise.all([ines, anna].map(async (who) => (await present(who))[0]?.fingerprint));
  expect(new Set(marks).size).toBe(2);
});

test('one wallet of two accounts links them once, also when both come at once, or the first has removed it', async () => {
  const [ines, khanh, sade, own] = [await member(), await member(), await member(), wallet()];
  await Promise.all([link(ines, own), link(khanh, own)]);
  const between = async (one: Who, other: Who) =>
    db.earningLink.findMany({
      where: {
        OR: [
          { oneId: one.id, otherId: other.id },
          { oneId: other.id, otherId: one.id },
        ],
      },
    });
  expect((await between(ines, khanh)).map(({ ground, liftedAt }) => [ground, liftedAt])).toEqual([['payout', null]]);
  await removeDestination(ines, { rail: 'solana' });
  await link(ines, own, new Date(Date.now() + HOUR));
  expect(await between(ines, khanh)).toHaveLength(1);
  await removeDestination(khanh, { rail: 'solana' });
  await link(sade, own);
  expect([(await between(ines, sade)).length, (await between(khanh, sade)).length]).toEqual([1, 1]);
  // What an admin has lifted stays lifted.
  await db.earningLink.updateMany({
    where: { OR: [{ oneId: sade.id }, { otherId: sade.id }] },
    data: { liftedAt: new Date(), judged: true },
  });
  await removeDestination(sade, { rail: 'solana' });
  await link(sade, own, new Date(Date.now() + HOUR));
  expect((await between(ines, sade)).map(({ liftedAt }) => liftedAt !== null)).toEqual([true]);
});

test('an account to be paid by hand is sealed in the database; to write another’s down links nobody', async () => {
  const [ines, khanh] = [await member(), await member()];
  await writeDestination(ines, { destination: 'Ines Duarte, DE89 3704 0044 0532 0130 00' });
  const [row] = await present(ines);
  expect(row?.shown).toBe('…3000');
  expect(JSON.stringify(row)).not.toMatch(/3704|Duarte/);
  await writeDestination(khanh, { destination: 'ines duarte, DE8937040044-0532013000' });
  expect(await db.earningLink.count({ where: { ground: 'payout', OR: [{ oneId: ines.id }, { otherId: ines.id }] } })).toBe(0);
  await removeDestination(ines, { rail: 'manual' });
  expect((await db.payoutDestination.findFirstOrThrow({ where: { memberId: ines.id } })).address).toBe('');
});
