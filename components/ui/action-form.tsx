'use client';
import type { ReactNode } from 'react';
import { SubmissionKey } from '@/components/ui/submission-key';
import type { Answer } from '@/lib/core/answer';
import type { ErrorWords } from '@/lib/core/error-words';
import { Button, type ButtonKind } from './button';
import { Field } from './field';
import { FormStatus } from './form-status';
import { fieldError, typedValue } from './form-values';
import { Notice } from './notice';
import { Select } from './select';
import { type FormAction, useFormAction } from './use-form-action';

export interface FormField {
  kind?: 'text' | 'area' | 'select' | 'hidden' | 'check';
  name: string;
  label?: string;
  value?: string;
  hint?: string;
  type?: string;
  required?: boolean;
  autoComplete?: string;
  maxLength?: number;
  rows?: number;
  dir?: 'ltr' | 'rtl' | 'auto';
  options?: readonly { value: string; label: string }[];
}

interface ActionFormProps {
  action: FormAction;
  fields: readonly FormField[];
  submit: string;
  errorWords: ErrorWords;
  kind?: ButtonKind;
  small?: boolean;
  /** Shown when it worked; instead of the form where `once`. */
  done?: ReactNode;
  once?: boolean;
  /** Sends a submission key along, so that the same sending twice is one. */
  keyed?: boolean;
  label?: string;
  children?: ReactNode;
}

/** A form over one server action: works without JavaScript, keeps what was typed, names what is wrong beside its field. */
export function ActionForm({ action, fields, submit, errorWords, children, ...look }: ActionFormProps) {
  const [answer, run, busy] = useFormAction(action);
  if (answer.kind === 'done' && look.once) return <Notice tone="ok">{look.done}</Notice>;
  return (
    <form action={run} aria-label={look.label} className="grid w-full gap-4">
      {look.keyed ? <SubmissionKey of={answer.kind === 'done' ? 'next' : ''} /> : null}
      {fields.map((field) => (
        <Control key={field.name} field={field} answer={answer} errorWords={errorWords} />
      ))}
      {children}
      <div className="flex flex-wrap items-center gap-3">
        <Button kind={look.kind ?? 'main'} small={look.small ?? false} busy={busy}>
          {submit}
        </Button>
      </div>
      <FormStatus answer={answer} errorWords={errorWords} />
      {/* Gone while the next is saved: it would speak of the one before. */}
      {answer.kind === 'done' && look.done && !busy ? (
        <div role="status">
          <Notice tone="ok">{look.done}</Notice>
        </div>
      ) : null}
    </form>
  );
}

function Control({ field, answer, errorWords }: { field: FormField; answer: Answer<unknown>; errorWords: ErrorWords }) {
  const { kind = 'text', name, label = '', value, options = [], ...rest } = field;
  const shown = typedValue(answer, name) ?? value;
  const error = fieldError(answer, name, errorWords);
  if (kind === 'hidden')
    return (
      <>
        <input type="hidden" name={name} value={value ?? ''} readOnly />
        {error ? <p className="text-[13px] text-bad">{error}</p> : null}
      </>
    );
  if (kind === 'select')
    return (
      <Select
        label={label}
        name={name}
        options={options}
        defaultValue={shown}
        error={error}
        hint={rest.hint}
        required={rest.required ?? false}
      />
    );
  if (kind === 'check')
    return (
      <div className="grid gap-1">
        <label className="flex min-h-11 items-center gap-3 text-sm">
          <input type="checkbox" name={name} value={value} className="size-5 flex-none" />
          {label}
        </label>
        {error ? <p className="text-[13px] text-bad">{error}</p> : null}
      </div>
    );
  // Keyed by what was typed: React empties a form after its action.
  return <Field key={shown} label={label} name={name} defaultValue={shown} error={error} multiline={kind === 'area'} {...rest} />;
}
