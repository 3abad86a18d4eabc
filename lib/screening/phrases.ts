import { normalised } from './fold';
import { oneL } from './leet';
import { LONGEST_WORD, oneSpaced, type Reading, type Said, said, wordsOf } from './tokens';

/** The first of the phrases that a text says, as it was given; null when it says none. */
export type Matcher = (text: Said) => string | null;

interface Word {
  text: string;
  /** Any ending may follow. */
  stem: boolean;
}

interface Phrase {
  given: string;
  words: number[];
}

/** Scripts that set no spaces between words. */
export const NO_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * Makes a matcher of phrases, one or more words each, with `*` at the end for any ending. Whole words match, however they
 * are dressed up; in scripts without spaces any part of the text does.
 */
export function matcherOf(phrases: readonly string[]): Matcher {
  const parts: { given: string; text: string }[] = [];
  const words = new WordTable();
  const byFirst = new Map<number, Phrase[]>();
  for (const given of phrases) {
    if (NO_SPACES.test(given)) {
      parts.push({ given, text: oneSpaced(normalised(given)).replace(/\*$/, '').trim() });
      continue;
    }
    const texts = wordsOf(given);
    const ids = texts.map((text, at) => words.idOf({ text, stem: at === texts.length - 1 && given.trimEnd().endsWith('*') }));
    const [first] = ids;
    if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), { given, words: ids }]);
  }
  return (text) => partIn(text, parts) ?? phraseIn(text, words, byFirst);
}

export const hasPhrase = (text: string, phrases: readonly string[]): boolean => matcherOf(phrases)(said(text)) !== null;

const partIn = ({ text, spelt }: Said, parts: readonly { given: string; text: string }[]): string | null =>
  parts.find((part) => text.includes(part.text) || spelt.some((row) => row.includes(part.text)))?.given ?? null;

function phraseIn(text: Said, words: WordTable, byFirst: ReadonlyMap<number, Phrase[]>): string | null {
  if (byFirst.size === 0) return null;
  const hits = text.readings.map((ways) => ways.flatMap((way) => words.matching(way).map((id) => ({ id, next: way.next }))));
  const follows = (ids: readonly number[], at: number, token: number): boolean =>
    at === ids.length ||
    (text.runsOn[token] === true && (hits[token] ?? []).some(({ id, next }) => id === ids[at] && follows(ids, at + 1, next)));
  for (const here of hits)
    for (const { id, next } of here) {
      const found = byFirst.get(id)?.find((phrase) => follows(phrase.words, 1, next));
      if (found) return found.given;
    }
  return null;
}

type Key = 'plain' | 'leet' | 'squeezed' | 'squeezed-leet';

/** The distinct words of a list, found by what a reading looks like. */
class WordTable {
  readonly #words: Word[] = [];
  readonly #ids = new Map<string, number>();
  readonly #whole = new Map<string, number[]>();
  readonly #stems = new Map<string, number[]>();

  idOf(word: Word): number {
    const name = `${word.text}${word.stem ? '*' : ''}`;
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    const id = this.#words.push(word) - 1;
    this.#ids.set(name, id);
    const keys: Record<Key, string> = {
      plain: word.text,
      leet: oneL(word.text),
      squeezed: squeezed(word.text),
      'squeezed-leet': squeezed(oneL(word.text)),
    };
    for (const [key, text] of Object.entries(keys)) {
      const table = word.stem ? this.#stems : this.#whole;
      table.set(`${key} ${text}`, [...(table.get(`${key} ${text}`) ?? []), id]);
    }
    return id;
  }

  matching({ word, leet }: Reading): number[] {
    const found = this.#find(leet ? 'leet' : 'plain', word);
    if (!/(\p{L})\1\1/u.test(word)) return found;
    const drawn = this.#find(leet ? 'squeezed-leet' : 'squeezed', squeezed(word)).filter((id) => {
      const { text = '', stem = false } = this.#words[id] ?? {};
      return drawnOut(word, leet ? oneL(text) : text, stem);
    });
    return [...found, ...drawn];
  }

  #find(key: Key, text: string): number[] {
    const found = [...(this.#whole.get(`${key} ${text}`) ?? [])];
    if (this.#stems.size === 0) return found;
    for (let length = 2; length <= Math.min(text.length, LONGEST_WORD); length += 1)
      found.push(...(this.#stems.get(`${key} ${text.slice(0, length)}`) ?? []));
    return found;
  }
}

const squeezed = (word: string): string => word.replace(/(\p{L})\1+/gu, '$1');
const rows = (word: string): string[] => word.match(/(\p{L})\1*|[^\p{L}]/gu) ?? [];

/** Whether a word that draws a letter out, three or more in a row, is another with every row as long or longer. */
function drawnOut(word: string, meant: string, stem: boolean): boolean {
  const [long, short] = [rows(word), rows(meant)];
  if (stem ? long.length < short.length : long.length !== short.length) return false;
  return short.every((row, at) => (long[at] ?? '').length >= row.length);
}
