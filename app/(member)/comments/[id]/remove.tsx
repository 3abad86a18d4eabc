import { reasonFields } from '@/components/moderation/reason-fields';
import { ActionForm } from '@/components/ui/action-form';
import { Section } from '@/components/ui/sheet';
import type { OneComment } from '@/lib/comments/one';
import { errorWords } from '@/lib/core/error-words';
import { words } from '@/lib/core/words';
import { removeAction } from './actions';

/** For who moderates here: takes a shown comment away, with a reason, unless another has decided since `seen`. */
export function Remove({ comment, seen, language }: { comment: OneComment; seen: string; language: string }) {
  const t = words(language, 'moderation');
  return (
    <Section title={t('queue.remove')}>
      <ActionForm
        action={removeAction}
        errorWords={errorWords(language)}
        submit={t('queue.remove-now')}
        kind="danger"
        label={t('queue.remove')}
        fields={[
          { kind: 'hidden', name: 'commentId', value: comment.id },
          { kind: 'hidden', name: 'revision', value: String(comment.revision) },
          { kind: 'hidden', name: 'seen', value: seen },
          { kind: 'hidden', name: 'back', value: `${comment.post.path}#comments` },
          ...reasonFields(language),
        ]}
      />
    </Section>
  );
}
