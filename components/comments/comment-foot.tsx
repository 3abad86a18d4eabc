'use client';
import { Button } from '@/components/ui/button';
import { FormStatus } from '@/components/ui/form-status';
import { useRefreshingAction } from '@/components/viewer/use-refreshing-action';
import { useViewer } from '@/components/viewer/viewer';
import { Composer } from './composer';
import { SignInHint } from './sign-in-hint';
import { useDiscussion } from './words';

interface FootProps {
  id: string;
  ups: number;
  downs: number;
}

/** Votes, reply, and the page with everything else one can do with a comment. */
export function CommentFoot({ id, ups, downs }: FootProps) {
  const { vote, words, errorWords } = useDiscussion();
  const viewer = useViewer();
  const own = viewer?.ownComments.find((comment) => comment.id === id);
  const [answer, run] = useRefreshingAction(vote);
  const mine = viewer?.votes[id] ?? 0;
  return (
    <div className="no-print mt-1">
      <div className="flex flex-wrap items-start gap-x-1">
        <form action={run} className="flex gap-1">
          <input type="hidden" name="commentId" value={id} />
          <VoteButton label={words.up} value={1} mine={mine} count={ups} disabled={own !== undefined} />
          <VoteButton label={words.down} value={-1} mine={mine} count={downs} disabled={own !== undefined} />
        </form>
        <details className="group min-w-0 open:basis-full">
          <summary className="inline-flex min-h-9 items-center rounded-full px-3 font-medium text-[13px] text-soft hover:bg-sunken">
            {words.reply}
          </summary>
          <div className="mt-2 mb-4">
            <Composer parentId={id} />
          </div>
        </details>
        <a
          href={`/comments/${id}`}
          rel="nofollow"
          className="inline-flex min-h-9 items-center rounded-full px-3 font-medium text-[13px] text-soft hover:bg-sunken"
        >
          {words.more}
        </a>
      </div>
      {own?.filtered ? <p className="text-[13px] text-amber">{words.ownFiltered}</p> : null}
      <FormStatus answer={answer} errorWords={errorWords} />
      <SignInHint answer={answer} />
    </div>
  );
}

interface VoteButtonProps {
  label: string;
  value: 1 | -1;
  mine: number;
  count: number;
  disabled: boolean;
}

// Pressed again it takes the vote back.
function VoteButton({ label, value, mine, count, disabled }: VoteButtonProps) {
  const pressed = mine === value;
  return (
    <Button
      kind="ghost"
      small
      name="value"
      value={pressed ? '0' : String(value)}
      aria-pressed={pressed}
      aria-label={`${label} (${count})`}
      disabled={disabled}
      className="min-h-9! tabular-nums"
    >
      <span aria-hidden="true" className={pressed ? 'text-amber' : ''}>
        {value === 1 ? '▲' : '▼'}
      </span>
      {count > 0 ? count : ''}
    </Button>
  );
}
