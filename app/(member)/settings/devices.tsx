import { ActionForm } from '@/components/ui/action-form';
import { Badge } from '@/components/ui/badge';
import type { Device } from '@/lib/accounts/queries';
import { errorWords } from '@/lib/core/error-words';
import { formats, words } from '@/lib/core/words';
import { endOtherSessionsAction, endSessionAction } from './actions';

export function Devices({ rows, language }: { rows: readonly Device[]; language: string }) {
  const t = words(language, 'accounts');
  const { dateTime } = formats(language);
  const errors = errorWords(language);
  return (
    <>
      <ul className="grid gap-2">
        {rows.map(({ id, device, lastSeenAt, current }) => (
          <li key={id} className="flex min-h-11 flex-wrap items-center gap-3 border-line border-b py-2 text-sm">
            <span className="grow">
              {device || t('settings.unknown-device')}
              <span className="block text-[13px] text-faint">
                {t('settings.seen', { date: dateTime(lastSeenAt, { dateStyle: 'medium', timeStyle: 'short' }) })}
              </span>
            </span>
            {current ? (
              <Badge tone="ok">{t('settings.this-device')}</Badge>
            ) : (
              <div>
                <ActionForm
                  action={endSessionAction}
                  errorWords={errors}
                  submit={t('settings.end-session')}
                  kind="plain"
                  small
                  fields={[{ kind: 'hidden', name: 'sessionId', value: id }]}
                />
              </div>
            )}
          </li>
        ))}
      </ul>
      {rows.length > 1 ? (
        <ActionForm action={endOtherSessionsAction} errorWords={errors} submit={t('settings.end-others')} kind="plain" fields={[]} />
      ) : null}
    </>
  );
}
