import type { EligibleRule } from '../rule';
import { THRESHOLDS } from '../thresholds';

/** The learned filter, or an outside classifier, is sure enough that it is spam or says nothing to the subject. */
export const unwanted: EligibleRule = {
  stage: 'eligible',
  name: 'unwanted',
  look: (comment, { level }) =>
    level !== 'off' && comment.unwanted !== null && comment.unwanted >= THRESHOLDS[level].unwanted ? 'unwanted' : null,
};
