import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { address } from '@solana/kit';
import { expect, test } from 'vitest';
import { demoChain } from '@/bin/chain/demo';
import { tokenAccountOf } from '@/lib/payouts/solana/instructions';
import { keySigner } from '@/lib/payouts/solana/signer';
import { makeTransaction } from '@/lib/payouts/solana/transaction';
import { wallet } from '../../factories/solana';

test('the demo’s chain is there again after a restart: what was paid stays paid, and nothing old lands', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'bulb-chain-'));
  try {
    const first = await demoChain(folder);
    const [to, mint] = [wallet().address, address(first.mint)];
    const signer = await keySigner(first.treasuryKey);
    const token = { mint, decimals: 6, treasury: await tokenAccountOf(signer.address, mint) };
    const make = async (units: bigint) =>
      makeTransaction({
        transfers: [{ payoutId: 'one', owner: to, units, opens: true }],
        token,
        signer,
        lifetime: await first.chain.latestBlockhash(),
      });
    const [paid, late] = [await make(5n), await make(7n)];
    await first.chain.send(paid.wire);
    first.keep();
    const second = await demoChain(folder);
    expect([second.mint, second.treasuryKey]).toEqual([first.mint, first.treasuryKey]);
    const account = await tokenAccountOf(to, mint);
    expect([await second.chain.tokenBalance(account), await second.chain.decimals(mint)]).toEqual([5n, 6]);
    expect(await second.chain.signatureStatus(paid.signature)).toMatchObject({ state: 'final', error: null });
    await expect(second.chain.send(paid.wire)).rejects.toThrow('AlreadyProcessed');
    await expect(second.chain.send(late.wire)).rejects.toThrow('BlockhashNotFound');
    expect(await second.chain.tokenBalance(account)).toBe(5n);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
