import { z } from 'zod';

/** What a post is made of: the editor's JSON, and nothing but what is named here. */
export interface Mark {
  type: 'bold' | 'italic' | 'code' | 'link';
  href?: string;
}

export interface DocNode {
  type:
    | 'paragraph'
    | 'heading'
    | 'text'
    | 'blockquote'
    | 'bulletList'
    | 'orderedList'
    | 'listItem'
    | 'codeBlock'
    | 'image'
    | 'hardBreak'
    | 'horizontalRule';
  text?: string;
  marks?: Mark[];
  level?: 2 | 3;
  start?: number;
  image?: DocImage;
  content?: DocNode[];
}

export interface DocImage {
  src: string;
  alt: string;
  caption: string;
  credit: string;
  width: number;
  height: number;
}

export interface Document {
  type: 'doc';
  content: DocNode[];
}

const MAX_DEPTH = 12;
const MAX_NODES = 20_000;
const MAX_TEXT = 500_000;
export const MEDIA_SRC = /^\/media\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const BLOCKS = ['paragraph', 'heading', 'blockquote', 'bulletList', 'orderedList', 'codeBlock', 'image', 'horizontalRule'];
const ALLOWED: Record<string, readonly string[]> = {
  doc: BLOCKS,
  blockquote: BLOCKS,
  bulletList: ['listItem'],
  orderedList: ['listItem'],
  listItem: BLOCKS,
  paragraph: ['text', 'hardBreak'],
  heading: ['text', 'hardBreak'],
  codeBlock: ['text'],
};
const LEAVES = new Set(['image', 'horizontalRule', 'hardBreak']);

/** Whether a link may stand in a post: the web, mail, or a place of this site. */
export function isAllowedHref(href: string): boolean {
  if (href.length > 2000 || /[\s\\]/.test(href)) return false;
  if (/^\/(?!\/)/.test(href) || /^#[^\s]*$/.test(href)) return true;
  return /^(https?:|mailto:)/i.test(href) && URL.canParse(href);
}

const loose = z.looseObject({ type: z.string(), attrs: z.record(z.string(), z.unknown()).nullish() });
type Loose = z.output<typeof loose>;

/** Keeps of `input` what a post may hold and drops the rest; whatever comes in, a document comes out. */
export function cleanDocument(input: unknown): Document {
  const budget = { nodes: MAX_NODES, text: MAX_TEXT };
  const root = loose.safeParse(input);
  const content = root.success ? children(root.data, 'doc', 0, budget) : [];
  return { type: 'doc', content };
}

interface Budget {
  nodes: number;
  text: number;
}

function children(node: Loose, type: string, depth: number, budget: Budget): DocNode[] {
  const { content } = node as { content?: unknown };
  if (!Array.isArray(content) || depth >= MAX_DEPTH) return [];
  const allowed = ALLOWED[type] ?? [];
  const kept: DocNode[] = [];
  for (const child of content) {
    if (budget.nodes <= 0) break;
    const parsed = loose.safeParse(child);
    if (!parsed.success || !allowed.includes(parsed.data.type)) continue;
    const clean = cleanNode(parsed.data, depth + 1, budget);
    if (clean) kept.push(clean);
  }
  return kept;
}

function cleanNode(node: Loose, depth: number, budget: Budget): DocNode | null {
  budget.nodes -= 1;
  const type = node.type as DocNode['type'];
  if (type === 'text') return textNode(node, budget);
  if (type === 'image') return imageNode(node);
  if (LEAVES.has(type)) return { type };
  const content = children(node, type, depth, budget);
  // As the editor writes it, or as it was cleaned before.
  const said = (name: 'level' | 'start'): unknown => node[name] ?? node.attrs?.[name];
  if (type === 'heading') return { type, level: said('level') === 3 ? 3 : 2, content };
  if (type === 'orderedList') {
    const start = said('start');
    return { type, start: typeof start === 'number' && Number.isInteger(start) && start > 0 && start < 1e6 ? start : 1, content };
  }
  if (type === 'codeBlock') return { type, content: content.map(({ marks: _, ...text }) => text) };
  if ((type === 'bulletList' || type === 'blockquote' || type === 'listItem') && content.length === 0) return null;
  return { type, content };
}

function textNode(node: Loose, budget: Budget): DocNode | null {
  const { text, marks } = node as { text?: unknown; marks?: unknown };
  if (typeof text !== 'string' || text === '' || budget.text <= 0) return null;
  // Postgres keeps no NUL.
  const kept = text.replaceAll('\0', '').slice(0, budget.text);
  budget.text -= kept.length;
  const clean = Array.isArray(marks) ? marks.flatMap((mark) => cleanMark(mark)) : [];
  return kept === '' ? null : { type: 'text', text: kept, ...(clean.length > 0 ? { marks: clean } : {}) };
}

function cleanMark(input: unknown): Mark[] {
  const mark = loose.safeParse(input);
  if (!mark.success) return [];
  const { type, attrs } = mark.data;
  if (type === 'bold' || type === 'italic' || type === 'code') return [{ type }];
  const href = (mark.data as { href?: unknown }).href ?? attrs?.href;
  return type === 'link' && typeof href === 'string' && isAllowedHref(href) ? [{ type, href }] : [];
}

function imageNode(node: Loose): DocNode | null {
  const from = ((node as { image?: unknown }).image ?? node.attrs ?? {}) as Record<string, unknown>;
  const text = (name: string, max: number) => (typeof from[name] === 'string' ? from[name].replaceAll('\0', '').slice(0, max) : '');
  const size = (name: string) => {
    const value = Number(from[name]);
    return Number.isInteger(value) && value > 0 && value <= 10_000 ? value : 0;
  };
  const src = text('src', 100);
  if (!MEDIA_SRC.test(src)) return null;
  const image = {
    src,
    alt: text('alt', 500),
    caption: text('caption', 1000),
    credit: text('credit', 300),
    width: size('width'),
    height: size('height'),
  };
  return { type: 'image', image };
}

/** The words of a document, a line a block. */
export function plainText(node: Document | DocNode): string {
  if (node.type === 'text') return node.text ?? '';
  if (node.type === 'hardBreak') return '\n';
  if (node.type === 'image') return node.image?.caption ?? '';
  const parts = (node.content ?? []).map(plainText);
  const inline = node.content?.some(({ type }) => type === 'text' || type === 'hardBreak');
  return parts.join(inline ? '' : '\n').replace(/\n{2,}/g, '\n');
}

/** Words as Unicode counts them, so that Vietnamese, Arabic or Chinese count too. */
export function wordCount(text: string, language: string): number {
  let words = 0;
  for (const { isWordLike } of new Intl.Segmenter(language, { granularity: 'word' }).segment(text)) if (isWordLike) words += 1;
  return words;
}

/** Minutes to read at 238 words a minute, the mean that Brysbaert (2019) finds for silent reading; at least 1. */
export const minutesToRead = (words: number): number => Math.max(1, Math.round(words / 238));

/** The document as the editor wants it: attributes under `attrs`. */
export function editorJson(node: Document | DocNode): object {
  const { type, content } = node;
  const rest = node as DocNode;
  const attrs = {
    ...(rest.level ? { level: rest.level } : {}),
    ...(type === 'orderedList' ? { start: rest.start ?? 1 } : {}),
    ...(rest.image ?? {}),
  };
  return {
    type,
    ...(rest.text === undefined ? {} : { text: rest.text }),
    ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
    ...(rest.marks ? { marks: rest.marks.map(({ type: mark, href }) => (href ? { type: mark, attrs: { href } } : { type: mark })) } : {}),
    ...(content ? { content: content.map(editorJson) } : {}),
  };
}
