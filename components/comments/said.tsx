'use client';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { commentPath } from '@/lib/comments/view';
import type { Viewer } from '@/lib/discovery/viewer-shape';
import { CommentBody } from './comment-body';
import { CommentFoot } from './comment-foot';
import { Muted } from './muted';
import type { ShownComment } from './shown-comment';
import { useDiscussion } from './words';

interface FollowedProps {
  followed: Viewer['followed'][number];
  /** Whom it answers, where its place does not say so. */
  answers?: string | undefined;
}

/** What others have only a line of: this reader follows who wrote it. */
export function SaidByFollowed({ followed: { id, edited, ...said }, answers }: FollowedProps) {
  const { words } = useDiscussion();
  const marks = { ...(edited ? { edited: true as const } : {}), ...(answers ? { answers } : {}) };
  return <Said id={id} said={{ ...said, ...marks, followed: words.youFollow.replace('{name}', () => said.name) }} />;
}

/** Who said it and when, the words, and what one can do with them. */
export function Said({ id, said }: { id: string; said: NonNullable<ShownComment['said']> }) {
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
        {said.followed ? <Badge>{said.followed}</Badge> : null}
        {said.highlighted ? <Badge tone="amber">{words.highlighted}</Badge> : null}
      </header>
      {authorId ? <Muted authorId={authorId}>{body}</Muted> : body}
    </>
  );
}
