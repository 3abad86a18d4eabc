import { ActionForm } from '@/components/ui/action-form';
import { Badge } from '@/components/ui/badge';
import { errorWords } from '@/lib/core/error-words';
import { words } from '@/lib/core/words';
import type { Teacher } from '@/lib/moderation/filter-state';
import { leaveOutAction } from './actions';

interface TeachersProps {
  teachers: readonly Teacher[];
  /** Whether whoever looks may leave one out. */
  mayLeaveOut: boolean;
  language: string;
}

/** Whose decisions the filter learns. */
export function Teachers({ teachers, mayLeaveOut, language }: TeachersProps) {
  const t = words(language, 'filter');
  return (
    <ul className="grid gap-2">
      {teachers.map(({ name, handle, wanted, unwanted, leftOut }) => (
        <li key={handle} className="grid items-center gap-3 border-line border-b py-3 sm:grid-cols-[1fr_auto]">
          <span className="flex flex-wrap items-center gap-2">
            <b dir="auto" className="font-semibold">
              {name}
            </b>
            <span className="text-sm text-soft">{t('people.counts', { wanted, unwanted })}</span>
            {leftOut ? <Badge tone="amber">{t('people.left-out')}</Badge> : null}
          </span>
          {mayLeaveOut ? (
            <ActionForm
              action={leaveOutAction}
              errorWords={errorWords(language)}
              submit={leftOut ? t('people.take-in') : t('people.leave-out')}
              kind="plain"
              small
              label={name}
              fields={[
                { kind: 'hidden', name: 'handle', value: handle },
                { kind: 'hidden', name: 'on', value: leftOut ? '0' : '1' },
              ]}
            />
          ) : null}
        </li>
      ))}
    </ul>
  );
}
