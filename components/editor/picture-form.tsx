'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormStatus } from '@/components/ui/form-status';
import { fieldError } from '@/components/ui/form-values';
import type { Answer } from '@/lib/core/answer';
import type { ErrorWords } from '@/lib/core/error-words';
import type { EditorWords } from './words';

export interface ImportedPicture {
  id: string;
  width: number;
  height: number;
}

export type ImportAction = (url: string) => Promise<Answer<ImportedPicture>>;

interface PictureFormProps {
  words: EditorWords;
  errorWords: ErrorWords;
  importPicture: ImportAction;
  onDone: (attributes: Record<string, string | number>) => void;
  onCancel: () => void;
}

/** Asks for a picture by its address; the server fetches and keeps it. */
export function PictureForm({ words, errorWords, importPicture, onDone, onCancel }: PictureFormProps) {
  const [answer, setAnswer] = useState<Answer<ImportedPicture>>({ kind: 'idle' });
  const [busy, setBusy] = useState(false);
  const submit = async (fields: HTMLElement) => {
    const value = (name: string) => fields.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value ?? '';
    setBusy(true);
    const next = await importPicture(value('url'));
    setBusy(false);
    setAnswer(next);
    if (next.kind !== 'done') return;
    const { id, width, height } = next.value;
    onDone({ src: `/media/${id}`, width, height, alt: value('alt'), caption: value('caption'), credit: value('credit') });
  };
  return (
    // A form may not lie within the page's own form.
    <section aria-label={words.image} className="my-4 grid gap-3 rounded-[14px] border border-line bg-raised p-4">
      <Field label={words['cover-url']} name="url" type="url" dir="ltr" error={fieldError(answer, 'url', errorWords)} autoFocus />
      <Field label={words.alt} name="alt" dir="auto" maxLength={500} />
      <Field label={words.caption} name="caption" dir="auto" maxLength={1000} />
      <Field label={words.credit} name="credit" dir="auto" maxLength={300} />
      <div className="flex gap-3">
        <Button
          type="button"
          kind="main"
          busy={busy}
          onClick={(event) => void submit(event.currentTarget.closest('section') as HTMLElement)}
        >
          {words.insert}
        </Button>
        <Button type="button" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
      <FormStatus answer={answer} errorWords={errorWords} />
    </section>
  );
}
