import { useId } from 'react';
import { controlClass } from './control';

interface SelectProps {
  label: string;
  name: string;
  options: readonly { value: string; label: string }[];
  defaultValue?: string | undefined;
  error?: string | undefined;
  hint?: string | undefined;
  required?: boolean;
  hiddenLabel?: boolean;
}

export function Select({ label, name, options, defaultValue, error, hint, required = false, hiddenLabel = false }: SelectProps) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className="grid w-full gap-1.5">
      <label htmlFor={id} className={hiddenLabel ? 'sr-only' : 'font-medium text-sm'}>
        {label}
      </label>
      {/* Keyed by its default: a select that was refused shows again what was chosen. */}
      <select
        key={defaultValue}
        id={id}
        name={name}
        defaultValue={defaultValue}
        required={required}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        className={controlClass(Boolean(error))}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
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
