import type { Rule } from './rule';
import { UNLOCKS } from './trust';

export const newcomerLinks: Rule = {
  name: 'newcomer-links',
  version: 2,
  look: ({ text, level }) => (text.links > 0 && !UNLOCKS[level].links ? 'held' : null),
};
