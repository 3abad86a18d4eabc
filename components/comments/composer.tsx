'use client';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormStatus } from '@/components/ui/form-status';
import { fieldError, typedValue } from '@/components/ui/form-values';
import { Notice } from '@/components/ui/notice';
import { SubmissionKey } from '@/components/ui/submission-key';
import { useRefreshingAction } from '@/components/viewer/use-refreshing-action';
import { useViewer } from '@/components/viewer/viewer';
import { keepWords, moveWords, placeOf } from './kept-words';
import { SignInHint } from './sign-in-hint';
import { useDiscussion } from './words';

/** Writes a comment or a reply. What is typed is kept on the device until it is sent. */
export function Composer({ parentId, focused = false }: { parentId?: string; focused?: boolean }) {
  const { post, postId, words, errorWords } = useDiscussion();
  const form = useRef<HTMLFormElement>(null);
  const place = placeOf(postId, parentId, useViewer()?.member?.id);
  // Until it is known who is here, and for a guest, who may sign in to send it.
  const nobodys = placeOf(postId, parentId);
  const [answer, run, busy] = useRefreshingAction(post);
  useEffect(() => {
    if (answer.kind === 'done') keepWords(place, '');
  }, [answer, place]);
  useEffect(() => {
    const field = form.current?.querySelector('textarea');
    // What was typed before the page's scripts woke is not kept yet.
    if (field && field.value !== '') keepWords(nobodys, field.value);
    const kept = moveWords(nobodys, place);
    // Also over the first letters of who typed before it was known whose draft lies here: they stand at its end.
    if (field && field.value !== kept && (field.value === '' || kept.endsWith(field.value))) field.value = kept;
  }, [nobodys, place]);
  const typed = typedValue(answer, 'body');
  const sent = answer.kind === 'done' ? (answer.value as { id: string; status: string }) : null;
  return (
    <form
      ref={form}
      action={run}
      className="grid gap-3"
      onInput={({ target }) => target instanceof HTMLTextAreaElement && keepWords(place, target.value)}
    >
      <input type="hidden" name="postId" value={postId} />
      {parentId ? <input type="hidden" name="parentId" value={parentId} /> : null}
      <SubmissionKey of={sent?.id ?? ''} />
      <Field
        key={`${sent?.id ?? ''} ${typed ?? ''}`}
        label={parentId ? words.reply : words.composer}
        hiddenLabel
        autoFocus={focused}
        name="body"
        multiline
        rows={parentId ? 3 : 4}
        dir="auto"
        maxLength={10_000}
        readOnly={busy}
        placeholder={words.placeholder}
        hint={words.marks}
        defaultValue={typed}
        error={fieldError(answer, 'body', errorWords)}
      />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <span className="text-[13px] text-faint">{words.hint}</span>
        <Button kind="main" busy={busy}>
          {words.send}
        </Button>
      </div>
      <FormStatus answer={answer} errorWords={errorWords} />
      <SignInHint answer={answer} />
      <div role="status">
        {sent && !busy ? (
          <Notice tone="ok">
            {sent.status === 'visible' ? (
              // Its place may be on another page; then it stands above the thread.
              <a className="link" href={`#c-${sent.id}`}>
                {words.sent}
              </a>
            ) : sent.status === 'held' ? (
              words.waits
            ) : (
              words.refused
            )}
          </Notice>
        ) : null}
      </div>
    </form>
  );
}
