import { ActionForm } from '@/components/ui/action-form';
import { errorWords } from '@/lib/core/error-words';
import { formats, words } from '@/lib/core/words';
import type { OwnSubscription } from '@/lib/subscriptions/queries';
import { endSubscriptionAction } from './actions';

export function Subscriptions({ rows, language }: { rows: readonly OwnSubscription[]; language: string }) {
  const t = words(language, 'accounts');
  if (rows.length === 0) return <p className="text-soft">{t('settings.no-subscriptions')}</p>;
  return (
    <ul className="grid gap-2">
      {rows.map(({ id, blog, since }) => (
        <li key={id} className="flex min-h-11 flex-wrap items-center gap-3 border-line border-b py-2 text-sm">
          <span className="grow">
            <a className="link" href={`/@${blog.handle}`} dir="auto">
              {blog.name}
            </a>
            <span className="block text-[13px] text-faint">
              {t('settings.since', { date: formats(language).dateTime(since, { dateStyle: 'medium' }) })}
            </span>
          </span>
          <div>
            <ActionForm
              action={endSubscriptionAction}
              errorWords={errorWords(language)}
              submit={t('settings.unsubscribe')}
              kind="plain"
              small
              label={blog.name}
              fields={[{ kind: 'hidden', name: 'blogId', value: blog.id }]}
            />
          </div>
        </li>
      ))}
    </ul>
  );
}
