import type { FilterReason } from '@/lib/relevance/rule';

export type CommentStatus = 'held' | 'visible' | 'rejected' | 'removed' | 'withdrawn';

export interface CommentView {
  id: string;
  parentId: string | null;
  /** Null for someone who left. */
  author: { id: string; name: string; handle: string } | null;
  /** The post's writer, or someone who moderates here. */
  mark: 'writer' | 'moderator' | null;
  /** Empty unless visible. */
  body: string;
  status: CommentStatus;
  ups: number;
  downs: number;
  createdAt: Date;
  /** When it came to be shown last; null while it is not. */
  shownAt: Date | null;
  editedAt: Date | null;
  highlighted: boolean;
  pinned: boolean;
  /** Why *Most relevant* leaves it out. */
  filtered: FilterReason | null;
}

/** A comment with those that answer it, in the order of the view. */
export interface Branch {
  comment: CommentView;
  replies: Branch[];
  /** Answers to it that are not on this page. */
  more: number;
}

export interface Thread {
  branches: Branch[];
  /** Visible comments, the filtered ones included; held and removed ones are not counted. */
  total: number;
  /** How many of the whole thread *Most relevant* leaves out. */
  filtered: number;
  /** Those whose names stand in it. */
  people: string[];
  /** When the last of its comments came to be shown; null without any. */
  newest: Date | null;
  /** Where the next page begins; null on the last. */
  next: string | null;
  /** A page of the thread; one branch of a longer one, because a link led to a comment in it; or only what is new to whoever asks. */
  part: 'thread' | 'branch' | 'new';
  /** The comment that the topmost of such a branch answers, where that is not shown with it. */
  above: string | null;
  /** The order that the page was asked from is gone: it begins from the start of a newer one. */
  anew?: boolean;
}

export const commentPath = (postPath: string, id: string): string => `${postPath}?comment=${id}#c-${id}`;
