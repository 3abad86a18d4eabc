import { readFileSync } from 'node:fs';
import path from 'node:path';
import { tokenAccountOf } from '@/lib/payouts/solana/instructions';
import { townClient } from './database';

/** What of the demo's token a wallet has, as the chain of the town says whose data lie in `data`. */
export async function onChain(data: string, address: string): Promise<bigint> {
  const folder = path.join(data, 'chain');
  const { mint } = JSON.parse(readFileSync(path.join(folder, 'chain.json'), 'utf8')) as { mint: string };
  const account = await tokenAccountOf(address as never, mint as never);
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'getAccountInfo', params: [account, { encoding: 'base64' }] });
  const answer = await fetch(readFileSync(path.join(folder, 'url'), 'utf8').trim(), { method: 'POST', body });
  const { result } = (await answer.json()) as { result: { value: { data: [string, string] } | null } };
  return result.value ? Buffer.from(result.value.data[0], 'base64').readBigUInt64LE(64) : 0n;
}

/** Whatever somebody linked they linked four days ago. */
export async function letCoolOff(data: string, handle: string): Promise<void> {
  const client = await townClient(data);
  try {
    await client.query(
      `UPDATE payout_destination SET "createdAt" = "createdAt" - interval '4 days', "usableFrom" = "usableFrom" - interval '4 days'
       WHERE "memberId" = (SELECT id FROM member WHERE handle = $1)`,
      [handle],
    );
  } finally {
    await client.end();
  }
}
