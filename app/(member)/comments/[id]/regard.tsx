import { ActionForm } from '@/components/ui/action-form';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/sheet';
import type { OneComment } from '@/lib/comments/one';
import { errorWords } from '@/lib/core/error-words';
import { words } from '@/lib/core/words';
import { followAction, muteAction } from './actions';

/** What a reader makes of the comment's writer: follow or mute. The later choice takes the other away, and both are private. */
export function Regard({ comment, language }: { comment: OneComment; language: string }) {
  const t = words(language, 'comments');
  const { author, followed, muted } = comment;
  if (!author) return null;
  const { name } = author;
  const fields = (on: boolean) => [
    { kind: 'hidden' as const, name: 'memberId', value: author.id },
    { kind: 'hidden' as const, name: 'on', value: on ? '1' : '0' },
    { kind: 'hidden' as const, name: 'back', value: comment.id },
  ];
  const following = followed ? t('one.following', { name }) : muted ? t('one.follow-muted') : t('one.follow-intro');
  return (
    <>
      <noscript>
        <Notice>{t('one.needs-scripts')}</Notice>
      </noscript>
      <Section title={t('one.follow', { name })} intro={following}>
        <ActionForm
          action={followAction}
          errorWords={errorWords(language)}
          kind="plain"
          submit={followed ? t('one.unfollow', { name }) : t('one.follow', { name })}
          fields={fields(!followed)}
        />
      </Section>
      <Section title={t('one.mute', { name })} intro={t('one.mute-intro')}>
        <ActionForm
          action={muteAction}
          errorWords={errorWords(language)}
          kind="plain"
          submit={muted ? t('one.unmute') : t('one.mute', { name })}
          fields={fields(!muted)}
        />
      </Section>
    </>
  );
}
