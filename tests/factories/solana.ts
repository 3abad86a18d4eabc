import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { type Address, address, getBase58Decoder } from '@solana/kit';

export interface Wallet {
  address: Address;
  /** As Solana's tools write a key. */
  secret: string;
  /** The signature of a text, in base58 as wallets show it. */
  sign: (text: string) => string;
  signBytes: (text: string) => Uint8Array;
}

const base58 = (bytes: Uint8Array): string => getBase58Decoder().decode(bytes);

/** A new wallet. */
export function wallet(): Wallet {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const own = bytesOf(publicKey, 'x');
  return {
    address: address(base58(own)),
    secret: base58(Buffer.concat([bytesOf(privateKey, 'd'), own])),
    sign: (text) => base58(sign(null, Buffer.from(text), privateKey)),
    signBytes: (text) => sign(null, Buffer.from(text), privateKey),
  };
}

const bytesOf = (key: KeyObject, part: 'x' | 'd'): Buffer => Buffer.from(key.export({ format: 'jwk' })[part] ?? '', 'base64url');
