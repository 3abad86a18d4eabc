import { folded } from './folding';

const FEWEST = 12;
const MOST = 120;

/**
 * What near-identical texts share: their first 120 letters without case, digits, signs, links and letters said twice.
 * Null for a text of fewer than 12 letters: *Nice!* is said by many.
 */
export function repeatKey(text: string): string | null {
  const letters = folded(text)
    .toLowerCase()
    .replace(/https?:\/\/\S+|www\.\S+/g, '')
    .replace(/[^\p{L}\p{M}]+/gu, '')
    .replace(/(.)\1+/gu, '$1');
  return letters.length < FEWEST ? null : letters.slice(0, MOST);
}
