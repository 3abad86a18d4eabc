'use client';
import { useId } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormStatus } from '@/components/ui/form-status';
import { fieldError, typedValue } from '@/components/ui/form-values';
import { Notice } from '@/components/ui/notice';
import { type FormAction, useFormAction } from '@/components/ui/use-form-action';
import type { Answer } from '@/lib/core/answer';
import type { ErrorWords } from '@/lib/core/error-words';

export interface RailForm {
  rail: string;
  title: string;
  submit: string;
  done: string;
  text: { name: string; label: string; hint: string; value: string }[];
  checks: { name: string; label: string; hint: string; on: boolean }[];
}

/** The settings of a way of paying out. What was typed and ticked stays after a refusal. */
export function SettingForm({ form, action, errorWords }: { form: RailForm; action: FormAction; errorWords: ErrorWords }) {
  const [answer, run, busy] = useFormAction(action);
  return (
    <form action={run} aria-label={form.title} className="grid gap-5">
      <input type="hidden" name="rail" value={form.rail} />
      <div className="grid items-start gap-5 sm:grid-cols-2">
        {form.text.map(({ name, label, hint, value }) => {
          const shown = typedValue(answer, name) ?? value;
          const error = fieldError(answer, name, errorWords);
          return (
            <Field
              key={`${name} ${shown}`}
              label={label}
              name={name}
              hint={hint}
              defaultValue={shown}
              error={error}
              dir="ltr"
              autoComplete="off"
            />
          );
        })}
      </div>
      {form.checks.map((check) => (
        <Check key={check.name} {...check} on={ticked(answer, check)} error={fieldError(answer, check.name, errorWords)} />
      ))}
      <div>
        <Button kind="main" busy={busy}>
          {form.submit}
        </Button>
      </div>
      <FormStatus answer={answer} errorWords={errorWords} />
      <div role="status">{answer.kind === 'done' && !busy ? <Notice tone="ok">{form.done}</Notice> : null}</div>
    </form>
  );
}

const ticked = (answer: Answer<unknown>, { name, on }: { name: string; on: boolean }): boolean =>
  answer.kind === 'refused' || answer.kind === 'bug' ? name in answer.typed : on;

interface CheckProps {
  name: string;
  label: string;
  hint: string;
  on: boolean;
  error: string | undefined;
}

function Check({ name, label, hint, on, error }: CheckProps) {
  const id = useId();
  return (
    <div className="grid gap-1">
      <label className="flex min-h-11 items-center gap-3 text-sm">
        <input
          key={String(on)}
          type="checkbox"
          name={name}
          value="1"
          defaultChecked={on}
          aria-describedby={hint ? id : undefined}
          className="size-5 flex-none"
        />
        {label}
      </label>
      {hint ? (
        <p id={id} className="ps-8 text-[13px] text-faint">
          {hint}
        </p>
      ) : null}
      {error ? <p className="ps-8 text-[13px] text-bad">{error}</p> : null}
    </div>
  );
}
