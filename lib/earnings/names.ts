import { createHash, createHmac } from 'node:crypto';

/** Of all that this noun derives an id from; chosen once, at random. */
const NAMESPACE = Buffer.from('5b1f6c2e8d3447a0b9c2e67f10a4d853', 'hex');

/** The same id for the same name, on every machine (RFC 9562, version 5). */
export function derivedId(name: string): string {
  return uuid(createHash('sha1').update(NAMESPACE).update(name).digest(), 5);
}

/** What somebody is called in one epoch; `as` keeps their names as reader and as payee apart. Without the secret nobody gets from one to the other. */
export function pseudonymOf(secret: string, as: string, memberId: string): string {
  return uuid(createHmac('sha256', secret).update(`${as}\n${memberId}`).digest(), 8);
}

function uuid(hash: Buffer, version: number): string {
  const bytes = Buffer.from(hash.subarray(0, 16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | (version << 4);
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Where all points come from. */
export const ISSUED = 'issued:points';
/** Earned and within the hold; the person's own. */
export const pendingOf = (code: string): string => `user:${code}:pending`;
export const availableOf = (code: string): string => `user:${code}:available`;
