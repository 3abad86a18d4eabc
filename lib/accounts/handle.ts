/** Names that would be taken for the site's own. */
const RESERVED = new Set([
  'admin',
  'administrator',
  'bulb',
  'moderator',
  'support',
  'help',
  'staff',
  'system',
  'root',
  'security',
  'someone',
]);

export const HANDLE = /^[a-z0-9][a-z0-9-]{1,38}$/;

export const isReserved = (handle: string): boolean => RESERVED.has(handle);
