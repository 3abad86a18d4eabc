import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { address } from '@solana/kit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rpcServer } from '@/bin/chain/rpc-server';
import { db } from '@/lib/db/client';
import { workRail } from '@/lib/payouts/commands/work-rail';
import type { Rail } from '@/lib/payouts/rail';
import { tokenAccountOf } from '@/lib/payouts/solana/instructions';
import { rpcChain } from '@/lib/payouts/solana/rpc-chain';
import { keySigner } from '@/lib/payouts/solana/signer';
import { solanaRail } from '@/lib/payouts/solana/solana-rail';
import { ask, type Bank, bank, clearing, forgetPayouts, payee, payoutOf, setRailTo } from './paying';

// What refuses is the runtime and the token program; how they say so comes through a node and kit, as it does for an operator.
const servers: Server[] = [];
beforeEach(async () => {
  await forgetPayouts();
  await setRailTo('solana');
});
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A bank whose rail knows its chain through a node alone. */
async function remote(wishes: Parameters<typeof bank>[0] = {}): Promise<Bank> {
  const there = await bank(wishes);
  const server = rpcServer(there.chain);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const chain = rpcChain(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return { ...there, rail: await solanaRail({ chain, signer: await keySigner(there.owner.secret), mint: there.mint }) };
}
const work = (rail: Rail) => workRail('solana', rail);
const stops = async () => (await db.payoutFault.findMany({ where: { clearedAt: null } })).map(({ code }) => code);
/** Does something between what is made and what is sent. */
const meanwhile = ({ rail }: Bank, act: () => Promise<unknown> | unknown): Rail => ({
  ...rail,
  prepare: async (...asked) => {
    const made = await rail.prepare(...asked);
    await act();
    return made;
  },
});
const comesBack = async (payoutId: string, there: Bank) => {
  there.chain.pass(200);
  await work(there.rail);
  expect([(await payoutOf(payoutId)).state, await clearing()]).toEqual(['reserved', 0n]);
};

test('a treasury without fees is said to be without fees', async () => {
  const [ines, there] = [await payee(), await remote({ fees: false })];
  const { payoutId } = await ask(ines.member);
  await work(there.rail);
  expect(await stops()).toEqual(['no-fees']);
  await comesBack(payoutId, there);
});

test('one that was emptied is short, by the token program’s own word', async () => {
  const [ines, there] = [await payee(), await remote()];
  const { payoutId } = await ask(ines.member);
  await work(meanwhile(there, () => there.chain.give(there.owner.address, there.mint, 1n)));
  expect(await stops()).toEqual(['treasury-short']);
  await comesBack(payoutId, there);
});

test('who closes their account between making and sending stops nobody: it is made anew', async () => {
  const [ines, sade, there] = [await payee(), await payee(), await remote()];
  await there.chain.give(ines.wallet.address, there.mint, 0n);
  const account = await tokenAccountOf(address(ines.wallet.address), there.mint);
  const [closing, other] = [await ask(ines.member), await ask(sade.member)];
  await work(meanwhile(there, () => there.chain.close(account)));
  expect(await stops()).toEqual([]);
  there.chain.pass(200);
  for (let nth = 0; nth < 3; nth += 1) await work(there.rail);
  expect([await there.has(sade.wallet), (await payoutOf(other.payoutId)).state, await stops()]).toEqual([20_000n, 'settled', []]);
  expect((await payoutOf(closing.payoutId)).state).toBe('settled');
});

test('a frozen account fails alone', async () => {
  const [ines, there] = [await payee(), await remote()];
  await there.chain.give(ines.wallet.address, there.mint, 0n, { frozen: true });
  const { payoutId } = await ask(ines.member);
  await work(there.rail);
  there.chain.pass(200);
  await work(there.rail);
  expect([(await payoutOf(payoutId)).state, await stops()]).toEqual(['failed', []]);
});
