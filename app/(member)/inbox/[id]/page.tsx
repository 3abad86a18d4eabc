import { notFound } from 'next/navigation';
import { ButtonLink } from '@/components/ui/button-link';
import { Sheet } from '@/components/ui/sheet';
import { currentActor, languageOf } from '@/lib/accounts/session';
import { env } from '@/lib/core/env';
import { words } from '@/lib/core/words';
import { inboxMessage } from '@/lib/mail/inbox';

export default async function InboxMessage({ params }: { params: Promise<{ id: string }> }) {
  if (!env().EMBEDDED) notFound();
  const message = await inboxMessage((await params).id);
  if (!message) notFound();
  const t = words(await languageOf(await currentActor()), 'accounts');
  return (
    <Sheet title={message.subject} intro={message.to}>
      <pre dir="auto" className="whitespace-pre-wrap rounded-[10px] bg-sunken p-4 font-sans text-sm wrap-anywhere">
        {message.text}
      </pre>
      <div className="flex flex-wrap gap-3">
        {message.links.map((link) => (
          <ButtonLink key={link} href={link} kind="main">
            {t('inbox.follow', { path: URL.canParse(link) ? new URL(link).pathname : link })}
          </ButtonLink>
        ))}
        <ButtonLink href="/inbox">{t('inbox.title')}</ButtonLink>
      </div>
    </Sheet>
  );
}
