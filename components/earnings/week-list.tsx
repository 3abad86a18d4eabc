import { Section } from '@/components/ui/sheet';
import { formats, words } from '@/lib/core/words';
import type { Worth } from '@/lib/earnings/points';
import type { WeekLine } from '@/lib/earnings/weeks';
import { Points } from './points';

interface WeekListProps {
  weeks: readonly WeekLine[];
  current: number;
  worth: Worth | null;
  language: string;
}

/** Somebody's weeks, each the way to its statement. */
export function WeekList({ weeks, current, worth, language }: WeekListProps) {
  const t = words(language, 'statement');
  const day = (at: Date) => formats(language).dateTime(at, { dateStyle: 'medium' });
  return (
    <Section title={t('weeks')}>
      <ul className="grid">
        {weeks.map(({ epoch, startsAt, endsAt, points }) => (
          <li key={epoch} className="flex flex-wrap items-center justify-between gap-x-4 border-line border-b text-sm">
            <a
              href={`/earnings/${epoch}`}
              aria-current={epoch === current ? 'page' : undefined}
              className="link inline-flex min-h-11 items-center aria-[current]:font-semibold"
            >
              {t('week', { week: epoch, from: day(startsAt), to: day(new Date(endsAt.getTime() - 1)) })}
            </a>
            <span className="text-end max-sm:pb-2 max-sm:text-start">
              <Points amount={points} worth={worth} language={language} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
