'use client';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { commentPath } from '@/lib/comments/view';
import { CommentBody } from './comment-body';
import { CommentFoot } from './comment-foot';
import { Muted } from './muted';
import type { ShownComment } from './shown-comment';
import { useDiscussion } from './words';

/** A thread, comment by comment. It gets what it shows as data, which is a third of what its markup would be. */
export function Thread({ comments }: { comments: readonly ShownComment[] }) {
  return comments.map((comment) => <CommentBranch key={comment.id} comment={comment} />);
}

function CommentBranch({ comment }: { comment: ShownComment }) {
  const { id, said, replies, flat, count } = comment;
  const more = <More comment={comment} />;
  const below = replies ? (
    <>
      <Thread comments={replies} />
      {more}
    </>
  ) : null;
  return (
    <>
      <article id={`c-${id}`} className="comment">
        {said ? <Said id={id} said={said} /> : <Line comment={comment} />}
      </article>
      {!below || flat ? (
        (below ?? more)
      ) : (
        <details open className="mt-2">
          <summary className="inline-flex min-h-7 items-center text-[13px] text-faint hover:text-ink">{count}</summary>
          <div className="border-line border-s ps-4 sm:ps-5">{below}</div>
        </details>
      )}
    </>
  );
}

function More({ comment: { id, more } }: { comment: ShownComment }) {
  const { path } = useDiscussion();
  if (!more) return null;
  return (
    <p className="mt-2 text-[13px]">
      <a className="link inline-flex min-h-7 items-center" href={commentPath(path, id)} rel="nofollow">
        {more}
      </a>
    </p>
  );
}

function Line({ comment: { id, line, folded } }: { comment: ShownComment }) {
  const { path, words } = useDiscussion();
  if (!folded) return <p className="text-sm text-faint italic">{line}</p>;
  return (
    <p className="rounded-[10px] bg-sunken px-3 py-2 text-[13px] text-soft">
      {line}{' '}
      <a className="link" href={commentPath(path, id)} rel="nofollow">
        {words.show}
      </a>
    </p>
  );
}

function Said({ id, said }: { id: string; said: NonNullable<ShownComment['said']> }) {
  const { path, words } = useDiscussion();
  const { name, mark, authorId } = said;
  const body = (
    <>
      {said.answers ? <p className="text-[13px] text-faint">{said.answers}</p> : null}
      <CommentBody body={said.body} code={words.code} />
      <CommentFoot id={id} ups={said.ups} downs={said.downs} />
    </>
  );
  return (
    <>
      <header className="comment-head">
        <Avatar name={name} small />
        <b dir="auto">{name}</b>
        {mark ? <Badge tone={mark === 'writer' ? 'amber' : 'plain'}>{words[mark]}</Badge> : null}
        <a href={commentPath(path, id)} rel="nofollow">
          <time dateTime={said.at}>{said.date}</time>
        </a>
        {said.edited ? <span>{words.edited}</span> : null}
        {said.pinned ? <Badge>{words.pinned}</Badge> : null}
        {said.highlighted ? <Badge tone="amber">{words.highlighted}</Badge> : null}
      </header>
      {authorId ? <Muted authorId={authorId}>{body}</Muted> : body}
    </>
  );
}
