import { NO_SPACES } from './phrases';
import { wordsOf } from './tokens';

export const MOST_PHRASES = 500;
export const LONGEST_PHRASE = 80;
const SHORTEST_STEM = 3;

export type PhraseFault = 'too-many' | 'too-long' | 'too-short' | 'star-not-last' | 'stem-too-short';

export interface PhraseList {
  /** Without those at fault, and each once. */
  phrases: string[];
  /** By line, from 1. */
  faults: { line: number; fault: PhraseFault }[];
}

/** Reads a list as people write it: a phrase a line, `*` at the end for any ending, empty lines as they like. */
export function parsePhrases(text: string): PhraseList {
  const phrases = new Map<string, string>();
  const faults: PhraseList['faults'] = [];
  for (const [at, raw] of text.split(/\r\n?|\n/).entries()) {
    const phrase = raw.trim().replace(/\s+/g, ' ');
    if (phrase === '') continue;
    const name = wordsOf(phrase).join(' ') + (phrase.endsWith('*') ? '*' : '');
    const fault = faultOf(phrase) ?? (phrases.size >= MOST_PHRASES && !phrases.has(name) ? 'too-many' : null);
    if (fault) faults.push({ line: at + 1, fault });
    else if (!phrases.has(name)) phrases.set(name, phrase);
  }
  return { phrases: [...phrases.values()], faults };
}

/** A single letter would hit every text, and so would an ending after two. */
function faultOf(phrase: string): PhraseFault | null {
  if ([...phrase].length > LONGEST_PHRASE) return 'too-long';
  const words = wordsOf(phrase);
  if ([...words.join('')].length < 2) return 'too-short';
  if (/\*./.test(phrase)) return 'star-not-last';
  if (phrase.endsWith('*') && !NO_SPACES.test(phrase) && [...(words.at(-1) ?? '')].length < SHORTEST_STEM) return 'stem-too-short';
  return null;
}
