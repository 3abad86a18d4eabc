import { words } from '@/lib/core/words';

/** By which a comment waits for a moderator. */
const HOLDS = [
  'limited',
  'rejected-lately',
  'repeat',
  'near-repeat',
  'flood',
  'newcomer-links',
  'learned',
  'outside',
  'newcomer',
  'three-reports',
] as const;

/** Why a comment waits, in words to its writer; empty for a rule of an earlier version. */
export function waitsBecause(language: string, rule: string): string {
  const known = HOLDS.find((one) => one === rule);
  return known ? words(language, 'comments')(`because.${known}`) : '';
}
