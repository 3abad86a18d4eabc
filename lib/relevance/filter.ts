import type { FilterLevel } from '@/lib/blogs/view';
import { type Candidate, FEWEST_VOTES, votesOf } from './candidate';
import { standing } from './score';

/** A thread this small is shown whole. */
export const SMALL_THREAD = 10;

/** Left out below this standing, and from this probability of being unwanted on. */
export const THRESHOLDS: Readonly<Record<Exclude<FilterLevel, 'off'>, { standing: number; unwanted: number }>> = {
  light: { standing: 0.1, unwanted: 0.95 },
  standard: { standing: 0.2, unwanted: 0.9 },
  strict: { standing: 0.3, unwanted: 0.75 },
};

/** The lowest probability of being unwanted from which any level leaves a comment out. */
export const MAY_BE_UNWANTED = Math.min(...Object.values(THRESHOLDS).map(({ unwanted }) => unwanted));

export const FILTER_REASONS = ['votes', 'reports', 'unwanted'] as const;
export type FilterReason = (typeof FILTER_REASONS)[number];

export type Judged = Pick<Candidate, 'ups' | 'downs' | 'reportWeight' | 'unwanted' | 'exempt' | 'highlighted' | 'pinned'>;

interface Where {
  /** The blog owner's choice. */
  level: FilterLevel;
  /** Visible comments of the whole thread. */
  total: number;
}

/** Why *Most relevant* leaves a comment out; null when it does not. Whoever follows its writer is shown it all the same. */
export function filterReason(comment: Judged, { level, total }: Where): FilterReason | null {
  if (level === 'off' || total < SMALL_THREAD || comment.exempt || comment.highlighted || comment.pinned) return null;
  const threshold = THRESHOLDS[level];
  const against = comment.downs + comment.reportWeight;
  const judged = votesOf(comment) + comment.reportWeight >= FEWEST_VOTES && against > comment.ups;
  if (judged && standing(comment) < threshold.standing) return comment.downs > comment.ups ? 'votes' : 'reports';
  // Readers who have judged it know better than a machine that has not.
  const liked = votesOf(comment) >= FEWEST_VOTES && comment.ups > against;
  return !liked && comment.unwanted !== null && comment.unwanted >= threshold.unwanted ? 'unwanted' : null;
}
