import type { Rule } from './rule';

export const repeat: Rule = { name: 'repeat', version: 1, look: ({ sameTextLately }) => (sameTextLately > 0 ? 'held' : null) };
export const flood: Rule = { name: 'flood', version: 1, look: ({ lastFiveMinutes }) => (lastFiveMinutes >= 5 ? 'held' : null) };
