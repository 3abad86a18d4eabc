import { formats, words } from '@/lib/core/words';
import type { EpochFigures } from '@/lib/earnings/figures';
import type { Listed } from '@/lib/earnings/inspect';

/** From when to when an epoch is; its end is the first instant of the next. */
export function spanWords({ startsAt, endsAt }: Pick<EpochFigures, 'startsAt' | 'endsAt'>, language: string): string {
  const { dateTime } = formats(language);
  return words(language, 'epochs')('span', {
    from: dateTime(startsAt, { dateStyle: 'medium' }),
    to: dateTime(new Date(endsAt.getTime() - 1), { dateStyle: 'medium' }),
  });
}

/** Where it stands, with the date that it waits for. */
export function standingWords({ standing, figures, releaseFrom }: Listed, language: string): string {
  const at = standing === 'hold' && releaseFrom ? releaseFrom : figures.endsAt;
  const date = formats(language).dateTime(at, { dateStyle: 'medium', timeStyle: 'short' });
  return words(language, 'epochs')(`standing.${standing}`, { date });
}
