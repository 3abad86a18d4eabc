import { addressBehind, bareAddress } from './address';
import { JOINS, letterAt, letterBefore, type Mention, mentionAt } from './mention';
import { OpenSigns } from './open-signs';

/** What stands within a line. Plain words are strings. */
export type Inline =
  | string
  | { kind: 'strong' | 'emphasis'; children: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'link'; href: string; children: Inline[] }
  | Mention;

const SIGN = /[\\`*_\]@]|!?\[|https?:\/\//gi;
const ESCAPED = /[\\`*_[\]!@>+.)-]/;
const LETTER = /[\p{L}\p{N}_]/u;
const SEEN = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Reads a text once, from left to right. A sign that finds no other half is text. */
export function parseInline(text: string): Inline[] {
  const open = new OpenSigns();
  const runs = tickRuns(text);
  const signs = new RegExp(SIGN);
  let at = 0;
  for (let found = signs.exec(text); found; found = signs.exec(text)) {
    const [sign] = found;
    open.add(text.slice(at, found.index));
    at = found.index;
    if (sign === '`') at = addCode(open, text, at, runs);
    else if (sign === '*' || sign === '_') at = addMark(open, text, at);
    else if (sign === ']') at = endWords(open, text, at);
    else if (sign === '@') at = addMention(open, text, at);
    else if (sign === '\\') at = addEscaped(open, text, at);
    else if (sign.endsWith('[')) {
      open.wait('[', sign);
      at += sign.length;
    } else at = addAddress(open, text, at);
    signs.lastIndex = at;
  }
  open.add(text.slice(at));
  return open.take(0).children;
}

/** The words alone, signs left out. */
export function wordsOf(parts: readonly Inline[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : 'children' in part ? wordsOf(part.children) : part.text)).join('');
}

// Each of these takes what stands at `at` and answers where the text goes on.

function addEscaped(open: OpenSigns, text: string, at: number): number {
  const escapes = ESCAPED.test(text[at + 1] ?? '');
  open.add(text[escapes ? at + 1 : at] ?? '');
  return at + (escapes ? 2 : 1);
}

function addCode(open: OpenSigns, text: string, at: number, runs: ReadonlyMap<number, number[]>): number {
  const length = runAt(text, at);
  const start = at + length;
  const ends = runs.get(length) ?? [];
  while ((ends.at(-1) ?? start) < start) ends.pop();
  const end = ends.at(-1);
  if (end === undefined) open.add(text.slice(at, start));
  else {
    const code = text.slice(start, end);
    // A space on both sides lets code begin or end with a backtick.
    const padded = code.startsWith(' ') && code.endsWith(' ') && code.trim() !== '';
    open.add({ kind: 'code', text: padded ? code.slice(1, -1) : code });
  }
  return (end ?? at) + length;
}

/** Where runs of backticks begin, by their length, the first one last. */
function tickRuns(text: string): Map<number, number[]> {
  const runs = new Map<number, number[]>();
  for (const run of [...text.matchAll(/`+/g)].reverse()) {
    const { length } = run[0];
    runs
      .set(length, runs.get(length) ?? [])
      .get(length)
      ?.push(run.index);
  }
  return runs;
}

function addMark(open: OpenSigns, text: string, at: number): number {
  const end = at + runAt(text, at);
  const run = text.slice(at, end);
  const marks = run === '***' ? (['*', '**'] as const) : run === '*' || run === '**' || run === '_' ? ([run] as const) : [];
  const before = letterBefore(text, at);
  const after = letterAt(text, end);
  const word = run === '_' ? LETTER : JOINS;
  const opens = /\S/.test(after) && !(word.test(before) && (run === '_' || word.test(after)));
  const closes = /\S/.test(before) && !(run === '_' && word.test(after));
  if (closes && marks.some((mark) => open.depthOf(mark) > 0)) {
    for (const mark of [...marks].sort((a, b) => open.depthOf(b) - open.depthOf(a))) {
      const depth = open.depthOf(mark);
      open.add(depth > 0 ? { kind: mark === '**' ? 'strong' : 'emphasis', children: open.take(depth).children } : mark);
    }
  } else if (opens && marks.length > 0) for (const mark of marks) open.wait(mark);
  else open.add(run);
  return end;
}

function endWords(open: OpenSigns, text: string, at: number): number {
  const depth = open.depthOf('[');
  const address = depth > 0 ? addressBehind(text, at + 1) : null;
  if (!address) {
    open.giveUp(depth);
    open.add(']');
    return at + 1;
  }
  const { href, end } = address;
  const { written, children } = open.take(depth);
  const words = wordsOf(children);
  if (words === href || !children.some(holdsLink)) {
    open.add({ kind: 'link', href, children: words !== href && SEEN.test(words) ? children : [href] });
    return end;
  }
  // Words that are an address lead nowhere else.
  for (const part of [written, ...children, ']']) open.add(part);
  return at + 1;
}

const holdsLink = (part: Inline): boolean =>
  typeof part !== 'string' && (part.kind === 'link' || ('children' in part && part.children.some(holdsLink)));

function addMention(open: OpenSigns, text: string, at: number): number {
  const mention = mentionAt(text, at);
  open.add(mention ?? '@');
  return at + (mention?.text ?? '@').length;
}

function addAddress(open: OpenSigns, text: string, at: number): number {
  const address = /[a-z0-9]/i.test(text[at - 1] ?? '') ? null : bareAddress(text, at);
  const end = address?.end ?? at + 1;
  open.add(address?.href ? { kind: 'link', href: address.href, children: [address.href] } : text.slice(at, end));
  return end;
}

function runAt(text: string, at: number): number {
  let end = at;
  while (text[end] === text[at] && end < text.length) end += 1;
  return end - at;
}
