import 'server-only';
import {
  type Address,
  createKeyPairFromBytes,
  getAddressFromPublicKey,
  getBase58Encoder,
  getPublicKeyFromAddress,
  type SignatureBytes,
  signBytes,
  verifySignature,
} from '@solana/kit';
import { sign } from '@/lib/core/token';

/** Whoever may move the treasury's tokens. The key stays where it is: with the environment, or with a service of the operator's. */
export interface Signer {
  address: Address;
  sign(message: Uint8Array): Promise<SignatureBytes>;
}

const TIMEOUT = 5_000;

/**
 * A signer with a key as Solana's tools write it: 64 bytes in base58, or as a list of numbers.
 * @throws Error that does not repeat the key, when it is none
 */
export async function keySigner(secret: string): Promise<Signer> {
  let pair: CryptoKeyPair;
  try {
    const text = secret.trim();
    const bytes = text.startsWith('[') ? new Uint8Array(JSON.parse(text) as number[]) : getBase58Encoder().encode(text);
    pair = await createKeyPairFromBytes(bytes);
  } catch {
    throw new Error('SOLANA_TREASURY_KEY is no key of 64 bytes, in base58 or as a list of numbers');
  }
  return { address: await getAddressFromPublicKey(pair.publicKey), sign: (message) => signBytes(pair.privateKey, message) };
}

interface Service {
  url: string;
  /** Shared with the service; each request is sealed with it. */
  secret: string;
  address: Address;
}

/**
 * A service that holds the key: it is sent `{"message": base64}` with the headers `x-bulb-time`, seconds, and `x-bulb-seal`, an
 * HMAC-SHA256 of `payout-signer`, the time and the body, each on a line of its own; it answers `{"signature": base64}`.
 * @throws Error when it does not answer within 5 s, refuses, or signs with another key
 */
export function serviceSigner({ url, secret, address }: Service): Signer {
  return {
    address,
    async sign(message) {
      const body = JSON.stringify({ message: Buffer.from(message).toString('base64') });
      const time = String(Math.floor(Date.now() / 1_000));
      const headers = {
        'content-type': 'application/json',
        'x-bulb-time': time,
        'x-bulb-seal': sign(secret, 'payout-signer', `${time}\n${body}`),
      };
      const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT) });
      if (!answer.ok) throw new Error(`the signer service answers ${answer.status}`);
      const { signature } = (await answer.json()) as { signature?: unknown };
      const bytes = new Uint8Array(Buffer.from(String(signature ?? ''), 'base64')) as SignatureBytes;
      const key = await getPublicKeyFromAddress(address);
      if (bytes.length !== 64 || !(await verifySignature(key, bytes, message)))
        throw new Error('the signer service signs with another key');
      return bytes;
    },
  };
}
