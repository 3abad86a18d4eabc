import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { address, getBase58Decoder } from '@solana/kit';
import { keySigner } from '@/lib/payouts/solana/signer';
import { type Kept, LiteChain } from './lite-chain';

const DECIMALS = 6;
/** What the demo's treasury has: ten million of a token that is worth nothing. */
const TREASURY = 10n ** 13n;

interface Store {
  treasuryKey: string;
  mint: string;
  chain?: Kept;
}

export interface DemoChain {
  chain: LiteChain;
  mint: string;
  treasuryKey: string;
  /** Writes the chain down, so that it is there again after a restart. */
  keep: () => void;
}

/** The demo's chain, with a token and a treasury: as `folder` has it, or a new one. */
export async function demoChain(folder: string): Promise<DemoChain> {
  const file = path.join(folder, 'chain.json');
  const store = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Store) : { treasuryKey: newKey(), mint: newAddress() };
  const chain = new LiteChain({ from: store.chain });
  const mint = address(store.mint);
  const signer = await keySigner(store.treasuryKey);
  chain.fund(signer.address);
  if (!store.chain) {
    chain.makeMint(mint, DECIMALS);
    await chain.give(signer.address, mint, TREASURY);
  }
  const keep = () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify({ ...store, chain: chain.kept() }), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  keep();
  return { chain, mint, treasuryKey: store.treasuryKey, keep };
}

const part = (key: KeyObject, name: 'x' | 'd'): Buffer => Buffer.from(key.export({ format: 'jwk' })[name] ?? '', 'base64url');
const base58 = (bytes: Uint8Array): string => getBase58Decoder().decode(bytes);

function newKey(): string {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return base58(Buffer.concat([part(privateKey, 'd'), part(publicKey, 'x')]));
}

const newAddress = (): string => base58(part(generateKeyPairSync('ed25519').publicKey, 'x'));
