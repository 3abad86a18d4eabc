import { createPublicKey, verify } from 'node:crypto';
import { base58Bytes } from './base58';

/** What somebody is asked to sign, in the format of Sign-In With Solana. */
export interface Challenge {
  domain: string;
  address: string;
  statement: string;
  uri: string;
  chainId: string;
  nonce: string;
  issuedAt: Date;
  expiresAt: Date;
}

/** Solana's own name for each network; what runs on one machine has one of its own. */
export const chainIdOf = (chain: string): string => (chain === 'demo' ? 'localnet' : chain);

/** The text, byte by byte as it is signed. */
export const challengeText = ({ domain, address, statement, uri, chainId, nonce, issuedAt, expiresAt }: Challenge): string =>
  [
    `${domain} wants you to sign in with your Solana account:`,
    address,
    '',
    statement,
    '',
    `URI: ${uri}`,
    'Version: 1',
    `Chain ID: ${chainId}`,
    `Nonce: ${nonce}`,
    `Issued At: ${issuedAt.toISOString()}`,
    `Expiration Time: ${expiresAt.toISOString()}`,
  ].join('\n');

export const isWalletAddress = (text: string): boolean => base58Bytes(text)?.length === 32;

/** Whether `signature`, in base58 or base64, is this wallet's of this text. */
export function signatureIsOf(address: string, text: string, signature: string): boolean {
  const [key, signed] = [base58Bytes(address), signatureBytes(signature)];
  if (key?.length !== 32 || !signed) return false;
  try {
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(key).toString('base64url') };
    return verify(null, Buffer.from(text), createPublicKey({ key: jwk, format: 'jwk' }), signed);
  } catch {
    // Thirty-two bytes that are no key.
    return false;
  }
}

function signatureBytes(text: string): Uint8Array | null {
  const short = base58Bytes(text);
  if (short?.length === 64) return short;
  const long = /^[A-Za-z0-9+/_-]{86}={0,2}$/.test(text) ? new Uint8Array(Buffer.from(text, 'base64')) : null;
  return long?.length === 64 ? long : null;
}
