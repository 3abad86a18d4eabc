import { ActionForm } from '@/components/ui/action-form';
import { Notice } from '@/components/ui/notice';
import { errorWords } from '@/lib/core/error-words';
import { words } from '@/lib/core/words';
import { decidedWords } from '@/lib/moderation/queue/decided-words';
import type { batchOf, ItemState } from '@/lib/moderation/queue/states';
import { undoAction } from './actions';

interface OutcomeProps {
  batchId: string;
  made: Awaited<ReturnType<typeof batchOf>>;
  /** What did not come to pass, because somebody was quicker or its words changed. */
  told: readonly ItemState[];
  back: string;
  language: string;
}

/** What a form's decision came to, with its undoing. */
export function Outcome({ batchId, made, told, back, language }: OutcomeProps) {
  const t = words(language, 'queue');
  const errors = errorWords(language);
  return (
    <div role="status" className="grid gap-3">
      {told.map(({ id, decided }) => (
        <Notice key={id} tone="amber">
          {decided ? decidedWords(language, decided) : errors.reasons.conflict}
        </Notice>
      ))}
      {made ? (
        <Notice tone="ok">
          <div className="grid items-center gap-2 sm:grid-cols-[1fr_auto]">
            {t(`batch.${made.action}`, { count: made.count })}
            <ActionForm
              action={undoAction}
              errorWords={errors}
              submit={t('undo')}
              kind="plain"
              fields={[
                { kind: 'hidden', name: 'batchId', value: batchId },
                { kind: 'hidden', name: 'back', value: back },
              ]}
            />
          </div>
        </Notice>
      ) : null}
    </div>
  );
}
