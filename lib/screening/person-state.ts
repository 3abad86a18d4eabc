import type { Rule } from './rule';

/** A ban is the site's, so that it binds a blog's own people too. */
export const barred: Rule = {
  name: 'person-state',
  version: 1,
  everyone: true,
  look: ({ person, now }) => (person.banned || lasts(person.suspendedUntil, now) ? 'refused' : null),
};

export const limited: Rule = {
  name: 'limited',
  version: 1,
  look: ({ person, now }) => (lasts(person.limitedUntil, now) ? 'held' : null),
};

const FEWEST_DECIDED = 3;

/** Thirty in a hundred or more rejected within seven days. */
export const rejectedLately: Rule = {
  name: 'rejected-lately',
  version: 1,
  look: (facts) => (facts.decidedLately >= FEWEST_DECIDED && facts.rejectedLately / facts.decidedLately >= 0.3 ? 'held' : null),
};

const lasts = (until: Date | null, now: Date): boolean => until !== null && until.getTime() > now.getTime();
