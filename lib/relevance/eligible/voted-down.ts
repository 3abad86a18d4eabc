import { FEWEST_VOTES } from '../candidate';
import type { EligibleRule } from '../rule';
import { standing } from '../standing';
import { THRESHOLDS } from '../thresholds';

/** Enough readers have judged it, more of them against it than for it, upheld reports counted as down votes. */
export const votedDown: EligibleRule = {
  stage: 'eligible',
  name: 'voted-down',
  look: (comment, { level }) => {
    const against = comment.downs + comment.reportWeight;
    if (level === 'off' || comment.ups + against < FEWEST_VOTES || against <= comment.ups) return null;
    if (standing(comment) >= THRESHOLDS[level].standing) return null;
    return comment.downs > comment.ups ? 'votes' : 'reports';
  },
};
