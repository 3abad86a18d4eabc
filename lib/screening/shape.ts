import type { Rule } from './rule';
import type { TextFacts } from './text-facts';

const LONGEST_RUN = 60;
const ONE_CHARACTER_LINES = 40;
const MOST_LINKS = 20;
// Tibetan and pointed Hebrew stack up to five; a whole text with three on each letter is written to spill over its lines.
const MOST_MARKS = 8;
const MARKS_PER_LETTER = 3;
const FEW_MARKS = 20;

export type ShapeFault = 'no-words' | 'one-letter' | 'one-character-lines' | 'too-many-links' | 'stacked-marks';

/** What makes a text no comment, whoever sends it; null when nothing does. */
export function shapeFault(text: TextFacts): ShapeFault | null {
  if (text.letters === 0) return 'no-words';
  if (text.longestRun >= LONGEST_RUN) return 'one-letter';
  if (text.oneCharacterLines > ONE_CHARACTER_LINES) return 'one-character-lines';
  if (text.links > MOST_LINKS) return 'too-many-links';
  if (text.mostMarks >= MOST_MARKS) return 'stacked-marks';
  if (text.marks >= FEW_MARKS && text.marks >= MARKS_PER_LETTER * text.letters) return 'stacked-marks';
  return null;
}

export const shape: Rule = { name: 'shape', version: 1, look: ({ text }) => (shapeFault(text) ? 'refused' : null) };
