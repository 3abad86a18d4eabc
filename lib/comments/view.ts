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
  editedAt: Date | null;
  filtered: boolean;
}

/** A comment with those that answer it, in the order of the view. */
export interface Branch {
  comment: CommentView;
  replies: Branch[];
}

export interface Thread {
  branches: Branch[];
  /** Visible comments, the filtered ones included; held and removed ones are not counted. */
  total: number;
  filtered: number;
  /** Those whose names stand in it. */
  people: string[];
}

export const commentPath = (postPath: string, id: string): string => `${postPath}?comment=${id}#c-${id}`;
