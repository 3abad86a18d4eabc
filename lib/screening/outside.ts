import type { Rule } from './rule';
import { UNLOCKS } from './trust';

/** A classifier that was asked and failed is unknown, never clean: whoever has no record waits for a human instead. */
export const outside: Rule = {
  name: 'outside',
  version: 1,
  look: (facts) => (facts.outside === 'suspect' || (facts.outside === 'unknown' && !UNLOCKS[facts.level].passUnknown) ? 'held' : null),
};
