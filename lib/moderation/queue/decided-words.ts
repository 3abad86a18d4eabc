import { formats, words } from '@/lib/core/words';
import type { Decided } from '../decided';

/** “Ada removed it 10 seconds ago.” */
export function decidedWords(language: string, { action, by, at }: Decided, now = new Date()): string {
  const t = words(language, 'queue');
  const when = formats(language).relativeTime(at, now);
  return t(`decided.${action}`, { name: by?.name ?? t('someone'), when });
}

/** “Ada is looking at this.” */
export const lookingWords = (language: string, names: string[]): string =>
  words(language, 'queue')('looking', { names: formats(language).list(names), count: names.length });
