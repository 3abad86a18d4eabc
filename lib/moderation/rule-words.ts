import { words } from '@/lib/core/words';

export const RULES = [
  'shape',
  'thread-state',
  'person-state',
  'slow-mode',
  'limited',
  'rejected-lately',
  'repeat',
  'near-repeat',
  'flood',
  'banned-word',
  'blog-banned-word',
  'suspect-word',
  'blog-suspect-word',
  'newcomer-links',
  'learned',
  'outside',
  'newcomer',
  'three-reports',
  'a-day-unread',
  'heat-crowd',
  'heat-few-people',
  'heat-reports',
  'heat-down-votes',
  'heat-cooling',
  'heat-calm',
  'trusted',
  'abusive-reports',
  'first-start',
  'same-address',
  'none',
] as const;

/** By which something that somebody earns is held, or two accounts are linked. */
const OF_EARNING = [
  'no-jitter',
  'same-trace',
  'burst',
  'linked',
  'forged',
  'unproven',
  'other',
  'same-payout',
  'same-passkey',
  'same-number',
  'same-card',
  'same-identity',
  'same-found',
] as const;

export const isRule = (name: string): boolean => RULES.some((rule) => rule === name);

/** A rule's name in words; a rule of an earlier version keeps its name. */
export function ruleWords(language: string, rule: string): string {
  const ofEarning = OF_EARNING.find((name) => name === rule);
  if (ofEarning) return words(language, 'holds')(`rules.${ofEarning}`);
  const known = RULES.find((name) => name === rule);
  return known ? words(language, 'moderation')(`rules.${known}`) : rule;
}
