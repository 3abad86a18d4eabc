import { normalised, readings } from './fold';
import { leetKey } from './leet';

/** One way to read the text from a token on. */
export interface Reading {
  word: string;
  /** Read from signs: `i` and `l` are one letter in it. */
  leet: boolean;
  /** The token that follows it. */
  next: number;
}

export interface Said {
  /** The whole text, folded; for scripts that set no spaces. */
  text: string;
  /** Rows of single letters set apart, joined. */
  spelt: string[];
  /** What can be read from each token on. */
  readings: Reading[][];
  /** Whether a phrase may go on from the token before to this one. */
  runsOn: boolean[];
}

interface Token {
  text: string;
  start: number;
  end: number;
}

const TOKEN = /[\p{L}\p{N}\p{M}]+|\p{Sc}/gu;
const LONGEST_GAP = 6;
export const LONGEST_WORD = 80;

export const wordsOf = (text: string): string[] => normalised(text).match(TOKEN) ?? [];

/** A text cut into words with all their readings, in steps in proportion to its length. */
export function said(body: string): Said {
  const text = normalised(body);
  const tokens = [...text.matchAll(TOKEN)].map(({ 0: word, index }): Token => ({ text: word, start: index, end: index + word.length }));
  const gaps = tokens.map(({ start }, at) => text.slice(tokens[at - 1]?.end ?? 0, start));
  const found: Reading[][] = tokens.map(({ text: word }, at) => readings(word).map((way) => ({ word: way, leet: false, next: at + 1 })));
  const add = (from: number, next: number, written: string): void => {
    if (written.length > 2 * LONGEST_WORD) return;
    const key = leetKey(written);
    for (const word of key === null ? readings(written) : readings(key)) found[from]?.push({ word, leet: key !== null, next });
  };
  readLeet(text, tokens, add);
  readHyphenated(tokens, gaps, add);
  const spelt = readSpelt(tokens, gaps, add);
  return { text: oneSpaced(text), spelt, readings: found, runsOn: gaps.map(runsOn) };
}

/** Within a sentence, and not across a picture made of signs. */
const runsOn = (gap: string): boolean => oneSpaced(gap).length <= LONGEST_GAP && !/[.!?…]\s/.test(gap);

export const oneSpaced = (text: string): string => text.replace(/\s+/g, ' ');

type Add = (from: number, next: number, written: string) => void;

/** Words with signs in them: ca$ino, v1agra, p()rn. A sign that only ends a word is punctuation. */
function readLeet(text: string, tokens: readonly Token[], add: Add): void {
  let from = 0;
  for (const { 0: run, index } of text.matchAll(/[\p{L}\p{N}\p{M}@$!|()]+/gu)) {
    while (from < tokens.length && (tokens[from]?.start ?? 0) < index) from += 1;
    const first = from;
    while (from < tokens.length && (tokens[from]?.end ?? 0) <= index + run.length) from += 1;
    const written = run.replace(/^[!|()]+|(?<![!|()])[!|()]+$/g, '');
    if (/[@$!|()0-9]/.test(written) && /\p{L}/u.test(written)) add(first, from, written);
  }
}

const HYPHENATED_LETTERS = 5;

/** Words cut by signs that stand within words: via-gra. Not by dots or apostrophes, which join what are two words. */
function readHyphenated(tokens: readonly Token[], gaps: readonly string[], add: Add): void {
  for (let from = 0, to = 1; from < tokens.length; from = to, to += 1) {
    while (to < tokens.length && /^[-‐‑_*·~]{1,2}$/.test(gaps[to] ?? '')) to += 1;
    const written = to - from > 1 ? joined(tokens, from, to) : '';
    if (written.length >= HYPHENATED_LETTERS) add(from, to, written);
  }
}

const SPELT_LETTERS = 4;

/** Rows of single letters at one distance: v.i.a.g.r.a, v i a g r a. An `a` or `I` beside them may be a word of its own. */
function readSpelt(tokens: readonly Token[], gaps: readonly string[], add: Add): string[] {
  const rows: string[] = [];
  const single = (at: number): boolean => [...(tokens[at]?.text ?? 'no')].length === 1;
  for (let from = 0, to = 1; from < tokens.length; from = to, to += 1) {
    if (!single(from)) continue;
    const distance = gaps[to]?.length ?? 0;
    while (single(to) && distance > 0 && distance <= 3 && gaps[to]?.length === distance) to += 1;
    if (to - from < 2) continue;
    rows.push(joined(tokens, from, to));
    const starts = /^[ai]$/.test(tokens[from]?.text ?? '') ? [from, from + 1] : [from];
    const ends = /^[ai]$/.test(tokens[to - 1]?.text ?? '') ? [to, to - 1] : [to];
    for (const start of starts) for (const end of ends) if (end - start >= SPELT_LETTERS) add(start, end, joined(tokens, start, end));
  }
  return rows;
}

const joined = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join('');
