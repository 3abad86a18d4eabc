import type { EligibleRule } from '../rule';
import { SMALL_THREAD } from '../thresholds';

export const smallThread: EligibleRule = {
  stage: 'eligible',
  name: 'small-thread',
  look: (_, { total }) => (total < SMALL_THREAD ? 'shown' : null),
};
