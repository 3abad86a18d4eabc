import type { Rule } from './rule';

/** Surer than any level asks before it leaves a comment out: one that waits is read by nobody, and costs its writer the moment. */
export const HOLD_AT = 0.98;

/** What was learned may filter and hold, never remove: a human decides. Not knowing says nothing. */
export const learned: Rule = {
  name: 'learned',
  version: 1,
  look: ({ spamProbability }) => (spamProbability !== null && spamProbability >= HOLD_AT ? 'held' : null),
};
