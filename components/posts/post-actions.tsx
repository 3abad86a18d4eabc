'use client';
import { useEffect, useRef, useState } from 'react';
import { Bulb } from '@/components/ui/bulb';
import { Button } from '@/components/ui/button';
import { FormStatus } from '@/components/ui/form-status';
import type { FormAction } from '@/components/ui/use-form-action';
import { useRefreshingAction } from '@/components/viewer/use-refreshing-action';
import { useViewer } from '@/components/viewer/viewer';
import type { Answer } from '@/lib/core/answer';
import type { ErrorWords } from '@/lib/core/error-words';
import { QUICK } from '@/lib/core/quick-forms';
import { Share, type ShareWords } from './share';

export interface PostActionsProps {
  postId: string;
  path: string;
  title: string;
  /** With one fewer, as it is, and with one more. */
  bulbs: [string, string, string];
  reactAction: FormAction;
  bookmarkAction: FormAction;
  errorWords: ErrorWords;
  words: { label: string; react: string; reacted: string; bookmark: string; bookmarked: string; comments: string; share: ShareWords };
}

/** Bulb, save, share. */
export function PostActions({ postId, words, errorWords, ...props }: PostActionsProps) {
  const viewer = useViewer();
  const [reacting, react] = useRefreshingAction(props.reactAction, QUICK.bulb);
  const [saving, save] = useRefreshingAction(props.bookmarkAction);
  const [reacted, reactNow] = useToggle(viewer?.reacted ?? false, reacting, react);
  const [bookmarked, saveNow] = useToggle(viewer?.bookmarked ?? false, saving, save);
  // Whether the count of the page holds this person's own.
  const counted = useRef(viewer?.reacted);
  counted.current ??= viewer?.reacted;
  const bulbs = props.bulbs[1 + Number(reacted) - Number(counted.current ?? reacted)];
  return (
    <div className="no-print mt-4 border-line border-y py-2">
      <fieldset className="flex flex-wrap items-center gap-1">
        <legend className="sr-only">{words.label}</legend>
        <form action={reactNow}>
          <input type="hidden" name="postId" value={postId} />
          <input type="hidden" name="on" value={reacted ? '0' : '1'} readOnly />
          <Button kind="ghost" aria-pressed={reacted} aria-label={reacted ? words.reacted : words.react}>
            <Bulb size={14} lit={reacted} /> {bulbs}
          </Button>
        </form>
        <a href="#comments" className="inline-flex min-h-11 items-center rounded-full px-4 font-medium text-sm text-soft hover:bg-sunken">
          {viewer?.muted?.heading ?? words.comments}
        </a>
        <form action={saveNow} className="ms-auto">
          <input type="hidden" name="postId" value={postId} />
          <input type="hidden" name="on" value={bookmarked ? '0' : '1'} readOnly />
          <Button kind="ghost" aria-pressed={bookmarked}>
            {bookmarked ? words.bookmarked : words.bookmark}
          </Button>
        </form>
        <Share path={props.path} title={props.title} words={words.share} />
      </fieldset>
      <FormStatus answer={reacting} errorWords={errorWords} />
      <FormStatus answer={saving} errorWords={errorWords} />
    </div>
  );
}

/** What is on as soon as it is pressed, and off again when that was refused. Until scripts run the action is the form's own. */
function useToggle(known: boolean, answer: Answer<unknown>, run: (form: FormData) => void): [boolean, (form: FormData) => void] {
  const [pressed, setPressed] = useState<boolean | null>(null);
  useEffect(() => {
    if (answer.kind === 'refused' || answer.kind === 'bug') setPressed(null);
  }, [answer]);
  const press = (form: FormData) => {
    setPressed(form.get('on') === '1');
    run(form);
  };
  return [pressed ?? known, typeof window === 'undefined' ? run : press];
}
