import type { Rule } from './rule';

/** Who closed a thread, or locked it, may still speak in it: the blog's people and moderators do not meet this rule. */
export const threadState: Rule = {
  name: 'thread-state',
  version: 1,
  look: ({ thread }) => (thread.state === 'open' ? null : 'refused'),
};
