import { randomUUID } from 'node:crypto';
import { address } from '@solana/kit';
import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { requestPayout } from '@/lib/payouts/commands/request-payout';
import { workRail } from '@/lib/payouts/commands/work-rail';
import type { Rail } from '@/lib/payouts/rail';
import { tokenAccountOf } from '@/lib/payouts/solana/instructions';
import { openSubmissions } from '@/lib/payouts/steps';
import { wallet } from '../../factories/solana';
import { ask, availableTo, type Bank, bank, clearing, forgetPayouts, payee, payoutOf, setRailTo, statesOf } from './paying';

beforeEach(async () => {
  await forgetPayouts();
  await setRailTo('solana');
});

const work = (rail: Rail) => workRail('solana', rail);
const stops = async () => (await db.payoutFault.findMany({ where: { clearedAt: null } })).map(({ code }) => code);

/** A treasury that looks full while a payment is made, and is empty when it comes to it. */
function emptiedAfter(there: Bank): Rail {
  return {
    ...there.rail,
    prepare: async (...asked) => {
      const made = await there.rail.prepare(...asked);
      await there.chain.give(there.owner.address, there.mint, 1n);
      return made;
    },
  };
}

test('replay: the same bytes again are refused by the runtime, pay nothing, and are no fault', async () => {
  const [ines, there] = [await payee(), await bank()];
  const { payoutId } = await ask(ines.member);
  await work(there.rail);
  const [made] = await openSubmissions('solana');
  await expect(there.chain.send(made?.payload ?? '')).rejects.toThrow('AlreadyProcessed');
  expect(made && (await there.rail.send(made))).toBeNull();
  await work(there.rail);
  expect([(await payoutOf(payoutId)).state, await there.has(ines.wallet), await stops()]).toEqual(['settled', 20_000n, []]);
});

test.each([true, false])(
  'overdraft: the token program refuses it, nothing is lost, and the rail waits for its admin (tried first: %s)',
  async (preflight) => {
    const [ines, there] = [await payee(), await bank({ preflight })];
    const { payoutId } = await ask(ines.member);
    await work(emptiedAfter(there));
    expect([await stops(), (await payoutOf(payoutId)).state]).toEqual([preflight ? ['treasury-short'] : [], 'submitted']);
    there.chain.pass(200);
    await work(there.rail);
    expect(await stops()).toEqual(['treasury-short']);
    expect([(await payoutOf(payoutId)).state, await there.has(ines.wallet), await clearing(), await availableTo(ines)]).toEqual([
      'reserved',
      0n,
      0n,
      90_000n,
    ]);
    await there.chain.give(there.owner.address, there.mint, 1_000_000n);
    await work(there.rail);
    expect((await payoutOf(payoutId)).state).toBe('reserved');
    await db.payoutFault.updateMany({ data: { clearedAt: new Date() } });
    await work(there.rail);
    await work(there.rail);
    expect([(await payoutOf(payoutId)).state, await there.has(ines.wallet)]).toEqual(['settled', 20_000n]);
  },
);

test('a treasury that is too small stops the rail before anything is made', async () => {
  const [ines, there] = [await payee(), await bank({ tokens: 19_999n })];
  const { payoutId } = await ask(ines.member);
  await work(there.rail);
  expect([await stops(), (await payoutOf(payoutId)).state, await db.payoutSubmission.count()]).toEqual([['treasury-short'], 'reserved', 0]);
});

test('foreign authority: a key that is not the treasury’s moves nothing', async () => {
  const ines = await payee();
  const [there, thief] = [await bank(), wallet()];
  const stolen = await bank({ signer: thief });
  // The thief's own rail names the thief's account as the treasury; here it names the operator's.
  const { payoutId } = await ask(ines.member);
  const { makeTransaction } = await import('@/lib/payouts/solana/transaction');
  const { keySigner } = await import('@/lib/payouts/solana/signer');
  const { chain, mint, treasury } = stolen;
  const signer = await keySigner(thief.secret);
  const rail: Rail = {
    ...stolen.rail,
    prepare: async ([one]) => {
      const transfers = [{ payoutId, owner: one?.destination ?? '', units: one?.units ?? 0n, opens: true }];
      const made = await makeTransaction({
        transfers,
        token: { mint, decimals: 6, treasury },
        signer,
        lifetime: await chain.latestBlockhash(),
      });
      return {
        externalId: made.signature,
        payload: made.wire,
        lastHeight: made.lastValidBlockHeight,
        slot: 0n,
        items: [{ payoutId, opens: true }],
      };
    },
  };
  await work(rail);
  expect([await stops(), await stolen.has(ines.wallet)]).toEqual([['foreign-authority'], 0n]);
  chain.pass(200);
  await work(rail);
  expect([(await payoutOf(payoutId)).state, await clearing(), await there.has(ines.wallet)]).toEqual(['reserved', 0n, 0n]);
});

test('wrong decimals: a token with other digits than were set is seen before, and refused by the program after', async () => {
  const [ines, there] = [await payee(), await bank({ decimals: 9 })];
  const { payoutId } = await ask(ines.member);
  await work(there.rail);
  expect([await stops(), await db.payoutSubmission.count()]).toEqual([['wrong-decimals'], 0]);
  await db.payoutFault.updateMany({ data: { clearedAt: new Date() } });
  // A node that lies about the digits: the program itself refuses.
  const { solanaRail } = await import('@/lib/payouts/solana/solana-rail');
  const { keySigner } = await import('@/lib/payouts/solana/signer');
  const lying = Object.assign(Object.create(there.chain) as typeof there.chain, { decimals: async () => 6 });
  for (const name of ['latestBlockhash', 'blockHeight', 'oldestSlot', 'send', 'signatureStatus', 'tokenBalance', 'isFrozen'] as const)
    Object.assign(lying, { [name]: there.chain[name].bind(there.chain) });
  const rail = await solanaRail({ chain: lying, signer: await keySigner(there.owner.secret), mint: there.mint });
  await work(rail);
  expect([await stops(), await there.has(ines.wallet)]).toEqual([['wrong-decimals'], 0n]);
  there.chain.pass(200);
  await work(rail);
  expect([(await payoutOf(payoutId)).state, await clearing()]).toEqual(['reserved', 0n]);
});

test('stale blockhash: it is made anew only when the chain is past its last block and does not know it', async () => {
  const [ines, there] = [await payee(), await bank()];
  const { payoutId } = await ask(ines.member);
  const late: Rail = { ...there.rail, send: async () => null };
  await work(late);
  // It never arrived. As long as it could land it stays what it is, and is sent as it is.
  there.chain.pass(150);
  await work(late);
  expect([(await payoutOf(payoutId)).state, await db.payoutSubmission.count()]).toEqual(['submitted', 1]);
  there.chain.pass(1);
  const [old] = await openSubmissions('solana');
  await expect(there.chain.send(old?.payload ?? '')).rejects.toThrow('BlockhashNotFound');
  await work(there.rail);
  await work(there.rail);
  expect(await statesOf(payoutId)).toEqual(['requested', 'reserved', 'submitted', 'reserved', 'submitted', 'settled']);
  expect([await there.has(ines.wallet), await stops(), await clearing()]).toEqual([20_000n, [], 0n]);
});

test('unknown never becomes failed by time: a node that is away, behind or forgetful decides nothing in a year', async () => {
  const [ines, there] = [await payee(), await bank()];
  const { payoutId } = await ask(ines.member);
  await work({ ...there.rail, send: async () => null });
  there.chain.pass(1_000_000);
  const nextYear = new Date(Date.now() + 366 * 86_400_000);
  const { chain } = there;
  const known = { oldest: chain.oldestSlot.bind(chain), status: chain.signatureStatus.bind(chain) };
  // It remembers less than the time in question.
  chain.oldestSlot = async () => 900_000n;
  await workRail('solana', there.rail, { now: nextYear });
  expect((await payoutOf(payoutId)).state).toBe('submitted');
  // It has not come as far as another one.
  chain.oldestSlot = known.oldest;
  chain.signatureStatus = async (one) => ({ ...(await known.status(one)), slot: 500n });
  await workRail('solana', there.rail, { now: nextYear });
  expect((await payoutOf(payoutId)).state).toBe('submitted');
  chain.signatureStatus = async () => {
    throw new Error('away');
  };
  await expect(workRail('solana', there.rail, { now: nextYear })).rejects.toThrow('away');
  expect((await payoutOf(payoutId)).state).toBe('submitted');
  chain.signatureStatus = known.status;
  await workRail('solana', there.rail, { now: nextYear });
  await workRail('solana', there.rail, { now: nextYear });
  expect([(await payoutOf(payoutId)).state, await there.has(ines.wallet)]).toEqual(['settled', 20_000n]);
});

test('a frozen destination fails alone: its points are back, and whoever shared its transaction is paid', async () => {
  const [ines, sade, there] = [await payee(), await payee(), await bank()];
  await there.chain.give(ines.wallet.address, there.mint, 0n, { frozen: true });
  const [frozen, fine] = [await ask(ines.member), await ask(sade.member)];
  await work(there.rail);
  there.chain.pass(200);
  for (let nth = 0; nth < 2; nth += 1) await work(there.rail);
  expect([(await payoutOf(frozen.payoutId)).state, await availableTo(ines)]).toEqual(['failed', 100_000n]);
  expect([(await payoutOf(fine.payoutId)).state, await there.has(sade.wallet), await clearing()]).toEqual(['settled', 20_000n, 0n]);
  expect((await payoutOf(frozen.payoutId)).events.at(-1)?.reason).toBe('destination-refuses');
});

test('a frozen treasury is nobody’s own fault: the rail stops before anything is made, or when it is found out', async () => {
  const [ines, there] = [await payee(), await bank()];
  const { payoutId } = await ask(ines.member);
  const freeze = (frozen: boolean) => there.chain.give(there.owner.address, there.mint, 10n ** 12n, { frozen });
  await freeze(true);
  await work(there.rail);
  expect([await stops(), (await payoutOf(payoutId)).state, await db.payoutSubmission.count()]).toEqual([
    ['treasury-frozen'],
    'reserved',
    0,
  ]);
  await db.payoutFault.updateMany({ data: { clearedAt: new Date() } });
  // Frozen between making and sending: the next look names the treasury.
  await freeze(false);
  const frozenAfter: Rail = {
    ...there.rail,
    prepare: async (...asked) => {
      const made = await there.rail.prepare(...asked);
      await freeze(true);
      return made;
    },
  };
  await work(frozenAfter);
  there.chain.pass(200);
  await work(there.rail);
  expect([await stops(), (await payoutOf(payoutId)).state, await availableTo(ines)]).toEqual([['treasury-frozen'], 'reserved', 90_000n]);
  await freeze(false);
  await db.payoutFault.updateMany({ data: { clearedAt: new Date() } });
  for (let nth = 0; nth < 2; nth += 1) await work(there.rail);
  expect([(await payoutOf(payoutId)).state, await there.has(ines.wallet)]).toEqual(['settled', 20_000n]);
});

test('an account that was opened for somebody and closed since is not opened again: it waits, and whoever comes after is paid', async () => {
  const [ines, sade, there] = [await payee(), await payee(), await bank()];
  await ask(ines.member);
  for (let nth = 0; nth < 2; nth += 1) await work(there.rail);
  expect(await there.has(ines.wallet)).toBe(20_000n);
  const account = await tokenAccountOf(address(ines.wallet.address), there.mint);
  const known = there.chain.tokenBalance.bind(there.chain);
  there.chain.tokenBalance = async (one) => (one === account ? null : known(one));
  const inAWeek = new Date(Date.now() + 8 * 86_400_000);
  const wanted = { rail: 'solana', amount: '10', submissionKey: randomUUID() };
  const { payoutId } = await requestPayout(ines.member, wanted, inAWeek);
  const after = await ask(sade.member);
  for (let nth = 0; nth < 2; nth += 1) await workRail('solana', there.rail, { now: inAWeek });
  expect([await statesOf(payoutId), (await payoutOf(payoutId)).events.at(-1)?.reason]).toEqual([
    ['requested', 'reserved', 'held'],
    'account-closed',
  ]);
  expect([(await payoutOf(after.payoutId)).state, await stops(), await clearing()]).toEqual(['settled', [], 0n]);
  there.chain.tokenBalance = known;
});

test('no money for fees stops the rail', async () => {
  const [ines, there] = [await payee(), await bank({ fees: false })];
  await ask(ines.member);
  await work(there.rail);
  expect(await stops()).toEqual(['no-fees']);
});

test('what does not land five times waits for a person', async () => {
  const before = await clearing();
  const [ines, there] = [await payee(), await bank()];
  const { payoutId } = await ask(ines.member);
  const lost: Rail = { ...there.rail, send: async () => null };
  for (let nth = 0; nth < 6; nth += 1) {
    await work(lost);
    there.chain.pass(200);
  }
  expect([(await payoutOf(payoutId)).state, (await payoutOf(payoutId)).events.at(-1)?.reason]).toEqual(['held', 'too-often']);
  expect([(await clearing()) - before, await availableTo(ines)]).toEqual([0n, 90_000n]);
});
