import type { Facts, Rule } from './rule';

/** Seconds until this person may speak again in a slowed thread; 0 when they may now. */
export function slowWait({ thread: { slowSeconds, secondsSinceOwnLast } }: Pick<Facts, 'thread'>): number {
  return secondsSinceOwnLast === null ? 0 : Math.max(0, Math.ceil(slowSeconds - secondsSinceOwnLast));
}

export const slowMode: Rule = { name: 'slow-mode', version: 1, look: (facts) => (slowWait(facts) > 0 ? 'refused' : null) };
