import type { Rule } from './rule';

/** High, since the filter learns from few decisions at first and a held comment costs its writer the moment. */
export const HOLD_AT = 0.9;

/** What was learned may filter and hold, never remove: a human decides. Not knowing says nothing. */
export const learned: Rule = {
  name: 'learned',
  version: 1,
  look: ({ spamProbability }) => (spamProbability !== null && spamProbability >= HOLD_AT ? 'held' : null),
};
