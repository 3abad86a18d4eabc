/** One comment as the filter sees it, with the facts of the moment: they are kept with the decision, so that it can be learned again. */
export interface Example {
  text: string;
  /** As `languageOf` tells it; what is learned enough is counted by it. */
  language: string;
  /** How many times a text of the same key (`repeatKey`) was seen lately, before this one. */
  repeats: number;
  /** To the post, 0 to 1 (`likeness`); null when there is nothing to compare. */
  similarity: number | null;
  /** Age of the account in days; null when it is not known. */
  accountDays: number | null;
}
