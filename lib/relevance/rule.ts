import type { FilterLevel } from '@/lib/blogs/view';
import type { Candidate } from './candidate';

/** Why *Most relevant* leaves a comment out. */
export type FilterReason = 'votes' | 'reports' | 'unwanted';

export type Judged = Pick<Candidate, 'ups' | 'downs' | 'reportWeight' | 'unwanted' | 'exempt' | 'highlighted' | 'pinned'>;
export type Scored = Pick<Candidate, 'ups' | 'downs' | 'reportWeight' | 'unwanted' | 'writerReplied' | 'highlighted'>;

export interface Thread {
  /** The blog owner's choice. */
  level: FilterLevel;
  /** Visible comments of the whole thread. */
  total: number;
}

export interface Ranked<T extends Candidate = Candidate> {
  comment: T;
  score: number;
}

/** Whether a comment is eligible for *Most relevant*: of these rules the first that has something to say decides. */
export interface EligibleRule {
  stage: 'eligible';
  name: string;
  /** `shown`, why it is left out, or null when this rule has nothing to say. */
  look: (comment: Judged, thread: Thread) => 'shown' | FilterReason | null;
}

/** A part of the score: these are added up. */
export interface ScoreRule {
  stage: 'score';
  name: string;
  points: (comment: Scored) => number;
}

/** The place among those beside it: the first of these that tells two apart orders them; what they gave, the last moves. */
export type PlaceRule = { stage: 'place'; name: string } & (
  | { compare: (a: Ranked, b: Ranked) => number }
  /** `sorted` is the best first. Nothing is lost or repeated. */
  | { move: <T extends Candidate>(sorted: readonly T[], now: Date) => T[] }
);

export type RelevanceRule = EligibleRule | ScoreRule | PlaceRule;
