import { env } from '@/lib/core/env';
import { formats, words } from '@/lib/core/words';
import type { Held } from './standing';

/** What holds, why, the words with it, since when and until when. */
export function heldWords(language: string, { kind, blog, until, reason, note, createdAt }: Held): string[] {
  const t = words(language, 'sanctions');
  const { dateTime } = formats(language);
  return [
    t(`told.${kind}`, { place: blog ?? env().SITE_NAME }),
    t('because', { reason: words(language, 'comments')(`reasons.${reason}`) }),
    ...(note === '' ? [] : [note]),
    until ? t('until', { date: dateTime(until, { dateStyle: 'long' }) }) : t('no-end'),
    t('standing.since', { date: dateTime(createdAt, { dateStyle: 'long' }) }),
  ];
}
