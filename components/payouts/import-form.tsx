'use client';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormStatus } from '@/components/ui/form-status';
import { fieldError, typedValue } from '@/components/ui/form-values';
import { Notice } from '@/components/ui/notice';
import { type FormAction, useFormAction } from '@/components/ui/use-form-action';
import type { ErrorWords } from '@/lib/core/error-words';
import type { Confirmed, LineFault } from '@/lib/payouts/commands/confirm';

interface ImportFormProps {
  action: FormAction<Confirmed>;
  errorWords: ErrorWords;
  words: {
    lines: string;
    submit: string;
    /** With `{paid}`, `{failed}`, `{returned}` and `{known}`. */
    done: string;
    /** With `{line}` and `{why}`. */
    fault: string;
    faults: Record<LineFault, string>;
  };
}

/** Takes the operator's filled-in file, and says of each line that is wrong why. */
export function ImportForm({ action, errorWords, words }: ImportFormProps) {
  const [answer, run, busy] = useFormAction<Confirmed>(action);
  const found = answer.kind === 'done' ? answer.value : null;
  const shown = typedValue(answer, 'lines');
  return (
    <form action={run} aria-label={words.submit} className="grid gap-4">
      <Field
        key={shown}
        label={words.lines}
        name="lines"
        multiline
        rows={6}
        defaultValue={shown}
        error={fieldError(answer, 'lines', errorWords)}
        dir="ltr"
        required
      />
      <div>
        <Button kind="plain" busy={busy}>
          {words.submit}
        </Button>
      </div>
      <FormStatus answer={answer} errorWords={errorWords} />
      <div role="status">
        {found && !busy ? (
          <Notice tone={found.faults.length > 0 ? 'amber' : 'ok'}>
            <p className="tabular-nums">
              {words.done
                .replace('{paid}', String(found.paid))
                .replace('{failed}', String(found.failed))
                .replace('{returned}', String(found.returned))
                .replace('{known}', String(found.known))}
            </p>
            {found.faults.map(({ line, fault }) => (
              <p key={line}>{words.fault.replace('{line}', String(line)).replace('{why}', words.faults[fault])}</p>
            ))}
          </Notice>
        ) : null}
      </div>
    </form>
  );
}
