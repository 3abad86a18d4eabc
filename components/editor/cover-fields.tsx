import { Field } from '@/components/ui/field';
import { fieldError, typedValue } from '@/components/ui/form-values';
import type { Answer } from '@/lib/core/answer';
import type { ErrorWords } from '@/lib/core/error-words';
import type { EditorWords } from './words';

export interface CoverNow {
  id: string;
  url: string;
  alt: string;
  caption: string;
  credit: string;
}

interface CoverFieldsProps {
  cover: CoverNow;
  tags: string;
  words: EditorWords;
  answer: Answer<unknown>;
  errorWords: ErrorWords;
}

export function CoverFields({ cover, tags, words, answer, errorWords }: CoverFieldsProps) {
  const typed = (name: string, before: string) => typedValue(answer, name) ?? before;
  return (
    <details className="rounded-[14px] border border-line p-4" open={cover.id === '' ? undefined : true}>
      <summary className="font-medium text-sm">{words.cover}</summary>
      <div className="mt-4 grid gap-4">
        <Field label={words.tags} name="tags" defaultValue={typed('tags', tags)} hint={words['tags-hint']} dir="auto" maxLength={300} />
        <input type="hidden" name="coverId" value={cover.id} readOnly />
        {cover.url ? (
          <div className="grid gap-2">
            <img src={cover.url} alt={words['cover-now']} width={320} height={200} className="max-h-48 w-auto rounded-[10px]" />
            <label className="flex min-h-11 items-center gap-3 text-sm">
              <input type="checkbox" name="noCover" value="1" className="size-5" />
              {words['cover-remove']}
            </label>
          </div>
        ) : null}
        <Field
          label={words['cover-url']}
          name="coverUrl"
          type="url"
          dir="ltr"
          defaultValue={typed('coverUrl', '')}
          error={fieldError(answer, 'url', errorWords)}
        />
        <Field label={words.alt} name="coverAlt" dir="auto" maxLength={500} defaultValue={typed('coverAlt', cover.alt)} />
        <Field label={words.caption} name="coverCaption" dir="auto" maxLength={1000} defaultValue={typed('coverCaption', cover.caption)} />
        <Field label={words.credit} name="coverCredit" dir="auto" maxLength={300} defaultValue={typed('coverCredit', cover.credit)} />
      </div>
    </details>
  );
}
