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
