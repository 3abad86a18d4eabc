import { createHash } from 'node:crypto';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

export const isUuid = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);

/**
 * The form's own submission key, or, for a form sent without JavaScript from a page that is the same bytes
 * for everyone, one made of what was sent (RFC 9562 version 8): the same words twice are then one sending.
 */
export function keyOrDerived(key: unknown, ...parts: string[]): string {
  if (isUuid(key)) return key.toLowerCase();
  const hex = createHash('sha256').update(parts.join('\0')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
