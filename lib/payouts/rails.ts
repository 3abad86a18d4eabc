import 'server-only';
import { env } from '@/lib/core/env';
import { manualRail } from './manual-rail';
import type { Rail } from './rail';
import type { RailName } from './setting';

/** Whether the environment says all that a rail needs. */
export function isConfigured(name: RailName): boolean {
  if (name === 'manual') return true;
  const { SOLANA_RPC_URL, SOLANA_MINT, SOLANA_TREASURY_KEY, SOLANA_SIGNER_URL, SOLANA_SIGNER_SECRET, SOLANA_SIGNER_ADDRESS } = env();
  const service = [SOLANA_SIGNER_URL, SOLANA_SIGNER_SECRET, SOLANA_SIGNER_ADDRESS].every((one) => one !== '');
  return SOLANA_RPC_URL !== '' && SOLANA_MINT !== '' && (SOLANA_TREASURY_KEY !== '' || service);
}

let solana: Promise<Rail> | undefined;

/** The rail as the environment sets it up; null where it does not. What it needs is loaded when it is first asked for. */
export async function railOf(name: RailName): Promise<Rail | null> {
  if (name === 'manual') return manualRail;
  if (!isConfigured(name)) return null;
  solana ??= import('./solana/from-environment').then(({ solanaFromEnvironment }) => solanaFromEnvironment());
  solana.catch(() => {
    solana = undefined;
  });
  return solana;
}
