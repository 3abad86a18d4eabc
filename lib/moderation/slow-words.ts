import { words } from '@/lib/core/words';

const SIGNS = ['by-hand', 'crowd', 'few-people', 'reports', 'down-votes'] as const;

/** Why a thread is slowed, in words. */
export function slowWords(language: string, reason: string): string {
  const t = words(language, 'sanctions');
  const sign = SIGNS.find((one) => one === reason);
  return sign ? t(`heat.${sign}`) : t('heat.cooling');
}
