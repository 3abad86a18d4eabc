import type { HoldReason } from '../hold-reasons';

/** How evenly the beats of one reader's reading of one post came. Milliseconds, and their squares. */
export interface Gaps {
  memberId: string;
  postId: string;
  gaps: number;
  sum: bigint;
  squares: bigint;
}

/** What was in view beat by beat, `0-4 0-4 1-5 `, where several accounts had the very same of one post. */
export interface SharedTrace {
  postId: string;
  trace: string;
  memberIds: readonly string[];
}

/** Whom a new account read most, and how much. Seconds; the beginning in milliseconds since 1970. */
export interface Newcomer {
  memberId: string;
  since: number;
  authorId: string;
  seconds: number;
  /** Of all that this account read. */
  whole: number;
  /** Its posts of that author, the most read first. */
  posts: readonly { postId: string; seconds: number }[];
}

export interface RiskFacts {
  gaps: readonly Gaps[];
  traces: readonly SharedTrace[];
  newcomers: readonly Newcomer[];
}

/** What a human looks at: figures by their name in the catalogue, of all and of single posts. Nobody else is named. */
export interface Evidence {
  figures: Readonly<Record<string, number>>;
  posts: readonly { postId: string; figures: Readonly<Record<string, number>> }[];
  /** What rules found while it was open, the first first: who answers it answers these too. */
  more?: readonly MoreFound[];
}

export interface MoreFound {
  reason: string;
  version: number;
  marks: readonly string[];
  figures: Readonly<Record<string, number>>;
}

export interface Finding {
  memberId: string;
  evidence: Evidence;
  /** The same in other words: what was cleared for these is not found again. */
  marks: readonly string[];
}

/** One way in which reading is not a person's. It holds the reader's credit and never the writer's, and a human may clear it. */
export interface RiskRule {
  name: HoldReason;
  version: number;
  find: (facts: RiskFacts) => Finding[];
}

/** At most so many posts stand in an evidence. */
export const MOST_POSTS = 10;
