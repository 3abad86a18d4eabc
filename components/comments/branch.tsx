'use client';
import { useViewer } from '@/components/viewer/viewer';
import { commentPath } from '@/lib/comments/view';
import type { FilterReason } from '@/lib/relevance/rule';
import { CommentBody } from './comment-body';
import { Said, SaidByFollowed } from './said';
import type { ShownComment } from './shown-comment';
import { maybeMuted } from './shown-now';
import { useDiscussion } from './words';

/** A thread, comment by comment. It gets what it shows as data, which is a third of what its markup would be. */
export function Thread({ comments }: { comments: readonly ShownComment[] }) {
  return comments.map((comment) => <CommentBranch key={comment.id} comment={comment} />);
}

function CommentBranch({ comment }: { comment: ShownComment }) {
  const { id, said, replies, flat } = comment;
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
          <summary className="inline-flex min-h-7 pointer-coarse:min-h-11 items-center text-[13px] text-faint hover:text-ink">
            <Count of={comment} />
          </summary>
          <div className="border-line border-s ps-4 sm:ps-5">{below}</div>
        </details>
      )}
    </>
  );
}

/** How many replies there are; without a number where it may count people whom this reader muted. */
function Count({ of }: { of: ShownComment }) {
  const { words } = useDiscussion();
  const viewer = useViewer();
  const muted = viewer?.muted && maybeMuted(of, { mutedIds: viewer.mutedIds, folded: viewer.muted.leftOut > 0 });
  return muted ? words.replies : of.count;
}

function More({ comment: { id, more } }: { comment: ShownComment }) {
  const { path, words } = useDiscussion();
  const muted = useViewer()?.muted;
  if (!more) return null;
  return (
    <p className="mt-2 text-[13px]">
      <a className="link inline-flex min-h-7 pointer-coarse:min-h-11 items-center" href={commentPath(path, id)} rel="nofollow">
        {muted ? words.moreReplies : more}
      </a>
    </p>
  );
}

function Line({ comment: { id, line, folded, answers } }: { comment: ShownComment }) {
  const { path, words } = useDiscussion();
  const viewer = useViewer();
  const followed = viewer?.followed.find((one) => one.id === id);
  const own = viewer?.ownComments.find((one) => one.id === id);
  if (!folded) return <p className="text-sm text-faint italic">{line}</p>;
  if (followed) return <SaidByFollowed followed={followed} answers={answers} />;
  if (own?.filtered) return <OwnLeftOut id={id} body={own.body} reason={own.filtered} />;
  return (
    <p className="rounded-[10px] bg-sunken px-3 py-2 text-[13px] text-soft">
      {line}{' '}
      <a className="link" href={commentPath(path, id)} rel="nofollow">
        {words.show}
      </a>
    </p>
  );
}

/** What others have only a line of, for who wrote it: the words, and what would bring them back. */
function OwnLeftOut({ id, body, reason }: { id: string; body: string; reason: FilterReason }) {
  const { words } = useDiscussion();
  return (
    <div className="rounded-[10px] bg-sunken px-3 py-2">
      <p className="text-[13px] text-amber">{words.ownFiltered[reason]}</p>
      <CommentBody body={body} code={words.code} />
      <a className="link inline-flex min-h-8 items-center text-[13px]" href={`/comments/${id}`} rel="nofollow">
        {words.more}
      </a>
    </div>
  );
}
