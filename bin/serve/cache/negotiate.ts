import { LRUCache } from 'lru-cache';

export type Encoding = 'br' | 'gzip' | 'identity';

const TEXT = /^(text\/|application\/(json|javascript|xml|manifest\+json|rss\+xml|atom\+xml|feed\+json)|image\/svg\+xml)/;
const known = new LRUCache<string, Encoding>({ max: 1_000 });

export const compressible = (contentType: string): boolean => TEXT.test(contentType);

/** The best encoding an Accept-Encoding header allows (RFC 9110, 12.5.3): the smaller one among those it weighs alike. */
export function encodingFor(accepted: string): Encoding {
  if (accepted === '' || accepted.length > 200) return 'identity';
  let found = known.get(accepted);
  if (found === undefined) {
    found = negotiate(accepted);
    known.set(accepted, found);
  }
  return found;
}

function negotiate(accepted: string): Encoding {
  const weights = new Map<string, number>();
  for (const part of accepted.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const quality = parameters.find((parameter) => parameter.startsWith('q='));
    weights.set(name, quality ? Number(quality.slice(2)) || 0 : 1);
  }
  const weight = (name: string): number => weights.get(name) ?? weights.get('*') ?? 0;
  const [br, gzip, plain] = [weight('br'), Math.max(weight('gzip'), weights.get('x-gzip') ?? 0), weights.get('identity') ?? 0.001];
  if (br > 0 && br >= gzip && br >= plain) return 'br';
  return gzip > 0 && gzip >= plain ? 'gzip' : 'identity';
}

/** Whether an If-None-Match header names the strong `etag`, by the weak comparison that it asks for (RFC 9110, 13.1.2). */
export function matches(ifNoneMatch: string, etag: string): boolean {
  if (ifNoneMatch === etag || ifNoneMatch === '*') return true;
  if (!ifNoneMatch.includes(etag)) return false;
  return ifNoneMatch.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
}
