import { useId } from 'react';
import { controlClass } from './control';

interface FieldProps {
  label: string;
  name: string;
  type?: string;
  defaultValue?: string | undefined;
  /** Words, not a key. */
  error?: string | undefined;
  hint?: string | undefined;
  required?: boolean;
  multiline?: boolean;
  rows?: number;
  autoComplete?: string;
  dir?: 'ltr' | 'rtl' | 'auto';
  maxLength?: number;
  minLength?: number;
  placeholder?: string;
  /** The label is read aloud but not shown. */
  hiddenLabel?: boolean;
  autoFocus?: boolean;
  readOnly?: boolean;
  inputMode?: 'text' | 'email' | 'url' | 'search' | 'numeric';
}

/** One labelled field with its hint and its error, tied together for screen readers. */
export function Field({ label, error, hint, multiline = false, rows = 4, hiddenLabel = false, ...control }: FieldProps) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  const shared = {
    ...control,
    id,
    'aria-invalid': error ? (true as const) : undefined,
    'aria-describedby': described || undefined,
    className: controlClass(Boolean(error)),
  };
  return (
    <div className="grid w-full gap-1.5">
      <label htmlFor={id} className={hiddenLabel ? 'sr-only' : 'font-medium text-sm'}>
        {label}
      </label>
      {multiline ? <textarea {...withoutType(shared)} rows={rows} /> : <input {...shared} />}
      {hint ? (
        <p id={`${id}-hint`} className="text-[13px] text-faint">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="text-[13px] text-bad">
          {error}
        </p>
      ) : null}
    </div>
  );
}

function withoutType<T extends { type?: string }>({ type: _, ...rest }: T): Omit<T, 'type'> {
  return rest;
}
