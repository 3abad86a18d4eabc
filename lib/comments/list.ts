import { type Inline, parseInline } from './inline';

export interface List {
  kind: 'list';
  ordered: boolean;
  /** The number that the first item bears. */
  start: number;
  items: { children: Inline[]; nested: List | null }[];
}

export type Lines = readonly string[];

/** A block and the line behind it. */
export type Read<B> = readonly [block: B, next: number];

/** A list as it is read: its words are looked into when all of them are there. */
interface Raw {
  ordered: boolean;
  start: number;
  items: { lines: string[]; nested: Raw | null }[];
}

interface ItemLine {
  indent: number;
  ordered: boolean;
  number: number;
  words: string;
}

export const isBlank = (line: string | undefined): boolean => line?.trim() === '';

// Three digits at most, so that a sentence may begin with a year.
const ITEM = /^([ \t]*)([-*+]|(\d{1,3})[.)])[ \t]+(\S.*)$/;
const RULE = /^[-*+\s]+$/;
const INDENT = 2;

/** The line as an item of a list, if it is one. */
export function itemOf(line: string): ItemLine | null {
  const [, space = '', , number, words = ''] = ITEM.exec(line) ?? [];
  if (words === '' || RULE.test(words)) return null;
  return { indent: widthOf(space), ordered: number !== undefined, number: Number(number ?? 1), words };
}

/** The list that begins at a line. Items of items are one level deep; what is deeper stands among them. */
export function listAt(lines: Lines, at: number): Read<List> | null {
  const first = itemOf(lines[at] ?? '');
  if (!first) return null;
  const list = rawOf(first);
  const inner = first.indent + INDENT;
  let end = at + 1;
  for (let next = end; next < lines.length; next += 1) {
    const line = lines[next] ?? '';
    if (isBlank(line)) continue;
    const item = itemOf(line);
    const within = indentOf(line) >= inner;
    if (item ? !within && item.ordered !== list.ordered : !within || /^\s*(```|>)/.test(line)) break;
    if (!item) lastItem(list).lines.push(line.trim());
    else if (within) nest(list, item);
    else list.items.push({ lines: [item.words], nested: null });
    end = next + 1;
  }
  return [finished(list), end];
}

const rawOf = ({ ordered, number, words }: ItemLine): Raw => ({ ordered, start: number, items: [{ lines: [words], nested: null }] });

function nest(list: Raw, item: ItemLine): void {
  const outer = list.items.at(-1);
  if (outer?.nested) outer.nested.items.push({ lines: [item.words], nested: null });
  else if (outer) outer.nested = rawOf(item);
}

function lastItem(list: Raw): Raw['items'][number] {
  const last = list.items.at(-1);
  if (!last) throw new Error('a list has an item');
  return last.nested ? lastItem(last.nested) : last;
}

function finished({ ordered, start, items }: Raw): List {
  return {
    kind: 'list',
    ordered,
    start,
    items: items.map(({ lines, nested }) => ({ children: parseInline(lines.join('\n')), nested: nested ? finished(nested) : null })),
  };
}

const indentOf = (line: string): number => widthOf(/^[ \t]*/.exec(line)?.[0] ?? '');

const widthOf = (space: string): number => space.replaceAll('\t', '    ').length;
