import { currentRequest } from './request';

/** What a shared page can show. A page says which of these it does, a command which of them it changes. */
export type CacheTag =
  | 'lists'
  | 'missing'
  | 'popular'
  | 'moderation'
  | 'earn'
  | `${'post' | 'thread' | 'blog' | 'subscribers' | 'person'}:${string}`;

export const cacheTag = {
  /** Which posts and blogs there are: home, tags, search. */
  lists: 'lists',
  /** Addresses that lead nowhere so far. */
  missing: 'missing',
  /** Which blogs have the most subscribers. */
  popular: 'popular',
  /** The public log of moderation. */
  moderation: 'moderation',
  /** The pool's figures, the rules of earning and what a point is worth. */
  earn: 'earn',
  /** What is said of a post wherever it is named, and its words. */
  post: (id: string) => `post:${id}`,
  /** Votes and reactions, which only the post's own page shows. */
  thread: (postId: string) => `thread:${postId}`,
  /** A blog's name, look, people and list of posts. */
  blog: (id: string) => `blog:${id}`,
  subscribers: (blogId: string) => `subscribers:${blogId}`,
  /** Someone's name, handle and standing. */
  person: (id: string) => `person:${id}`,
} as const satisfies Record<string, CacheTag | ((id: string) => CacheTag)>;

/** Seconds that a shared answer is fresh, may be sent while a newer one is made, and when none can be had (RFC 5861). */
const FRESH = { page: 60, missing: 3 } as const;
const WHILE_REVALIDATE = 600;
const IF_ERROR = 86_400;

const stale = (kind: keyof typeof FRESH): string =>
  kind === 'missing' ? '' : `, stale-while-revalidate=${WHILE_REVALIDATE}, stale-if-error=${IF_ERROR}`;

/**
 * How long a shared answer may be kept. Browsers ask again each time: one that sends a page while it asks for a newer one, as Firefox
 * would, shows writers what they have just changed as it was. Caches that somebody put in front hear of changes and may send what is stale
 * meanwhile (RFC 9213).
 */
export const sharedCacheControl = (kind: keyof typeof FRESH): Record<'cache-control' | 'cdn-cache-control', string> => ({
  'cache-control': `public, max-age=0, s-maxage=${FRESH[kind]}${stale(kind)}, must-revalidate`,
  'cdn-cache-control': `public, max-age=${FRESH[kind]}${stale(kind)}`,
});

/**
 * Says that the page under way is the same for everyone and shows these. A page that does not say so is never shared,
 * and neither is one during which somebody asked who is there.
 */
export function share(...tags: CacheTag[]): void {
  const request = currentRequest();
  request.shows ??= new Set();
  for (const tag of tags) request.shows.add(tag);
}

/** `page`, sent as 404. Next's own `notFound()` leaves an empty page to those without scripts. */
export function missing<T>(page: T): T {
  share(cacheTag.missing);
  currentRequest().status = 404;
  return page;
}
