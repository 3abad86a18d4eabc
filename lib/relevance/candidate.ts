/** What ranking knows of one comment. No stake, tip, earning or payment is in it, so that none can count. */
export interface Candidate {
  id: string;
  createdAt: Date;
  /** Since when readers can see it, which is later where it waited for a moderator; null while they cannot. */
  shownAt: Date | null;
  ups: number;
  downs: number;
  /** What upheld reports weigh, in down votes. */
  reportWeight: number;
  /** The probability that it is spam or says nothing to the subject, 0 to 1; null while nobody knows. */
  unwanted: number | null;
  /** The post's writer answered it. */
  writerReplied: boolean;
  /** Marked as worth reading by the post's writer or a moderator. */
  highlighted: boolean;
  pinned: boolean;
  /** Only its place is left, for those that answer it. */
  gone: boolean;
  /** Of the post's writer, the blog's people or the site's moderators: never left out. */
  exempt: boolean;
}

/** Votes from which on readers have judged a comment. */
export const FEWEST_VOTES = 3;

export const votesOf = ({ ups, downs }: { ups: number; downs: number }): number => ups + downs;
