'use client';
import { Bulb } from '@/components/ui/bulb';
import { Button } from '@/components/ui/button';
import { FormStatus } from '@/components/ui/form-status';
import type { FormAction } from '@/components/ui/use-form-action';
import { useRefreshingAction } from '@/components/viewer/use-refreshing-action';
import { useViewer } from '@/components/viewer/viewer';
import type { ErrorWords } from '@/lib/core/error-words';
import { Share, type ShareWords } from './share';

export interface PostActionsProps {
  postId: string;
  path: string;
  title: string;
  bulbs: string;
  reactAction: FormAction;
  bookmarkAction: FormAction;
  errorWords: ErrorWords;
  words: { label: string; react: string; reacted: string; bookmark: string; bookmarked: string; comments: string; share: ShareWords };
}

/** Bulb, save, share. */
export function PostActions({ postId, words, errorWords, ...props }: PostActionsProps) {
  const viewer = useViewer();
  const [reacting, react] = useRefreshingAction(props.reactAction);
  const [saving, save] = useRefreshingAction(props.bookmarkAction);
  const reacted = viewer?.reacted ?? false;
  const bookmarked = viewer?.bookmarked ?? false;
  return (
    <div className="no-print mt-4 border-line border-y py-2">
      <fieldset className="flex flex-wrap items-center gap-1">
        <legend className="sr-only">{words.label}</legend>
        <form action={react}>
          <input type="hidden" name="postId" value={postId} />
          <input type="hidden" name="on" value={reacted ? '0' : '1'} readOnly />
          <Button kind="ghost" aria-pressed={reacted} aria-label={reacted ? words.reacted : words.react}>
            <Bulb size={14} lit={reacted} /> {props.bulbs}
          </Button>
        </form>
        <a href="#comments" className="inline-flex min-h-11 items-center rounded-full px-4 font-medium text-sm text-soft hover:bg-sunken">
          {words.comments}
        </a>
        <form action={save} className="ms-auto">
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
