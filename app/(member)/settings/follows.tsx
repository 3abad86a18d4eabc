import { ActionForm } from '@/components/ui/action-form';
import type { Followed } from '@/lib/accounts/queries';
import { errorWords } from '@/lib/core/error-words';
import { formats, words } from '@/lib/core/words';
import { unfollowAction } from './actions';

/** Whom somebody follows; only they see it. */
export function Follows({ rows, language }: { rows: readonly Followed[]; language: string }) {
  const t = words(language, 'accounts');
  if (rows.length === 0) return <p className="text-soft">{t('settings.no-follows')}</p>;
  return (
    <ul className="grid gap-2">
      {rows.map(({ id, name, handle, since }) => (
        <li key={id} className="flex min-h-11 flex-wrap items-center gap-3 border-line border-b py-2 text-sm">
          <span className="grow">
            <b dir="auto" className="font-semibold">
              {name}
            </b>{' '}
            <bdi>{handle}</bdi>
            <span className="block text-[13px] text-faint">
              {t('settings.since', { date: formats(language).dateTime(since, { dateStyle: 'medium' }) })}
            </span>
          </span>
          <div>
            <ActionForm
              action={unfollowAction}
              errorWords={errorWords(language)}
              submit={t('settings.unfollow')}
              kind="plain"
              small
              label={name}
              fields={[
                { kind: 'hidden', name: 'memberId', value: id },
                { kind: 'hidden', name: 'on', value: '0' },
              ]}
            />
          </div>
        </li>
      ))}
    </ul>
  );
}
