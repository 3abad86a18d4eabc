import type { Answer } from '@/lib/core/answer';
import type { ErrorWords } from '@/lib/core/error-words';
import { Notice } from './notice';

/** Says why a form was refused or failed, and how long to wait; nothing otherwise. */
export function FormStatus({ answer, errorWords }: { answer: Answer<unknown>; errorWords: ErrorWords }) {
  return (
    <div role="status" aria-live="polite">
      {answer.kind === 'refused' ? (
        <Notice tone="bad">
          {errorWords.reasons[answer.reason]}
          {answer.retryAfterSeconds === null ? null : ` ${errorWords.wait.replace('{seconds}', String(answer.retryAfterSeconds))}`}
        </Notice>
      ) : null}
      {answer.kind === 'bug' ? <Notice tone="bad">{errorWords.bug.replace('{id}', answer.id)}</Notice> : null}
    </div>
  );
}
