import type { Rule } from './rule';
import { UNLOCKS } from './trust';

const IN_FIVE_MINUTES = 5;

/** Many in a few minutes, or more in an hour than the person's trust level allows. */
export const flood: Rule = {
  name: 'flood',
  version: 2,
  look: ({ lastFiveMinutes, lastHour, level }) =>
    lastFiveMinutes >= IN_FIVE_MINUTES || lastHour >= UNLOCKS[level].commentsPerHour ? 'held' : null,
};
