import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { sign } from '@/lib/core/token';

// What an operator pays to by hand has to be read again, so it is sealed and not hashed; who reads the database alone reads nothing.
const keyFrom = (secret: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', 'payout-destination', 32));

/** `text` so that only who has the site's secret can read it. */
export function seal(secret: string, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyFrom(secret), nonce);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** What was sealed; null when it was not, or with a secret that the site has no more. */
export function unseal(secret: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyFrom(secret), bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

/** By which the same destination of two accounts is found, however it is spaced; in an address of mail a dot tells two apart. */
export const destinationMark = (secret: string, rail: string, text: string): string =>
  sign(
    secret,
    `payout-destination: ${rail}`,
    rail === 'manual' ? text.replace(text.includes('@') ? /\s/g : /[\s.\-/]/g, '').toUpperCase() : text,
  );

/** So much of a destination as its person knows it by. */
export function shownOf(rail: string, text: string): string {
  if (rail !== 'manual') return text;
  const bare = text.replace(/\s+/g, '');
  return `…${bare.slice(-Math.min(4, Math.floor(bare.length / 2)))}`;
}
