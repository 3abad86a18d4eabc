const SIGNS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'i',
};
// A number with a unit (10mins), a road or a model (a55), a price ($5k): read as what they are.
const QUANTITY = /^\d{2,}\p{L}*$|^\p{L}*\d{2,}$|\p{Sc}\d|\d\p{Sc}/u;

/**
 * A word that mixes letters with signs as its letters, `l` and `i` as one (a 1 is either); null for a word that only holds
 * letters, or signs that stand for no letter, or a number. More digits than letters are a number too.
 */
export function leetKey(written: string): string | null {
  const word = written.replaceAll('()', 'o');
  const signs = [...word].filter((letter) => letter in SIGNS);
  const digits = signs.filter((sign) => /\d/.test(sign)).length;
  const letters = word.match(/\p{L}/gu)?.length ?? 0;
  if (word === written && signs.length === 0) return null;
  if (letters === 0 || digits > letters || QUANTITY.test(written)) return null;
  const key = word.replace(/[^\p{L}]/gu, (sign) => SIGNS[sign] ?? sign);
  return /^[\p{L}\p{M}]+$/u.test(key) ? oneL(key) : null;
}

/** The same key for a phrase's word. */
export const oneL = (word: string): string => word.replaceAll('l', 'i');
