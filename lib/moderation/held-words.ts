import { env } from '@/lib/core/env';
import { formats, words } from '@/lib/core/words';
import type { Held } from './held';

/** What a sanction has to do with earnings: only a ban from the whole site has. */
export const ofEarnings = (kind: string, blog: string | null, said: string): string[] => (kind === 'banned' && blog === null ? [said] : []);

/** What holds, why, the words with it, what was removed with it, since when, and until when unless it is over. */
export function heldWords(language: string, held: Held & { over?: boolean }): string[] {
  const { kind, blog, until, reason, note, createdAt, swept, over = false } = held;
  const t = words(language, 'sanctions');
  const { dateTime } = formats(language);
  return [
    t(`told.${kind}`, { place: blog ?? env().SITE_NAME }),
    t('because', { reason: words(language, 'comments')(`reasons.${reason}`) }),
    ...(note === '' ? [] : [note]),
    ...(swept ? [t('swept', { days: swept.days, count: swept.count })] : []),
    ...(over ? [] : [until ? t('until', { date: dateTime(until, { dateStyle: 'long' }) }) : t('no-end')]),
    ...(over ? [] : ofEarnings(kind, blog, t('earnings'))),
    t('standing.since', { date: dateTime(createdAt, { dateStyle: 'long' }) }),
  ];
}
