import { ActionForm } from '@/components/ui/action-form';
import { Section } from '@/components/ui/sheet';
import type { OneComment } from '@/lib/comments/one';
import { errorWords } from '@/lib/core/error-words';
import { words } from '@/lib/core/words';
import { markAction, trustVotesAction } from './actions';

/** For the post's writer and who moderates here: what stands on top, and what is worth reading. */
export function Mark({ comment, language }: { comment: OneComment; language: string }) {
  const t = words(language, 'sanctions');
  const marks = [
    ...(comment.mayPin ? [{ what: 'pin', on: !comment.pinned, label: comment.pinned ? t('mark.unpin') : t('mark.pin') }] : []),
    ...(comment.own
      ? []
      : [{ what: 'highlight', on: !comment.highlighted, label: comment.highlighted ? t('mark.unhighlight') : t('mark.highlight') }]),
  ];
  return (
    <Section title={t('mark.title')}>
      {marks.map(({ what, on, label }) => (
        <ActionForm
          key={what}
          action={markAction}
          errorWords={errorWords(language)}
          submit={label}
          kind="plain"
          label={label}
          fields={[
            { kind: 'hidden', name: 'commentId', value: comment.id },
            { kind: 'hidden', name: 'what', value: what },
            { kind: 'hidden', name: 'on', value: on ? '1' : '0' },
          ]}
        />
      ))}
      {comment.together > 0 || comment.votesTrusted ? (
        <>
          {comment.together > 0 ? <p className="text-sm text-soft">{t('mark.together', { count: comment.together })}</p> : null}
          <ActionForm
            action={trustVotesAction}
            errorWords={errorWords(language)}
            submit={comment.votesTrusted ? t('mark.doubt') : t('mark.trust')}
            kind="plain"
            label={comment.votesTrusted ? t('mark.doubt') : t('mark.trust')}
            fields={[
              { kind: 'hidden', name: 'commentId', value: comment.id },
              { kind: 'hidden', name: 'on', value: comment.votesTrusted ? '0' : '1' },
            ]}
          />
        </>
      ) : null}
      {comment.mayRemove && comment.author ? (
        <p>
          <a className="link" href={`/admin/people/${encodeURIComponent(comment.author.handle)}`}>
            {t('person.open')}
          </a>
        </p>
      ) : null}
    </Section>
  );
}
