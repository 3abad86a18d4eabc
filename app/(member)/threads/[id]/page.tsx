import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { ActionForm } from '@/components/ui/action-form';
import { Notice } from '@/components/ui/notice';
import { Sheet } from '@/components/ui/sheet';
import { currentActor } from '@/lib/accounts/session';
import { errorWords } from '@/lib/core/error-words';
import { Refused } from '@/lib/core/refused';
import { words } from '@/lib/core/words';
import { SLOW_SECONDS } from '@/lib/moderation/schema';
import { slowWords } from '@/lib/moderation/slow-words';
import { threadSettings } from '@/lib/moderation/standing';
import { setThreadAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const actor = await currentActor();
  return { title: words(actor.kind === 'member' ? actor.language : 'en', 'sanctions')('thread.title') };
}

/** Who may write in a discussion, for the post's writer and who moderates there; and how often, for the latter. */
export default async function Thread({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await currentActor();
  if (actor.kind === 'guest') redirect(`/sign-in?next=${encodeURIComponent(`/threads/${id}`)}`);
  const thread = await threadSettings(actor, id).catch((error: unknown) => {
    if (error instanceof Refused) return notFound();
    throw error;
  });
  const t = words(actor.language, 'sanctions');
  const seconds = [...new Set([...SLOW_SECONDS, thread.slowSeconds])].toSorted((a, b) => a - b);
  const states = thread.moderates ? (['open', 'closed', 'locked'] as const) : (['open', 'closed'] as const);
  const state = {
    kind: 'select' as const,
    name: 'state',
    label: t('thread.state'),
    value: thread.threadState,
    options: states.map((value) => ({ value, label: t(`thread.states.${value}`) })),
  };
  const slow = {
    kind: 'select' as const,
    name: 'slowSeconds',
    label: t('thread.slow'),
    value: String(thread.slowSeconds),
    options: seconds.map((value) => ({ value: String(value), label: t('thread.seconds', { seconds: value }) })),
  };
  const was = { kind: 'hidden' as const, name: 'slowWas', value: String(thread.slowSeconds) };
  return (
    <Sheet
      title={t('thread.title')}
      intro={
        <a className="link" href={`${thread.path}#comments`} dir="auto">
          {thread.title}
        </a>
      }
    >
      {thread.slowSeconds > 0 ? (
        <Notice tone="amber">
          {t('notice.slowed', { seconds: thread.slowSeconds })} {slowWords(actor.language, thread.slowReason)}
        </Notice>
      ) : null}
      {thread.moderates || thread.threadState !== 'locked' ? (
        <ActionForm
          action={setThreadAction}
          errorWords={errorWords(actor.language)}
          submit={t('thread.save')}
          done={t('thread.saved')}
          label={t('thread.title')}
          fields={[{ kind: 'hidden', name: 'postId', value: id }, state, ...(thread.moderates ? [slow, was] : [])]}
        />
      ) : (
        <Notice tone="amber">{t('notice.locked')}</Notice>
      )}
    </Sheet>
  );
}
