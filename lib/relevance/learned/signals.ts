import { ageBand } from './age-band';
import type { Example } from './example';
import { linkWithin, type Token } from './tokens';

export type Signal = readonly [name: string, value: number];

const FEWEST_LETTERS = 6;
const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;
const few = (number: number): number => Math.min(1.5, Math.log1p(number) / 2);
const doubling = (number: number): number => Math.floor(Math.log2(number + 1));

/**
 * What can be said of a comment apart from its words, about 0 to 1.5 each; what is nought is left out. Length is a band and not
 * an amount: an amount would make every long comment of a new thread look like the long ones already known.
 */
export function signalsOf(example: Example, text: string, tokens: readonly Token[]): Signal[] {
  const letters = count(text, /\p{L}/gu);
  const links = tokens.filter(({ kind, raw }) => kind === 'link' || (kind === 'markup' && linkWithin(raw))).length;
  const marks = tokens.filter(({ kind, raw }) => kind === 'marks' && raw.includes('!')).reduce((sum, { raw }) => sum + raw.length, 0);
  const all: Signal[] = [
    ['any comment', 1],
    [`language ${example.language}`, 0.5],
    [`length ${2 ** doubling(text.length) - 1} or more`, 1],
    [`words ${2 ** doubling(tokens.length) - 1} or more`, 0.5],
    ['has a link', links > 0 ? 1 : 0],
    ['links', few(links) * 2],
    ['markup', few(tokens.filter(({ kind }) => kind === 'markup').length)],
    ['share of capitals', letters >= FEWEST_LETTERS ? count(text, /\p{Lu}/gu) / letters : 0],
    ['shouted words', few(tokens.filter(isShouted).length)],
    ['exclamation marks', few(marks)],
    ['emoji', few(tokens.filter(({ kind }) => kind === 'face').length)],
    ['stretched words', few(count(text, /(\p{L})\1{2,}/giu))],
    ['share of digits', count(text, /\p{Nd}/gu) / Math.max(1, text.length)],
    ['letters of mixed scripts', few(tokens.filter(isMixed).length)],
    ['seen before', example.repeats > 0 ? 1 : 0],
    ['times seen before', few(example.repeats) * 2],
  ];
  if (example.similarity !== null) all.push(['compared with the post', 0.5], ['likeness to the post', example.similarity]);
  if (example.accountDays !== null) all.push([`account ${ageBand(example.accountDays)}`, 1]);
  return all.filter(([, value]) => value !== 0);
}

const isShouted = ({ kind, raw }: Token): boolean =>
  kind === 'word' && raw.length > 2 && raw === raw.toUpperCase() && raw !== raw.toLowerCase();

/** Letters that only look Latin hide a word from whoever searches for it. */
const isMixed = ({ kind, raw }: Token): boolean =>
  kind === 'word' && /\p{Script=Latin}/u.test(raw) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(raw);
