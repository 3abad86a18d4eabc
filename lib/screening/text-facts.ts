/** Counts that say whether a text is a comment at all. Letters are code points, not units of UTF-16. */
export interface TextFacts {
  length: number;
  /** Letters and numbers of any script; pictographs count, since one of them can be an answer. */
  letters: number;
  links: number;
  /** The longest row of one letter, whatever its case. */
  longestRun: number;
  /** Lines of a single letter or pictograph, as in a text that runs down the page. */
  oneCharacterLines: number;
  /** Combining marks in all, and the most on one letter. */
  marks: number;
  mostMarks: number;
}

// As in markup, a sign of emphasis is no part of the word that an address would be the end of.
const NAMED = /(?<![a-z0-9])(?:h(?:tt|xx)ps?:\/\/|www\.)\S/gi;
// A bare host counts with a path behind it, or under an ending that no word has; an address of mail is no link.
const BARE =
  /(?<![\p{L}\p{N}.@/_-])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,4}\.(?:[a-z]{2,24}\/\S|(?:com|org|biz|xyz|ru|cn|tk)(?![\p{L}\p{N}@-]))/giu;

export const countLinks = (body: string): number => count(body, NAMED) + count(body, BARE);

/** One pass for each count, so that a long text costs steps in proportion to its length. */
export function textFacts(body: string): TextFacts {
  return {
    length: [...body].length,
    letters: count(body, /[\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}]/gu) - count(body, /[\u115f\u1160\u3164\uffa0]/g),
    links: countLinks(body),
    longestRun: longest(body.toLowerCase(), /(\p{L})\1{3,}/gu),
    oneCharacterLines: body.split('\n').filter((line) => /^[\p{L}\p{N}\p{Extended_Pictographic}]\p{M}{0,9}$/u.test(line.trim())).length,
    marks: count(body, /\p{M}/gu),
    mostMarks: longest(body, /\p{M}+/gu),
  };
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const longest = (text: string, pattern: RegExp): number =>
  (text.match(pattern) ?? []).reduce((most, run) => Math.max(most, [...run].length), 0);
