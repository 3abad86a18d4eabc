/** What screening knows of a comment and of who sends it. Gathered by the command; the rules only look. */
export interface Facts {
  body: string;
  /** The blog's people and the site's moderators. */
  trusted: boolean;
  /** Comments of this person that are or were shown. */
  approved: number;
  /** Of this person's comments of the last seven days. */
  rejectedLately: number;
  decidedLately: number;
  /** The same text by this person within a day, elsewhere. */
  sameTextLately: number;
  /** Comments by this person within five minutes. */
  lastFiveMinutes: number;
}

export type Verdict = 'visible' | 'held' | 'rejected' | 'reported';

export interface Rule {
  name: string;
  version: number;
  /** Null when this rule has nothing to say. */
  look: (facts: Facts) => Verdict | null;
}
