import { folded } from './folding';
import { tokensOf } from './tokens';

const FEWEST = 3;

/** The words of a text that say what it is about: four letters or more, or a sign of a script without spaces. */
export function tellingWords(text: string): Set<string> {
  const telling = tokensOf(folded(text)).filter(({ kind, text: word }) => kind === 'sign' || (kind === 'word' && word.length > 3));
  return new Set(telling.map(({ text: word }) => word));
}

/** The share of a comment's telling words that its post says too, 0 to 1. Null when it has fewer than three. */
export function likeness(comment: string, postWords: ReadonlySet<string>): number | null {
  const words = [...tellingWords(comment)];
  if (words.length < FEWEST) return null;
  return words.filter((word) => postWords.has(word)).length / words.length;
}
