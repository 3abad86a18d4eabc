import { LRUCache } from 'lru-cache';

/** What is asked of the renderer for one shared answer. Nothing else of a request can reach it. */
export interface Key {
  /** Under which the answer is kept; no two different questions share one. */
  id: string;
  /** Path and query as the renderer is asked, in their one spelling. */
  url: string;
  /** Pages, data of the router for a page, and files whose bytes never change. */
  kind: 'page' | 'data' | 'file';
}

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const cursor = new RegExp(`^\\d{1,15}_${UUID}$`);
const words = /^[^\0]{1,200}$/;
const before = { before: cursor };
/** A place in a thread: by time, or in an order that is kept. */
const from = new RegExp(`^(\\d{1,15}_${UUID}|${UUID}_\\d{1,7})$`);

/** The public pages and what each knows of a query. What it does not know makes no answer of its own. */
const PAGES: { path: RegExp; params: Record<string, RegExp> }[] = [
  { path: /^\/$/, params: before },
  { path: /^\/@[^/]+$/, params: before },
  {
    path: /^\/@[^/]+\/[^/]+$/,
    params: { view: /^(newest|oldest)$/, all: /^1$/, comment: new RegExp(`^${UUID}$`), since: /^\d{1,15}$/, from },
  },
  { path: /^\/tags\/[^/]+$/, params: before },
  { path: /^\/search$/, params: { q: words } },
  { path: /^\/(earn|trust)(\/(vi|ar))?$/, params: {} },
  { path: /^\/moderation(\/(vi|ar))?$/, params: before },
];
const FILE = new RegExp(`^/(?:_next/static/[\\w~-][\\w.~/-]*|media/${UUID})$`);
const LONGEST = 2_000;

const known = new LRUCache<string, Key>({
  max: 20_000,
  maxSize: 8_000_000,
  sizeCalculation: (key, url) => key.url.length * 2 + url.length + 100,
});

/** The key of a page or file that is the same for everyone; null for anything else. `data` asks for the router's data of the page. */
export function keyOf(url: string, data: boolean): Key | null {
  const asked = data ? `data ${url}` : url;
  const before = known.get(asked);
  if (before) return before;
  const key = url.length > LONGEST ? null : make(url, data);
  if (key) known.set(asked, key);
  return key;
}

function make(url: string, data: boolean): Key | null {
  const [rawPath = '', rawQuery = ''] = url.split('#', 1)[0]?.split(/\?(.*)/s, 2) ?? [];
  if (FILE.test(rawPath) && !rawPath.includes('..') && !data) return { id: rawPath, url: rawPath, kind: 'file' };
  const path = canonicalPath(rawPath);
  const page = path === null ? undefined : PAGES.find((one) => one.path.test(path));
  if (path === null || !page) return null;
  const query = canonicalQuery(rawQuery, page.params);
  const address = query === '' ? path : `${path}?${query}`;
  // The router checks that this parameter is there; without other headers of its own it is empty.
  if (data) return { id: `data ${address}`, url: query === '' ? `${path}?_rsc=` : `${address}&_rsc=`, kind: 'data' };
  return { id: address, url: address, kind: 'page' };
}

// One spelling for each path; null for one that could be read in two ways.
function canonicalPath(raw: string): string | null {
  const parts = raw.split('/');
  const segments: string[] = [];
  for (const part of parts.slice(1)) {
    let plain: string;
    try {
      plain = decodeURIComponent(part);
    } catch {
      return null;
    }
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these very characters are refused
    if (/[/\\\u0000-\u001f\u007f]/.test(plain) || plain === '.' || plain === '..') return null;
    if (plain === '' && raw !== '/') return null;
    segments.push(encodeURIComponent(plain).replace(/^%40/, '@'));
  }
  return parts[0] === '' ? `/${segments.join('/')}` : null;
}

function canonicalQuery(raw: string, params: Record<string, RegExp>): string {
  if (raw === '') return '';
  const asked = new URLSearchParams(raw);
  const kept = new URLSearchParams();
  for (const [name, allowed] of Object.entries(params)) {
    const value = name === 'q' ? asked.get(name)?.replaceAll('\0', '').trim().slice(0, 200) : asked.get(name);
    if (value && allowed.test(value)) kept.set(name, value);
  }
  return kept.toString();
}
