import { FEWEST_VOTES, votesOf } from '../candidate';
import type { EligibleRule } from '../rule';

/** Readers who have judged it know better than a machine that has not. */
export const liked: EligibleRule = {
  stage: 'eligible',
  name: 'liked',
  look: (comment) => (votesOf(comment) >= FEWEST_VOTES && comment.ups > comment.downs + comment.reportWeight ? 'shown' : null),
};
