import type { Rule } from './rule';

// Whole words only, so that no innocent word is hit for what it contains.
const BANNED = ['viagra', 'cialis', 'casino bonus', 'double your coins', 'wallet seed phrase'];
const SUSPECT = ['guaranteed profit', 'earn $', 'free crypto', 'whatsapp me', 'telegram me', 'click here'];

/** Letters as a reader sees them: full-width, marks and invisible signs folded away. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ');

export function hasPhrase(text: string, phrases: readonly string[]): boolean {
  const said = folded(text);
  return phrases.some((phrase) => {
    const at = [...matches(said, phrase)];
    return at.some((index) => !isLetter(said[index - 1]) && (!/\w$/.test(phrase) || !isLetter(said[index + phrase.length])));
  });
}

function* matches(text: string, phrase: string): Generator<number> {
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1)) yield at;
}

const isLetter = (letter: string | undefined): boolean => letter !== undefined && /[\p{L}\p{N}]/u.test(letter);

export const bannedWord: Rule = { name: 'banned-word', version: 1, look: ({ body }) => (hasPhrase(body, BANNED) ? 'rejected' : null) };
export const suspectWord: Rule = { name: 'suspect-word', version: 1, look: ({ body }) => (hasPhrase(body, SUSPECT) ? 'reported' : null) };
