'use client';
import type { KeyboardEvent } from 'react';
import { Field } from '@/components/ui/field';
import type { Made } from './desk';
import type { DeskWords } from './desk-words';
import { Key } from './key';
import { keyOf } from './use-keys';

/** Why it is removed: one of five, by its digit too, and words to the person. */
export function Reasons({ words, error, kept }: { words: DeskWords; error: string | undefined; kept: Made | undefined }) {
  const choose = (event: KeyboardEvent<HTMLFieldSetElement>) => {
    if (event.target instanceof HTMLTextAreaElement || event.ctrlKey || event.metaKey || event.altKey) return;
    const radio = event.currentTarget.querySelectorAll<HTMLInputElement>('input[type="radio"]')[Number(keyOf(event)) - 1];
    if (!radio) return;
    event.preventDefault();
    radio.checked = true;
    radio.focus();
  };
  return (
    <fieldset data-reasons onKeyDown={choose} className="grid gap-1">
      <legend className="mb-1 font-medium text-sm">{words.reason}</legend>
      {words.reasons.map(({ value, label }, nth) => (
        <label key={value} className="flex min-h-11 items-center gap-3 rounded-lg px-2 text-sm hover:bg-sunken">
          <input type="radio" name="reason" value={value} defaultChecked={kept?.reason === value} className="size-5 flex-none" />
          <span className="grow">{label}</span>
          <Key>{String(nth + 1)}</Key>
        </label>
      ))}
      {error ? (
        <p role="alert" className="text-[13px] text-bad">
          {error}
        </p>
      ) : null}
      <Field label={words.note} name="note" defaultValue={kept?.note} multiline rows={2} maxLength={1000} dir="auto" />
    </fieldset>
  );
}

const LAST = 'bulb-last-reason';

/** The reason that this moderator gave last, on this device. */
export function keepReason(reason: string): void {
  try {
    localStorage.setItem(LAST, reason);
  } catch {
    // A browser that keeps nothing asks each time.
  }
}

/** Puts the last reason into reasons that were just opened, and the focus on it. */
export function openReasons(details: HTMLDetailsElement): void {
  // Said of a key a moment later: whoever is in them by then is not brought back to their beginning.
  if (!details.open || details.querySelector('[data-reasons]')?.contains(document.activeElement)) return;
  let last: string | null = null;
  try {
    last = localStorage.getItem(LAST);
  } catch {
    // As above.
  }
  const radios = [...details.querySelectorAll<HTMLInputElement>('input[type="radio"]')];
  const chosen = radios.find(({ checked }) => checked) ?? radios.find(({ value }) => value === last);
  if (chosen) chosen.checked = true;
  (chosen ?? radios[0])?.focus();
}

/** Escape leaves the reasons as they are, and goes back to the comment. */
export function closeReasons(event: KeyboardEvent<HTMLDetailsElement>): void {
  if (event.key !== 'Escape' || !event.currentTarget.open) return;
  event.preventDefault();
  event.currentTarget.open = false;
  (event.currentTarget.closest('article') ?? event.currentTarget.querySelector('summary'))?.focus();
}
