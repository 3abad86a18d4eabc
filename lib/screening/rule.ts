import type { PhraseLists } from './lists';
import type { TextFacts } from './text-facts';
import type { TrustLevel } from './trust';

export interface ThreadState {
  state: 'open' | 'closed' | 'locked';
  /** Seconds that one person waits between two comments here; 0 when nobody waits. */
  slowSeconds: number;
  /** Seconds since this person's last comment in the thread; null when there is none, and when they edit. */
  secondsSinceOwnLast: number | null;
}

export interface PersonState {
  banned: boolean;
  /** An end that has passed binds nobody. */
  suspendedUntil: Date | null;
  /** Until then a moderator of this blog reads this person's comments first. */
  limitedUntil: Date | null;
}

/** What screening knows of a comment and of who sends it. Gathered by the command; the rules only look. */
export interface Facts {
  now: Date;
  body: string;
  text: TextFacts;
  thread: ThreadState;
  person: PersonState;
  /** The blog's people and the site's moderators. */
  trusted: boolean;
  level: TrustLevel;
  accountAgeDays: number;
  /** Comments of this person that are shown where they have no part. */
  approved: number;
  /** Of this person's comments of the last seven days: taken away by this blog's people or by the site, and shown where they have no part. */
  rejectedLately: number;
  decidedLately: number;
  /** The same text by this person within a day, elsewhere. */
  sameTextLately: number;
  /** How often anyone on the site sent nearly this text within a day. */
  nearSameOnSite: number;
  /** Comments by this person within five minutes, and within an hour. */
  lastFiveMinutes: number;
  lastHour: number;
  sitePhrases: PhraseLists;
  /** The blog's own. */
  blogPhrases: PhraseLists;
  /** The learned filter's estimate, 0 to 1; null when it does not know. */
  spamProbability: number | null;
  /** What an outside classifier says; `unknown` when it was asked and failed, `off` when there is none. */
  outside: 'clean' | 'suspect' | 'unknown' | 'off';
}

/**
 * `refused` stores no comment: the person is told why at once, and the decision is kept (`comments/not-taken`). `reported` shows the comment and tells the moderators;
 * it is a remark, which any later rule that holds or rejects overrules.
 */
export type Verdict = 'visible' | 'held' | 'rejected' | 'reported' | 'refused';

export interface Rule {
  name: string;
  /** Grows whenever the same facts may meet another verdict. */
  version: number;
  /** Of a rule that looks words up: the version of the lists, which is what a decision bears. */
  listVersion?: (facts: Facts) => number;
  /** The blog's people and moderators meet this rule too. */
  everyone?: true;
  /** Null when this rule has nothing to say. */
  look: (facts: Facts) => Exclude<Verdict, 'visible'> | null;
}
