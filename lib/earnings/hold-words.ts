import { formats, words } from '@/lib/core/words';
import { OF_EARNING } from '@/lib/moderation/action-words';
import { HOLD_REASONS, LINK_GROUNDS, LINK_REASONS } from './hold-reasons';
import type { Evidence } from './risk/rule';

/** Why something is held, in words to the person; a code of an earlier rule keeps its name. */
export function holdReasonWords(language: string, reason: string): string {
  const known = HOLD_REASONS.find((one) => one === reason);
  return known ? words(language, 'holds')(`reasons.${known}`) : reason;
}

/** Why two accounts are linked, in words to both. */
export function linkGroundWords(language: string, { ground, reason }: { ground: string; reason: string }): string {
  const t = words(language, 'holds');
  const known = LINK_GROUNDS.find((one) => one === ground);
  const found = LINK_REASONS.find((one) => one === reason);
  if (known === 'found' && found) return t(`link-reasons.${found}`);
  return known ? t(`grounds.${known}`) : ground;
}

const ANSWERS = ['appeal-upheld', 'appeal-reversed'] as const;

/** What was decided about somebody, in a line to them. */
export function decisionWords(language: string, action: string): string {
  const known = [...OF_EARNING, ...ANSWERS].find((one) => one === action);
  return known ? words(language, 'holds')(`notice.${known}`) : action;
}

const FIGURES = [
  'beats',
  'spread',
  'spread-least',
  'spread-usual',
  'posts',
  'accounts',
  'accounts-least',
  'moves',
  'hours',
  'share',
  'minutes',
] as const;
const UNITS: Partial<Record<(typeof FIGURES)[number], 'ms' | 'percent'>> = {
  spread: 'ms',
  'spread-least': 'ms',
  'spread-usual': 'ms',
  share: 'percent',
};

const shownValue = (language: string, name: (typeof FIGURES)[number], value: number): string => {
  const { number } = formats(language);
  if (UNITS[name] === 'ms') return words(language, 'holds')('ms', { value: number(value) });
  return UNITS[name] === 'percent' ? number(value / 100, { style: 'percent' }) : number(value);
};

/** What a rule saw, as names and values in words. */
export function figureWords(language: string, figures: Evidence['figures']): { name: string; value: string }[] {
  const t = words(language, 'holds');
  return FIGURES.flatMap((name) => {
    const value = figures[name];
    return value === undefined ? [] : [{ name: t(`figures.${name}`), value: shownValue(language, name, value) }];
  });
}
