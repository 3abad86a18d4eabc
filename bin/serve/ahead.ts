import { setTimeout as pause } from 'node:timers/promises';
import { type Key, keyOf } from './cache/key';

/** An address within the site, without a query. */
const LINK = /href="(\/[^"#?]*)"/g;
const AGAIN_AFTER = 5_000;

/** Posts, blogs, tags and so on: each is rendered by code of its own. */
const kindOf = (url: string): string => url.replace(/^\/@[^/]+/, '/@').replace(/(.)\/.*$/, '$1/');
const POST = kindOf('/@blog/post');

/**
 * Renders the home page and what is reached from it, nearest first but a page of each kind before a second one, of a post before all, one
 * each time it is asked to go on: after a start no reader waits for code to be loaded and compiled, and who goes on from the home page finds
 * it ready. `render` answers with a page, or with null for what cannot be rendered: home is tried again, others are left out. Each time it
 * says whether it got one. It ends when there are no more pages, or `enough` says so.
 */
export async function* renderAhead(render: (key: Key) => Promise<string | null>, enough: () => boolean): AsyncGenerator<boolean> {
  const known = new Set(['/']);
  const kinds = new Set<string>();
  const waiting = ['/'];
  while (waiting.length > 0 && !enough()) {
    const fresh = waiting.filter((one) => !kinds.has(kindOf(one)));
    const url = fresh.find((one) => kindOf(one) === POST) ?? fresh[0] ?? waiting[0] ?? '/';
    waiting.splice(waiting.indexOf(url), 1);
    const page = await render(keyOf(url, false) as Key).catch(() => null);
    if (page === null && url === '/') waiting.push(url);
    else kinds.add(kindOf(url));
    for (const [, next = ''] of page?.matchAll(LINK) ?? []) {
      if (known.has(next) || keyOf(next, false)?.kind !== 'page') continue;
      known.add(next);
      waiting.push(next);
    }
    yield page !== null;
  }
}

/**
 * Goes through `work`, resting after each step as long as it took, or for `again` milliseconds when it came to nothing, until it ends or
 * `over` says so.
 */
export async function atLeisure(work: AsyncGenerator<boolean>, over: () => boolean, again = AGAIN_AFTER): Promise<void> {
  for (;;) {
    const began = performance.now();
    const { done, value } = over() ? { done: true, value: false } : await work.next();
    if (done) return;
    await pause(value ? performance.now() - began : again, undefined, { ref: false });
  }
}
