import { words } from '@/lib/core/words';

const OF_APPEALS = ['appealed', 'appeal-upheld', 'appeal-reversed'] as const;

/** An event of the audit in words. */
export function actionWords(language: string, action: string): string {
  const appeals = words(language, 'appeals');
  const own = OF_APPEALS.find((name) => name === action);
  if (own) return appeals(`actions.${own}`);
  const t = words(language, 'moderation');
  return t(`actions.${action as 'approved'}`);
}

/** How many comments were removed with a ban, or given back with it. */
export function sweepWords(language: string, action: string, sweep: { done: number; returned: number } | null): string[] {
  const appeals = words(language, 'appeals');
  if (!sweep) return [];
  return [action === 'sweep-undone' ? appeals('log.returned', { count: sweep.returned }) : appeals('log.removed', { count: sweep.done })];
}
