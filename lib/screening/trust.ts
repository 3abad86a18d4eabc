/** 0 newcomer, 1 known, 2 regular, 3 trusted. */
export type TrustLevel = 0 | 1 | 2 | 3;

export interface TrustFacts {
  /** Whole or broken days since the account was made. */
  ageDays: number;
  /**
   * Days on which it showed that this person read: they voted, gave a bulb, saved a post or said something that is shown, where they
   * have no part. Nothing is measured for it.
   */
  daysRead: number;
  /**
   * Comments that are shown, said where this person has no part: not under their own posts, nor in blogs that they help run. Of blogs
   * that are not established they count in that blog alone, unless the site's moderators let them through.
   */
  approved: number;
  /** Reports that somebody else acted on: a moderator of the site, or of an established blog in which this person has no part. */
  upheldReports: number;
  /** Comments of the last 90 days that the site's moderators, or the people of the blog where it is asked, took away. */
  removedLately: number;
}

interface Level {
  name: 'newcomer' | 'known' | 'regular' | 'trusted';
  /** At least this much of each, and at most so many removed. */
  asks: TrustFacts;
}

/**
 * When what a blog's people let through says something of its writer elsewhere too. Anybody may open a blog and speak there with
 * themselves: so it is some time old, and others' comments are shown in it, whose accounts are as old and were made at different hours.
 */
export const ESTABLISHED = { days: 30, people: 10 };

/** What each level asks for. Each asks for all that the one before does. */
export const TRUST_LEVELS: Readonly<Record<TrustLevel, Level>> = {
  0: { name: 'newcomer', asks: { ageDays: 0, daysRead: 0, approved: 0, upheldReports: 0, removedLately: Number.POSITIVE_INFINITY } },
  1: { name: 'known', asks: { ageDays: 1, daysRead: 0, approved: 5, upheldReports: 0, removedLately: 4 } },
  2: { name: 'regular', asks: { ageDays: 30, daysRead: 10, approved: 25, upheldReports: 0, removedLately: 1 } },
  3: { name: 'trusted', asks: { ageDays: 120, daysRead: 45, approved: 100, upheldReports: 5, removedLately: 0 } },
};

interface Unlocked {
  /** How many of a person's first comments wait for a human. */
  firstCommentsHeld: number;
  /** Comments with links appear at once. */
  links: boolean;
  /** What a report weighs, beside the record of who sends it. */
  reportWeight: number;
  commentsPerHour: number;
  /** Their reports can hide a comment, three people's together, and heat a thread. */
  reportsHide: boolean;
  /** What reports alone have hidden of theirs is shown again after a day that no moderator looked at it. */
  shownAfterADay: boolean;
  /** What they say appears although an outside classifier gave no answer. */
  passUnknown: boolean;
}

/** What each level unlocks. */
export const UNLOCKS: Readonly<Record<TrustLevel, Unlocked>> = {
  0: {
    firstCommentsHeld: 2,
    links: false,
    reportWeight: 0.5,
    commentsPerHour: 12,
    reportsHide: false,
    shownAfterADay: false,
    passUnknown: false,
  },
  1: {
    firstCommentsHeld: 0,
    links: true,
    reportWeight: 1,
    commentsPerHour: 30,
    reportsHide: true,
    shownAfterADay: true,
    passUnknown: true,
  },
  2: {
    firstCommentsHeld: 0,
    links: true,
    reportWeight: 1.25,
    commentsPerHour: 60,
    reportsHide: true,
    shownAfterADay: true,
    passUnknown: true,
  },
  3: {
    firstCommentsHeld: 0,
    links: true,
    reportWeight: 1.5,
    commentsPerHour: 120,
    reportsHide: true,
    shownAfterADay: true,
    passUnknown: true,
  },
};

/** The highest level whose asks are all met; removals take it away again until they are 90 days old. */
export function trustLevel(facts: TrustFacts): TrustLevel {
  const met = ({ asks }: Level): boolean =>
    facts.ageDays >= asks.ageDays &&
    facts.daysRead >= asks.daysRead &&
    facts.approved >= asks.approved &&
    facts.upheldReports >= asks.upheldReports &&
    facts.removedLately <= asks.removedLately;
  const levels: readonly TrustLevel[] = [3, 2, 1];
  return levels.find((level) => met(TRUST_LEVELS[level])) ?? 0;
}
