'use client';
import { useState } from 'react';
import { useViewer } from '@/components/viewer/viewer';
import { Composer } from './composer';
import { Vote, VoteAnswer } from './votes';
import { useDiscussion } from './words';

interface FootProps {
  id: string;
  ups: number;
  downs: number;
}

/** Votes, reply, and the page with everything else one can do with a comment. */
export function CommentFoot({ id, ups, downs }: FootProps) {
  const { words } = useDiscussion();
  const own = useViewer()?.ownComments.find((comment) => comment.id === id);
  const [replying, setReplying] = useState(false);
  return (
    <div className="no-print">
      <div className="comment-foot">
        <Vote id={id} ups={ups} downs={downs} own={own !== undefined} />
        {/* Without scripts one replies on the comment's own page. */}
        <a
          data-live=""
          href={`/comments/${id}#reply`}
          rel="nofollow"
          aria-expanded={replying}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            setReplying(!replying);
          }}
        >
          {words.reply}
        </a>
        <a href={`/comments/${id}`} rel="nofollow">
          {words.more}
        </a>
      </div>
      {replying ? (
        <div className="mt-2 mb-4">
          <Composer parentId={id} focused />
        </div>
      ) : null}
      {own?.filtered ? <p className="text-[13px] text-amber">{words.ownFiltered[own.filtered]}</p> : null}
      <VoteAnswer id={id} />
    </div>
  );
}
