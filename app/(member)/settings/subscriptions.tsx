import { words } from '@/lib/core/words';
import type { OwnSubscription } from '@/lib/subscriptions/queries';
import { endSubscriptionAction } from './actions';
import { Rows } from './rows';

export function Subscriptions({ rows, language }: { rows: readonly OwnSubscription[]; language: string }) {
  const t = words(language, 'accounts');
  return (
    <Rows
      rows={rows.map(({ id, blog, since }) => ({
        id,
        name: blog.name,
        since,
        shown: (
          <a className="link" href={`/@${blog.handle}`} dir="auto">
            {blog.name}
          </a>
        ),
        fields: [{ kind: 'hidden', name: 'blogId', value: blog.id }],
      }))}
      none={t('settings.no-subscriptions')}
      submit={t('settings.unsubscribe')}
      action={endSubscriptionAction}
      language={language}
    />
  );
}
