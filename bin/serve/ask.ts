import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Rendered } from './cache/entry';
import type { Key } from './cache/key';
import { INTERNAL } from './internal';
import type { Renderer } from './renderer';
import type { Security } from './security';

/** A rendering that takes longer is given up. Milliseconds. */
export const RENDER_WITHIN = 15_000;

const VARY = 'rsc, next-router-prefetch, next-router-segment-prefetch, accept-encoding';
const DROPPED = new Set<string>([
  ...Object.values(INTERNAL),
  'connection',
  'keep-alive',
  'transfer-encoding',
  'date',
  'content-length',
  'vary',
]);

/**
 * Asks the renderer for what `key` names, and for nothing else: no cookie, host or header of whoever asked reaches it, so
 * none can be in what everyone gets. @throws when it does not answer in time
 */
export async function askShared(
  renderer: Renderer,
  key: Key,
  site: { host: string; security: Security; announceTags: boolean },
): Promise<Rendered> {
  const { status, headers: answered, body } = await whole(renderer, key, site.host);
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(answered)) if (value !== undefined && !DROPPED.has(name)) headers[name] = String(value);
  // It is for one browser, and nobody here said which: it goes to none, and what came with it is not kept.
  const forOne = headers['set-cookie'] !== undefined;
  delete headers['set-cookie'];
  const tags = String(answered[INTERNAL.tags] ?? '')
    .split(' ')
    .filter((tag) => tag !== '');
  Object.assign(headers, site.security.always);
  if (key.kind === 'file') {
    headers.vary = 'accept-encoding';
    headers['content-security-policy'] = site.security.nothing;
  } else {
    headers.vary = VARY;
    // The style sheets are in the page already.
    if (headers.link)
      headers.link = headers.link
        .split(/,\s*(?=<)/)
        .filter((link) => !link.includes('as="style"'))
        .join(', ');
    if (headers.link === '') delete headers.link;
    headers['content-security-policy'] = site.security.shared(String(answered[INTERNAL.scripts] ?? ''));
  }
  // What does not say that it is shared is not.
  if (forOne || (key.kind !== 'file' && answered[INTERNAL.tags] === undefined)) {
    headers['cache-control'] = 'private, no-store';
    delete headers['cdn-cache-control'];
  }
  const rendered = { status, headers, body, tags, fault: String(answered[INTERNAL.fault] ?? '') };
  if (!site.announceTags || tags.length === 0 || announce(headers, tags)) return rendered;
  delete headers['cdn-cache-control'];
  return { ...rendered, elsewhere: 'private, no-cache' };
}

/** Caches in front take some kilobytes of tags at most. */
const MOST_TAGS = 8_000;

/** Tells a cache in front what the page shows; not of more than it would take, and then it could not be told to drop it. */
function announce(headers: Record<string, string>, tags: readonly string[]): boolean {
  const all = tags.join(' ');
  if (all.length > MOST_TAGS) return false;
  headers['surrogate-key'] = all;
  headers.xkey = all;
  headers['cache-tag'] = tags.join(',');
  return true;
}

interface Whole {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

function whole(renderer: Renderer, key: Key, host: string): Promise<Whole> {
  return new Promise((resolve, reject) => {
    const request = renderer.ask({
      method: 'GET',
      path: key.url,
      timeout: RENDER_WITHIN,
      headers: {
        host,
        accept: key.kind === 'data' ? '*/*' : 'text/html',
        // Next lets the title and the description of a page come after it unless somebody says who asks.
        'user-agent': 'BULB',
        [INTERNAL.request]: randomUUID(),
        [INTERNAL.address]: '127.0.0.1',
        [INTERNAL.key]: key.kind,
        ...(key.kind === 'data' ? { rsc: '1' } : {}),
      },
    });
    const late = setTimeout(() => request.destroy(new Error(`the renderer did not answer within ${RENDER_WITHIN} ms`)), RENDER_WITHIN);
    request.on('close', () => clearTimeout(late));
    request.on('error', reject);
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode ?? 500, headers: response.headers, body: Buffer.concat(chunks) }));
    });
    request.end();
  });
}
