/** How reading is measured and what of it counts. Old epochs keep their own rule; a new one has a start and is announced before. */
export interface ReadingRule {
  version: number;
  /** From when on, milliseconds since 1970. */
  from: number;
  /** A beat stands for so many seconds, and nobody has two in one such piece of the server's time. */
  beatSeconds: number;
  /** What may lie between two beats of a session, by the server's clock. Milliseconds. */
  earliest: number;
  latest: number;
  /** A reading ends so long after it was opened: a page that is still read then opens another. Hours. */
  longest: number;
  /** Silent reading of prose (Brysbaert 2019, doi 10.1016/j.jml.2019.104047). Words a minute. */
  pace: number;
  /** Of the time that a post takes at that pace: at most so many hundredths are credited to one reader, and at least so many are needed. */
  mostOfPost: number;
  leastOfPost: number;
  /** Whatever the post's length. Seconds. */
  leastSeconds: number;
  /** Hundredths of the post's blocks that must have been in view. */
  leastSeen: number;
  /** Nobody reads faster. Words a minute. */
  fastest: number;
  /** Seconds of one reader and day. */
  mostOfDay: number;
  /** Posts of one author that earn from one reader on one day. */
  postsOfAuthor: number;
}

const RULES: readonly ReadingRule[] = [
  {
    version: 1,
    from: 0,
    beatSeconds: 10,
    earliest: 8_000,
    latest: 25_000,
    longest: 6,
    pace: 238,
    mostOfPost: 150,
    leastOfPost: 25,
    leastSeconds: 30,
    leastSeen: 60,
    fastest: 1_000,
    mostOfDay: 4 * 3_600,
    postsOfAuthor: 2,
  },
];

/** The rule that holds at `at`, milliseconds since 1970. */
export function readingRuleAt(at: number): ReadingRule {
  const rule = RULES.findLast(({ from }) => from <= at);
  if (!rule) throw new Error(`no rule of reading at ${at}`);
  return rule;
}

/** Seconds that a post of `words` takes at the rule's pace. */
export const expectedSeconds = (words: number, { pace }: ReadingRule): number => (words * 60) / pace;
