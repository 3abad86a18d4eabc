'use client';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormStatus } from '@/components/ui/form-status';
import { fieldError, typedValue } from '@/components/ui/form-values';
import { Notice } from '@/components/ui/notice';
import { type FormAction, useFormAction } from '@/components/ui/use-form-action';
import type { ErrorWords } from '@/lib/core/error-words';
import type { Tried } from '@/lib/moderation/phrases';

interface TryTextProps {
  action: FormAction;
  blogId: string;
  maxLength: number;
  errorWords: ErrorWords;
  /** What was found, with `{phrase}` in it. */
  words: { text: string; now: string; banned: string; suspect: string; none: string };
}

/** Says which phrase a text would meet. The text stays, so that it can be changed and tried again. */
export function TryText({ action, blogId, maxLength, errorWords, words }: TryTextProps) {
  const [answer, run, busy] = useFormAction(action);
  const tried = answer.kind === 'done' ? (answer.value as Tried) : null;
  const text = tried?.text ?? typedValue(answer, 'text');
  return (
    <form action={run} aria-label={words.now} className="grid w-full gap-4">
      <input type="hidden" name="blogId" value={blogId} readOnly />
      <Field
        key={text}
        label={words.text}
        name="text"
        multiline
        rows={3}
        dir="auto"
        maxLength={maxLength}
        defaultValue={text}
        error={fieldError(answer, 'text', errorWords)}
      />
      <div>
        <Button kind="plain" busy={busy}>
          {words.now}
        </Button>
      </div>
      <FormStatus answer={answer} errorWords={errorWords} />
      <div role="status">{tried ? <Found tried={tried} words={words} /> : null}</div>
    </form>
  );
}

function Found({ tried: { banned, suspect }, words }: { tried: Tried; words: TryTextProps['words'] }) {
  if (banned !== null) return <Notice tone="bad">{words.banned.replace('{phrase}', () => banned)}</Notice>;
  if (suspect !== null) return <Notice tone="amber">{words.suspect.replace('{phrase}', () => suspect)}</Notice>;
  return <Notice tone="ok">{words.none}</Notice>;
}
