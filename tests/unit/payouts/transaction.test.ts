import { randomUUID } from 'node:crypto';
import { address, getBase64Encoder, getCompiledTransactionMessageDecoder, getTransactionDecoder } from '@solana/kit';
import { expect, test } from 'vitest';
import { LiteChain } from '@/bin/chain/lite-chain';
import { tokenAccountOf } from '@/lib/payouts/solana/instructions';
import { refusalOf } from '@/lib/payouts/solana/refusal';
import { keySigner } from '@/lib/payouts/solana/signer';
import { MOST_TRANSFERS, makeTransaction, PACKET } from '@/lib/payouts/solana/transaction';
import { transferAt } from '@/lib/payouts/solana/transaction-places';
import { wallet } from '../../factories/solana';

const chain = new LiteChain();
const signer = await keySigner(wallet().secret);
const mint = address(wallet().address);
const treasury = await tokenAccountOf(signer.address, mint);

async function made(count: number, opens: (nth: number) => boolean) {
  const transfers = Array.from({ length: count }, (_, nth) => ({
    payoutId: randomUUID(),
    owner: wallet().address,
    units: 2n ** 60n,
    opens: opens(nth),
  }));
  return makeTransaction({ transfers, token: { mint, decimals: 6, treasury }, signer, lifetime: await chain.latestBlockhash() });
}

test('no transaction is larger than a packet, however many are waiting, and another one would not have fitted', async () => {
  for (const [opens, most] of [
    [() => false, 11],
    [() => true, 6],
    [(nth: number) => nth % 2 === 0, 8],
  ] as const) {
    for (const count of [1, 5, MOST_TRANSFERS, 40]) {
      const one = await made(count, opens);
      const wire = getBase64Encoder().encode(one.wire);
      expect([wire.length, one.bytes <= PACKET]).toEqual([one.bytes, true]);
      expect(one.count).toBe(Math.min(count, most));
    }
  }
});

test('each transfer has its own memo, and an instruction is found in the transfer it belongs to', async () => {
  const opens = (nth: number) => nth === 1;
  const one = await made(3, opens);
  const { messageBytes } = getTransactionDecoder().decode(getBase64Encoder().encode(one.wire));
  const message = getCompiledTransactionMessageDecoder().decode(messageBytes) as unknown as { instructions: { data?: Uint8Array }[] };
  const parts = message.instructions.map(({ data }) => (data?.length === 36 ? 'memo' : data?.length === 10 ? 'transfer' : 'open'));
  expect(parts).toEqual(['transfer', 'memo', 'open', 'transfer', 'memo', 'transfer', 'memo']);
  const places = [0, 1, 2].map((nth) => ({ opens: opens(nth) }));
  expect(parts.map((_, nth) => transferAt(places, nth)?.part)).toEqual(parts);
  expect(parts.map((_, nth) => transferAt(places, nth)?.nth)).toEqual([0, 0, 1, 1, 1, 2, 2]);
  expect(transferAt(places, 7)).toBeNull();
});

test('what an error means: is there already, made too late, ours, or one destination’s', () => {
  const items = [
    { payoutId: 'a', opens: false },
    { payoutId: 'b', opens: true },
  ];
  const of = (code: string, instruction: number | null = null, custom: number | null = null) =>
    refusalOf({ code, instruction, custom }, items);
  expect(of('AlreadyProcessed')).toBeNull();
  expect(of('BlockhashNotFound')).toEqual({ refusal: 'stale', payoutId: null });
  expect(of('InsufficientFundsForFee')).toEqual({ refusal: 'no-fees', payoutId: null });
  expect(of('Custom', 0, 1)).toEqual({ refusal: 'treasury-short', payoutId: null });
  expect(of('Custom', 2, 1)).toEqual({ refusal: 'no-fees', payoutId: null });
  expect(of('Custom', 3, 17)).toEqual({ refusal: 'destination-refuses', payoutId: 'b' });
  expect(of('IllegalOwner', 2)).toEqual({ refusal: 'destination-refuses', payoutId: 'b' });
  expect(of('Custom', 0, 4)).toEqual({ refusal: 'foreign-authority', payoutId: null });
  expect(of('Custom', 0, 18)).toEqual({ refusal: 'wrong-decimals', payoutId: null });
  expect(of('InvalidAccountData', 0)).toEqual({ refusal: 'stale', payoutId: null });
  expect(of('SanitizeFailure')).toEqual({ refusal: 'refused', payoutId: null });
  expect(of('Custom', 99, 1)).toEqual({ refusal: 'refused', payoutId: null });
});
