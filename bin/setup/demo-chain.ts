import { existsSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '../postgres';
import { type Child, startChild } from './children';
import { root } from './data';

/**
 * The demo's chain, where litesvm is installed and nobody names a node of their own; null otherwise, and then payouts have no rail that
 * works by itself. What the rail needs to know goes into the environment.
 */
export async function startDemoChain(): Promise<Child | null> {
  if (process.env.SOLANA_RPC_URL || !existsSync(path.join(root, 'node_modules/litesvm'))) return null;
  const port = await freePort();
  const child = await startChild('chain.ts', { CHAIN_PORT: String(port) });
  Object.assign(process.env, { SOLANA_RPC_URL: `http://127.0.0.1:${port}`, SOLANA_CHAIN: 'demo', SOLANA_SIGNER_URL: '', ...child.env });
  return child;
}
