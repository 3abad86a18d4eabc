/** A comment as its page shows it, in words and ready to send: what its scripts need and nothing else. */
export interface ShownComment {
  id: string;
  /** Absent where only a line stands: filtered out in this view, removed, or withdrawn. */
  said?: {
    name: string;
    /** Absent for someone who left. */
    authorId?: string;
    mark?: 'writer' | 'moderator';
    at: string;
    date: string;
    /** When it came to be shown, in milliseconds, where that was not when it was written. */
    shown?: number;
    edited?: true;
    pinned?: true;
    highlighted?: true;
    /** "You follow Ann": shown to this reader alone. */
    followed?: string;
    body: string;
    ups: number;
    downs: number;
    /** Whom it answers, where its place does not say so. */
    answers?: string;
  };
  /** The line instead. */
  line?: string;
  /** It may be opened all the same. */
  folded?: true;
  /** Of a folded one: whom it answers, where its place does not say so. */
  answers?: string;
  /** Flattened threads stand in one column. */
  flat?: true;
  replies?: ShownComment[];
  /** "12 replies" */
  count?: string;
  /** "9 more replies", which are on the comment's own page. */
  more?: string;
}
