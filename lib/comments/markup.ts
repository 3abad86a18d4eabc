import { type Inline, parseInline, wordsOf } from './inline';
import { isBlank, itemOf, type Lines, type List, listAt, type Read } from './list';
import type { Mention } from './mention';

export type Block =
  | { kind: 'paragraph'; children: Inline[] }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'code'; language: string; text: string }
  | List;

/** Quotes within quotes; deeper ones join the deepest. */
const MOST_QUOTES = 4;
const MOST_MENTIONS = 10;

/**
 * A comment's words as a tree: paragraphs, quotes, lists and code; within them strong, emphasis, code, links and mentions.
 * Any text is a comment: what is no markup stands as it was written. Links lead to http and https only, pictures are links.
 * Takes time in proportion to the length.
 */
export function parseMarkup(text: string): Block[] {
  return blocksOf(text.replace(/\r\n?/g, '\n').split('\n'), 0);
}

/** The words without their markup, a line for each line, and one empty between blocks. */
export function plainText(blocks: readonly Block[]): string {
  return blocks.map(textOf).join('\n\n');
}

/** Whom a comment names, by handle and in its order, at most ten. What it quotes is said by someone else and names nobody. */
export function mentionsIn(text: string): string[] {
  const handles = parseMarkup(text).flatMap(inlinesOf).flatMap(mentions);
  return [...new Set(handles.map(({ handle }) => handle))].slice(0, MOST_MENTIONS);
}

function textOf(block: Block): string {
  if (block.kind === 'code') return block.text;
  if (block.kind === 'quote') return plainText(block.blocks);
  if (block.kind === 'paragraph') return wordsOf(block.children);
  return block.items.map(({ children, nested }) => [wordsOf(children), ...(nested ? [textOf(nested)] : [])].join('\n')).join('\n');
}

function inlinesOf(block: Block): Inline[] {
  if (block.kind === 'paragraph') return block.children;
  return block.kind === 'list' ? block.items.flatMap(({ children, nested }) => [...children, ...(nested ? inlinesOf(nested) : [])]) : [];
}

function mentions(part: Inline): Mention[] {
  if (typeof part === 'string') return [];
  if ('children' in part) return part.children.flatMap(mentions);
  return part.kind === 'mention' ? [part] : [];
}

function blocksOf(lines: Lines, depth: number): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    if (isBlank(lines[at])) at += 1;
    else {
      const [block, next] = codeAt(lines, at) ?? quoteAt(lines, at, depth) ?? listAt(lines, at) ?? paragraphAt(lines, at);
      blocks.push(block);
      at = next;
    }
  }
  return blocks;
}

const FENCE = /^[ \t]*(`{3,})([^`]*)$/;
const LANGUAGE = /^[a-z][\w+#.-]{0,19}$/i;

function codeAt(lines: Lines, at: number): Read<Block> | null {
  const line = lines[at] ?? '';
  const [, fence = '', info = ''] = FENCE.exec(line) ?? [];
  if (fence === '') return null;
  const indent = line.indexOf('`');
  let end = at + 1;
  while (end < lines.length && !closes(lines[end] ?? '', fence.length)) end += 1;
  const language = LANGUAGE.test(info.trim()) ? info.trim() : '';
  // What is said behind a fence and names no language is code already.
  const first = language === '' && !isBlank(info) ? [info.trim()] : [];
  const text = [...first, ...lines.slice(at + 1, end).map((inner) => outdented(inner, indent))].join('\n');
  return [{ kind: 'code', language, text }, end + 1];
}

const closes = (line: string, length: number): boolean => /^`{3,}$/.test(line.trim()) && line.trim().length >= length;

function outdented(line: string, most: number): string {
  let at = 0;
  while (at < most && /[ \t]/.test(line[at] ?? '')) at += 1;
  return line.slice(at);
}

// Faces and comparisons, such as >:( and >=, quote nothing.
const QUOTED = /^ {0,3}>(?!=|[:;]\S|[._]<) ?/;
const QUOTED_DEEP = /^(?: {0,3}> ?)+/;

function quoteAt(lines: Lines, at: number, depth: number): Read<Block> | null {
  let end = at;
  while (end < lines.length && QUOTED.test(lines[end] ?? '')) end += 1;
  if (end === at) return null;
  const sign = depth + 1 < MOST_QUOTES ? QUOTED : QUOTED_DEEP;
  const inner = lines.slice(at, end).map((line) => line.replace(sign, ''));
  return [{ kind: 'quote', blocks: blocksOf(inner, depth + 1) }, end];
}

function paragraphAt(lines: Lines, at: number): Read<Block> {
  let end = at + 1;
  while (end < lines.length && !endsParagraph(lines[end] ?? '')) end += 1;
  return [{ kind: 'paragraph', children: parseInline(lines.slice(at, end).join('\n')) }, end];
}

/** A line that happens to begin with a number does not: a list begins with its first. */
function endsParagraph(line: string): boolean {
  const item = itemOf(line);
  return isBlank(line) || FENCE.test(line) || QUOTED.test(line) || (item !== null && (!item.ordered || item.number === 1));
}
