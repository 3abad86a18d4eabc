import type { EligibleRule } from '../rule';

/** The blog's owner lets nothing be left out. */
export const switchedOff: EligibleRule = {
  stage: 'eligible',
  name: 'switched-off',
  look: (_, { level }) => (level === 'off' ? 'shown' : null),
};
