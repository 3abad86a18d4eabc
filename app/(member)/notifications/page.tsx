import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ActionForm } from '@/components/ui/action-form';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { Sheet } from '@/components/ui/sheet';
import { currentActor } from '@/lib/accounts/session';
import { errorWords } from '@/lib/core/error-words';
import { formats, words } from '@/lib/core/words';
import { notificationsOf } from '@/lib/notifications/queries';
import { readAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const actor = await currentActor();
  return { title: actor.kind === 'member' ? words(actor.language, 'notifications')('title') : '' };
}

/** Who answered or named this person. */
export default async function Notifications({ searchParams }: { searchParams: Promise<{ before?: string }> }) {
  const actor = await currentActor();
  if (actor.kind === 'guest') redirect('/sign-in?next=/notifications');
  const { before } = await searchParams;
  const { told, next } = await notificationsOf(actor, before);
  const t = words(actor.language, 'notifications');
  const { dateTime } = formats(actor.language);
  const left = words(actor.language, 'comments')('left');
  return (
    <Sheet title={t('title')}>
      {told.length === 0 ? (
        <EmptyState title={t('empty')}>
          <p>{t('empty-text')}</p>
          <ButtonLink href="/">{t('read')}</ButtonLink>
        </EmptyState>
      ) : null}
      {told.some(({ unread }) => unread) ? (
        <ActionForm
          action={readAction}
          errorWords={errorWords(actor.language)}
          submit={t('mark')}
          kind="plain"
          small
          label={t('mark')}
          fields={[]}
        />
      ) : null}
      {told.length > 0 ? (
        <ol className="grid gap-1">
          {told.map(({ id, kind, author, title, words: said, href, createdAt, unread }) => (
            <li key={id} className="border-line border-b">
              <a href={href} className="grid gap-1 rounded-[10px] px-2 py-3 hover:bg-sunken">
                <span className="flex flex-wrap items-center gap-2">
                  <b dir="auto" className="font-semibold">
                    {kind === 'reply' ? t('reply', { name: author ?? left }) : t('mention', { name: author ?? left })}
                  </b>
                  {unread ? <Badge tone="amber">{t('new')}</Badge> : null}
                </span>
                <span dir="auto" className="clamp-2 text-soft">
                  {said}
                </span>
                <span dir="auto" className="text-[13px] text-faint">
                  {title} ·{' '}
                  <time dateTime={createdAt.toISOString()}>{dateTime(createdAt, { dateStyle: 'medium', timeStyle: 'short' })}</time>
                </span>
              </a>
            </li>
          ))}
        </ol>
      ) : null}
      <Pagination
        label={t('pages')}
        first={before ? { href: '/notifications', label: t('newest') } : undefined}
        next={next ? { href: `/notifications?before=${next}`, label: t('older') } : undefined}
      />
    </Sheet>
  );
}
