import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { type Branch, type CommentView, commentPath } from '@/lib/comments/view';
import { CommentBody } from './comment-body';
import { CommentFoot } from './comment-foot';
import { Muted } from './muted';

/** From this depth on replies stand in one column and say whom they answer. */
const DEEPEST = 4;

export interface BranchWords {
  left: string;
  writer: string;
  moderator: string;
  edited: string;
  removed: string;
  withdrawn: string;
  filtered: string;
  show: string;
  inReplyTo: (name: string) => string;
  replies: (count: number) => string;
  date: (date: Date) => string;
}

interface BranchProps {
  branch: Branch;
  words: BranchWords;
  /** Where the post lives, for links to one comment. */
  path: string;
  /** Whether filtered comments keep one line only; the one opened by its link never does. */
  folds: (comment: CommentView) => boolean;
  depth?: number;
  answers?: string | undefined;
}

export function CommentBranch({ branch: { comment, replies }, words, path, folds, depth = 0, answers }: BranchProps) {
  const name = comment.author?.name ?? words.left;
  const flat = depth >= DEEPEST;
  const below = replies.map((reply) => (
    <CommentBranch
      key={reply.comment.id}
      branch={reply}
      words={words}
      path={path}
      folds={folds}
      depth={depth + 1}
      answers={depth + 1 > DEEPEST ? name : undefined}
    />
  ));
  return (
    <>
      <article id={`c-${comment.id}`} className="scroll-mt-20 pt-5 target:bg-amber-wash">
        <One comment={comment} name={name} words={words} path={path} folded={folds(comment)} answers={answers} />
      </article>
      {below.length === 0 ? null : flat ? (
        below
      ) : (
        <details open className="mt-2">
          <summary className="inline-flex min-h-7 items-center text-[13px] text-faint hover:text-ink">
            {words.replies(countOf(replies))}
          </summary>
          <div className="border-line border-s ps-4 sm:ps-5">{below}</div>
        </details>
      )}
    </>
  );
}

const countOf = (branches: readonly Branch[]): number => branches.reduce((sum, { replies }) => sum + 1 + countOf(replies), 0);

interface OneProps {
  comment: CommentView;
  name: string;
  words: BranchWords;
  path: string;
  folded: boolean;
  answers?: string | undefined;
}

function One({ comment, name, words, path, folded, answers }: OneProps) {
  const link = commentPath(path, comment.id);
  if (comment.status !== 'visible')
    return <p className="text-sm text-faint italic">{comment.status === 'withdrawn' ? words.withdrawn : words.removed}</p>;
  if (folded)
    return (
      <p className="rounded-[10px] bg-sunken px-3 py-2 text-[13px] text-soft">
        {words.filtered}{' '}
        <a className="link" href={link} rel="nofollow">
          {words.show}
        </a>
      </p>
    );
  const body = (
    <>
      {answers ? <p className="text-[13px] text-faint">{words.inReplyTo(answers)}</p> : null}
      <CommentBody body={comment.body} />
      <CommentFoot id={comment.id} ups={comment.ups} downs={comment.downs} />
    </>
  );
  return (
    <>
      <header className="flex flex-wrap items-center gap-x-2 gap-y-1 text-[13px] text-faint">
        <Avatar name={name} small />
        <b dir="auto" className="font-semibold text-ink text-sm">
          {name}
        </b>
        {comment.mark ? (
          <Badge tone={comment.mark === 'writer' ? 'amber' : 'plain'}>{comment.mark === 'writer' ? words.writer : words.moderator}</Badge>
        ) : null}
        <a href={link} rel="nofollow" className="inline-flex min-h-6 items-center hover:underline">
          <time dateTime={comment.createdAt.toISOString()}>{words.date(comment.createdAt)}</time>
        </a>
        {comment.editedAt ? <span>{words.edited}</span> : null}
      </header>
      {comment.author ? <Muted authorId={comment.author.id}>{body}</Muted> : body}
    </>
  );
}
