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
import { decisionWords } from '@/lib/earnings/hold-words';
import { notificationsOf, type Told, type ToldDecision, type ToldDispute } from '@/lib/notifications/queries';
import { readAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const actor = await currentActor();
  return { title: actor.kind === 'member' ? words(actor.language, 'notifications')('title') : '' };
}

/** Who answered or named this person, and what was decided about them. */
export default async function Notifications({ searchParams }: { searchParams: Promise<{ before?: string }> }) {
  const actor = await currentActor();
  if (actor.kind === 'guest') redirect('/sign-in?next=/notifications');
  const { before } = await searchParams;
  const { told, next } = await notificationsOf(actor, before);
  const t = words(actor.language, 'notifications');
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
          {told.map((one) => (
            <li key={one.id} className="border-line border-b">
              <a href={one.href} className="grid gap-1 rounded-[10px] px-2 py-3 hover:bg-sunken">
                <One told={one} language={actor.language} />
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

/** What one of them says. */
function One({ told, language }: { told: Told | ToldDecision | ToldDispute; language: string }) {
  const t = words(language, 'notifications');
  const at = formats(language).dateTime(told.createdAt, { dateStyle: 'medium', timeStyle: 'short' });
  const what = headOf(told, language);
  return (
    <>
      <span className="flex flex-wrap items-center gap-2">
        <b dir="auto" className="font-semibold">
          {what}
        </b>
        {told.unread ? <Badge tone="amber">{t('new')}</Badge> : null}
      </span>
      <span dir="auto" className="clamp-2 text-soft">
        {told.kind === 'decision' ? seeWords(told, language) : told.words}
      </span>
      <span dir="auto" className="text-[13px] text-faint">
        {'title' in told && told.title ? `${told.title} · ` : null}
        <time dateTime={told.createdAt.toISOString()}>{at}</time>
      </span>
    </>
  );
}

/** Of moderation; what else is decided about somebody is about what they earn. */
const OF_COMMENTS = ['removed', 'hidden', 'approved', 'lowered', 'limited', 'suspended', 'banned', 'lifted'] as const;
/** Good news, and what cannot be appealed. */
const ONLY_TO_SEE = ['approved', 'lowered', 'lifted'];

function seeWords({ action }: ToldDecision, language: string): string {
  const t = words(language, 'notifications');
  if (ONLY_TO_SEE.includes(action)) return t('decided.see-comment');
  return OF_COMMENTS.some((one) => one === action) ? t('decided.see') : words(language, 'holds')('notice.see');
}

function headOf(told: Told | ToldDecision | ToldDispute, language: string): string {
  const t = words(language, 'notifications');
  const ofComments = OF_COMMENTS.find((one) => told.kind === 'decision' && one === told.action);
  if (ofComments) return t(`decided.${ofComments}`);
  if (told.kind === 'decision') return decisionWords(language, told.action);
  if (told.kind === 'dispute') return t(`dispute.${told.outcome}`, { week: told.week });
  const name = told.author ?? words(language, 'comments')('left');
  return told.kind === 'reply' ? t('reply', { name }) : t('mention', { name });
}
