import { notFound } from 'next/navigation';
import { EmptyState } from '@/components/ui/empty-state';
import { Sheet } from '@/components/ui/sheet';
import { currentActor, languageOf } from '@/lib/accounts/session';
import { env } from '@/lib/core/env';
import { formats, words } from '@/lib/core/words';
import { inbox } from '@/lib/mail/inbox';

/** What the embedded mode's mail server took. Nowhere else is there such a page. */
export default async function Inbox() {
  if (!env().EMBEDDED) notFound();
  const language = await languageOf(await currentActor());
  const t = words(language, 'accounts');
  const messages = await inbox();
  return (
    <Sheet title={t('inbox.title')} intro={t('inbox.intro')} wide>
      {messages.length === 0 ? <EmptyState title={t('inbox.empty')}>{t('inbox.empty-text')}</EmptyState> : null}
      <ul>
        {messages.map(({ id, to, subject, date }) => (
          <li key={id}>
            <a href={`/inbox/${id}`} className="flex min-h-14 flex-wrap items-center gap-x-4 border-line border-b py-2 hover:bg-sunken">
              <b className="grow font-semibold" dir="auto">
                {subject}
              </b>
              <span className="text-sm text-soft">{to}</span>
              <time dateTime={date.toISOString()} className="text-[13px] text-faint">
                {formats(language).dateTime(date, { dateStyle: 'medium', timeStyle: 'medium' })}
              </time>
            </a>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
