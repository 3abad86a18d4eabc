import type { PhraseList } from '@/lib/screening/phrase-list';

/** So many are named at once; the rest are when these are mended. */
const MOST_NAMED = 5;

/** The faults of a list as the keys of their words, each with its line; undefined when there are none. */
export function faultKeys(faults: PhraseList['faults']): string | undefined {
  if (faults.length === 0) return undefined;
  return faults
    .slice(0, MOST_NAMED)
    .map(({ line, fault }) => `phrase-${fault}:${line}`)
    .join(' ');
}
