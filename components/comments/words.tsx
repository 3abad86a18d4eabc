'use client';
import { createContext, type ReactNode, useContext } from 'react';
import type { Answer } from '@/lib/core/answer';
import type { ErrorWords } from '@/lib/core/error-words';
import type { FilterReason } from '@/lib/relevance/rule';

export type CommentAction = (previous: Answer<unknown>, form: FormData) => Promise<Answer<unknown>>;

/** What every part of a discussion shares: said once in the page, not once a comment. */
export interface DiscussionContext {
  postId: string;
  path: string;
  post: CommentAction;
  vote: CommentAction;
  errorWords: ErrorWords;
  words: {
    reply: string;
    composer: string;
    placeholder: string;
    hint: string;
    /** What signs make of words. */
    marks: string;
    send: string;
    sent: string;
    waits: string;
    refused: string;
    up: string;
    down: string;
    more: string;
    signIn: string;
    own: string;
    status: Record<'held' | 'rejected' | 'removed' | 'visible', string>;
    ownFiltered: Record<FilterReason, string>;
    pinned: string;
    highlighted: string;
    muted: string;
    /** Without a number, as are the next. */
    replies: string;
    moreReplies: string;
    /** With `{name}` in it. */
    youFollow: string;
    followedElsewhere: string;
    atItsPlace: string;
    show: string;
    writer: string;
    moderator: string;
    edited: string;
    /** Names a block of code that scrolls. */
    code: string;
  };
}

const Context = createContext<DiscussionContext | null>(null);

export function DiscussionProvider({ value, children }: { value: DiscussionContext; children: ReactNode }) {
  return <Context value={value}>{children}</Context>;
}

export function useDiscussion(): DiscussionContext {
  const value = useContext(Context);
  if (!value) throw new Error('useDiscussion needs a DiscussionProvider around it');
  return value;
}
