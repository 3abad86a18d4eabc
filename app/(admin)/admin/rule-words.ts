import { words } from '@/lib/core/words';

const RULES = [
  'newcomer',
  'newcomer-links',
  'repeat',
  'flood',
  'rejected-lately',
  'banned-word',
  'suspect-word',
  'three-reports',
  'trusted',
  'first-start',
  'none',
] as const;

/** A rule's name in words; a rule of an earlier version keeps its name. */
export function ruleWords(language: string, rule: string): string {
  const known = RULES.find((name) => name === rule);
  return known ? words(language, 'moderation')(`rules.${known}`) : rule;
}
