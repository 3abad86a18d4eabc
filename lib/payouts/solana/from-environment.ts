import 'server-only';
import { address } from '@solana/kit';
import { env } from '@/lib/core/env';
import type { Rail } from '../rail';
import { rpcChain } from './rpc-chain';
import { keySigner, type Signer, serviceSigner } from './signer';
import { solanaRail } from './solana-rail';

/** The rail that the environment names. @throws Error that repeats no key, when something in it is wrong */
export async function solanaFromEnvironment(): Promise<Rail> {
  const { SOLANA_RPC_URL, SOLANA_MINT } = env();
  return solanaRail({ chain: rpcChain(SOLANA_RPC_URL), signer: await signerFromEnvironment(), mint: address(SOLANA_MINT) });
}

async function signerFromEnvironment(): Promise<Signer> {
  const { SOLANA_TREASURY_KEY, SOLANA_SIGNER_URL, SOLANA_SIGNER_SECRET, SOLANA_SIGNER_ADDRESS } = env();
  if (SOLANA_SIGNER_URL === '') return keySigner(SOLANA_TREASURY_KEY);
  return serviceSigner({ url: SOLANA_SIGNER_URL, secret: SOLANA_SIGNER_SECRET, address: address(SOLANA_SIGNER_ADDRESS) });
}
