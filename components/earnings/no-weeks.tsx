import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { formats, words } from '@/lib/core/words';

interface NoWeeksProps {
  /** Null before they were asked. */
  measured: boolean | null;
  /** Of the week that runs; null where none does. */
  endsAt: Date | null;
  language: string;
}

/** Somebody without a statement: why, and the next step. */
export function NoWeeks({ measured, endsAt, language }: NoWeeksProps) {
  const t = words(language, 'statement');
  const date = endsAt ? formats(language).dateTime(endsAt, { dateStyle: 'long' }) : null;
  return (
    <EmptyState title={t('none.title')}>
      <p>{measured ? t('none.on') : measured === false ? t('none.off') : t('none.not-asked')}</p>
      {date ? <p>{t('none.ends', { date })}</p> : null}
      {measured ? (
        <ButtonLink href="/" kind="main">
          {t('none.read')}
        </ButtonLink>
      ) : (
        <ButtonLink href="/settings#reading" kind="main">
          {t('none.settings')}
        </ButtonLink>
      )}
    </EmptyState>
  );
}
