import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import CachePolicy from 'http-cache-semantics';
import { withStyles } from '../style-sheets';
import { compressible, type Encoding } from './negotiate';

/** A whole answer of the renderer. Header names are in lower case. */
export interface Rendered {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  /** Cache tags of what it shows. */
  tags: readonly string[];
  /** Why the database failed it; empty when it did not. */
  fault: string;
  /** `Cache-Control` for everyone else, where they may not keep it as long as it is kept here. */
  elsewhere?: string;
}

/** One body as it goes out, with its whole head. */
export interface Variant {
  body: Buffer;
  etag: string;
  /** Names and values in turns; it ends with `cache-status` and `age`, set before each use. */
  head: string[];
  /** The same for `304`. */
  unchanged: string[];
  /** It could be smaller, and is not worth it until it is asked for again. */
  rough: boolean;
  /** Somebody was sent it since it was ready. */
  asked: boolean;
}

/** Kept of an answer to be sent again. Milliseconds of `performance.now()`. */
export interface Entry {
  status: number;
  tags: readonly string[];
  /** How many changes were known when its rendering began: those are in it. */
  count: number;
  born: number;
  /** How long it took until it could be sent. Milliseconds. */
  took: number;
  /** Compressed well from the first on. */
  well: boolean;
  freshUntil: number;
  /** Until when it may be sent while a newer one is rendered; `Infinity` never comes. */
  revalidateUntil: number;
  /** Until when it may be sent because no newer one can be had. */
  failUntil: number;
  /** When something it shows can have changed first; null while it is true. */
  changedAt: number | null;
  variants: Record<Encoding, Variant | null>;
  pending: Partial<Record<Encoding, Promise<Variant>>>;
  base: [string, string][];
  digest: string;
  size: number;
}

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Whether an answer may be kept for others, and for how long (RFC 9111; the directives of RFC 5861); null when not. */
export function lifetime({ status, headers }: Rendered): Lifetime | null {
  if (headers['set-cookie'] !== undefined || headers.vary?.includes('*')) return null;
  const policy = new CachePolicy({ method: 'GET', url: '/', headers: {} }, { status, headers }, { shared: true });
  // Its `timeToLive` counts the time in which a stale answer may be sent as well.
  const fresh = (policy.maxAge() - policy.age()) * 1000;
  if (!policy.storable() || fresh <= 0) return null;
  const seconds = (name: string) => Number(new RegExp(`(?:^|[\\s,])${name}=(\\d{1,9})`).exec(headers['cache-control'] ?? '')?.[1] ?? 0);
  return {
    fresh,
    revalidate: seconds('stale-while-revalidate') * 1000,
    fail: seconds('stale-if-error') * 1000,
  };
}

/** How an answer is kept. */
export interface Keeping extends Lifetime {
  /** Whether it is compressed well from the first on, since many have it. */
  well?: boolean;
}

export interface Lifetime {
  /** Milliseconds each, the second and third from the end of the first. */
  fresh: number;
  revalidate: number;
  fail: number;
}

/** When a rendering began: by the clock and by the number of changes known. */
export interface Beginning {
  at: number;
  count: number;
}

/** Of one connection, made anew for each body, or promising what is not done here (ranges, dates as validators). */
const OWN = new Set([
  'content-length',
  'transfer-encoding',
  'connection',
  'keep-alive',
  'date',
  'etag',
  'last-modified',
  'accept-ranges',
  'age',
]);

/** An answer's head as it goes out. */
export const headOf = ({ headers, elsewhere }: Pick<Rendered, 'headers' | 'elsewhere'>): Record<string, string> =>
  elsewhere ? { ...headers, 'cache-control': elsewhere } : headers;

export function makeEntry(rendered: Omit<Rendered, 'fault'>, began: Beginning, life: Keeping): Entry {
  const { status, body, tags } = rendered;
  const digest = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  const kept = Object.entries(headOf(rendered)).filter(([name]) => !OWN.has(name));
  const freshUntil = began.at + life.fresh;
  const entry: Entry = {
    status,
    tags,
    count: began.count,
    born: began.at,
    took: 0,
    well: life.well === true,
    freshUntil,
    revalidateUntil: freshUntil + life.revalidate,
    failUntil: freshUntil + life.fail,
    changedAt: null,
    variants: { identity: null, br: null, gzip: null },
    pending: {},
    base: kept,
    digest,
    size: 0,
  };
  entry.variants.identity = variantOf(entry, 'identity', { body, rough: false, asked: false });
  entry.size = sizeOf(entry);
  return entry;
}

const OVERHEAD = 1_500;
/** Of a tag: itself, and its place among what shows it. */
const PER_TAG = 250;
const sizeOf = ({ variants, base, tags }: Entry): number => {
  const heads = base.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  const beside = OVERHEAD + heads + tags.length * PER_TAG;
  return Object.values(variants).reduce((sum, variant) => sum + (variant ? variant.body.length + OVERHEAD : 0), beside);
};

function variantOf(entry: Entry, encoding: Encoding, { body, rough, asked }: Pick<Variant, 'body' | 'rough' | 'asked'>): Variant {
  // A validator is strong: other bytes, other name (RFC 9110, 8.8.3.3).
  const etag = `"${entry.digest}${encoding === 'identity' ? '' : `-${encoding}`}${rough ? '-rough' : ''}"`;
  const last = ['cache-status', '', 'age', '0'];
  const coded = encoding === 'identity' ? [] : ['content-encoding', encoding];
  const about = ['cache-control', 'cdn-cache-control', 'vary', 'content-location', 'expires'];
  const unchanged = entry.base.filter(([name]) => about.includes(name)).flat();
  return {
    body,
    etag,
    head: [...entry.base.flat(), ...coded, 'etag', etag, 'content-length', String(body.length), ...last],
    unchanged: [...unchanged, 'etag', etag, ...last],
    rough,
    asked,
  };
}

/**
 * The body in `encoding`; `grown` hears when that took more room. Who asks first waits for a rough compression only: what is asked for
 * again is compressed well meanwhile, what many have at once.
 */
export function variantFor(entry: Entry, encoding: Encoding, grown: (entry: Entry) => void): Variant | Promise<Variant> {
  const ready = entry.variants[encoding];
  if (ready) ready.asked = true;
  if (ready && !ready.rough) return ready;
  const plain = entry.variants.identity as Variant;
  const type = entry.base.find(([name]) => name === 'content-type')?.[1] ?? '';
  if (encoding === 'identity' || !compressible(type) || plain.body.length < 500) return plain;
  const rough = encoding === 'br' && !entry.well && !ready;
  entry.pending[encoding] ??= compress(type.startsWith('text/html') ? withStyles(plain.body) : plain.body, encoding, rough).then((body) => {
    const variant = variantOf(entry, encoding, { body, rough, asked: ready !== null });
    entry.variants[encoding] = variant;
    delete entry.pending[encoding];
    entry.size = sizeOf(entry);
    grown(entry);
    return variant;
  });
  entry.pending[encoding].catch(() => delete entry.pending[encoding]);
  return ready ?? entry.pending[encoding];
}

/** Brotli at 5 is within a tenth of its best and takes 7 ms for a long page, at 3 within a quarter and 3 ms; its best takes 160. */
const QUALITY = { rough: 3, well: 5 };

const compress = (body: Buffer, encoding: Encoding, rough: boolean): Promise<Buffer> =>
  encoding === 'br'
    ? brotli(body, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: rough ? QUALITY.rough : QUALITY.well,
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
          // A window as long as the page; the usual one would be four megabytes for each page under way.
          [constants.BROTLI_PARAM_LGWIN]: Math.min(22, Math.max(16, Math.ceil(Math.log2(body.length)))),
        },
      })
    : zip(body, { level: 6 });
