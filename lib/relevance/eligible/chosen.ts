import type { EligibleRule } from '../rule';

/** Somebody who may has marked it as worth reading. */
export const chosen: EligibleRule = {
  stage: 'eligible',
  name: 'chosen',
  look: ({ highlighted, pinned }) => (highlighted || pinned ? 'shown' : null),
};
