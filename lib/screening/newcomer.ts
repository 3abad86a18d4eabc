import type { Rule } from './rule';
import { UNLOCKS } from './trust';

/** A newcomer's first comments wait for a human; whoever had them approved waits no longer. */
export const newcomer: Rule = {
  name: 'newcomer',
  version: 1,
  look: ({ approved, level }) => (approved < UNLOCKS[level].firstCommentsHeld ? 'held' : null),
};
