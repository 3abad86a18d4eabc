import { words } from '@/lib/core/words';

const OF_APPEALS = ['appealed', 'appeal-upheld', 'appeal-reversed'] as const;
/** What is decided about what people earn and have proven. */
export const OF_EARNING = [
  'earning-held',
  'earning-confirmed',
  'earning-cleared',
  'earning-linked',
  'earning-unlinked',
  'earning-taken-back',
  'proof-recorded',
  'proof-revoked',
] as const;

/** What an admin answered about a line of somebody's statement. */
export const OF_DISPUTES = ['dispute-upheld', 'dispute-declined'] as const;

/** An event of the audit in words. */
export function actionWords(language: string, action: string): string {
  const appeals = words(language, 'appeals');
  const own = OF_APPEALS.find((name) => name === action);
  if (own) return appeals(`actions.${own}`);
  const ofEarning = OF_EARNING.find((name) => name === action);
  if (ofEarning) return words(language, 'holds')(`actions.${ofEarning}`);
  const t = words(language, 'moderation');
  return t(`actions.${action as 'approved'}`);
}

/** How many comments were removed with a ban, or given back with it. */
export function sweepWords(language: string, action: string, sweep: { done: number; returned: number } | null): string[] {
  const appeals = words(language, 'appeals');
  if (!sweep) return [];
  return [action === 'sweep-undone' ? appeals('log.returned', { count: sweep.returned }) : appeals('log.removed', { count: sweep.done })];
}
