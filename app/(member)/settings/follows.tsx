import type { Followed } from '@/lib/accounts/queries';
import { words } from '@/lib/core/words';
import { unfollowAction } from './actions';
import { Rows } from './rows';

/** Whom somebody follows; only they see it. */
export function Follows({ rows, language }: { rows: readonly Followed[]; language: string }) {
  const t = words(language, 'accounts');
  return (
    <Rows
      rows={rows.map(({ id, name, handle, since }) => ({
        id,
        name,
        since,
        shown: (
          <>
            <b dir="auto" className="font-semibold">
              {name}
            </b>{' '}
            <bdi>{handle}</bdi>
          </>
        ),
        fields: [
          { kind: 'hidden', name: 'memberId', value: id },
          { kind: 'hidden', name: 'on', value: '0' },
        ],
      }))}
      none={t('settings.no-follows')}
      submit={t('settings.unfollow')}
      action={unfollowAction}
      language={language}
    />
  );
}
