import type { Rule } from './rule';

const FEWEST_DECIDED = 3;

/** Thirty in a hundred or more rejected within seven days. */
export const rejectedLately: Rule = {
  name: 'rejected-lately',
  version: 1,
  look: (facts) => (facts.decidedLately >= FEWEST_DECIDED && facts.rejectedLately / facts.decidedLately >= 0.3 ? 'held' : null),
};

export const NEWCOMER_COMMENTS = 2;

/** A person's first two comments wait for a human. */
export const newcomer: Rule = { name: 'newcomer', version: 1, look: ({ approved }) => (approved < NEWCOMER_COMMENTS ? 'held' : null) };

export const newcomerLinks: Rule = {
  name: 'newcomer-links',
  version: 1,
  look: ({ approved, body }) => (approved < 5 && /(https?:\/\/|www\.)\S/i.test(body) ? 'held' : null),
};
