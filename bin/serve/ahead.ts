import { setTimeout as pause } from 'node:timers/promises';
import { type Key, keyOf } from './cache/key';

/** An address within the site, without a query. */
const LINK = /href="(\/[^"#?]*)"/g;

/**
 * Renders the home page and what is reached from it, nearest first, at most `most` pages, one each time it is asked to go on: after a
 * start no reader waits for code to be loaded and compiled, and who goes on from the home page finds it ready. What cannot be rendered is
 * left out.
 */
export async function* renderAhead(render: (key: Key) => Promise<string>, most: number): AsyncGenerator<void> {
  const found = new Set(['/']);
  // A set goes on to what is added to it meanwhile.
  for (const url of found) {
    const key = keyOf(url, false) as Key;
    const page = await render(key).catch(() => '');
    for (const [, next = ''] of page.matchAll(LINK)) if (found.size < most && keyOf(next, false)?.kind === 'page') found.add(next);
    yield;
  }
}

/** Goes through `work`, resting after each step as long as it took, until it ends or `over` says so. */
export async function atLeisure(work: AsyncGenerator<void>, over: () => boolean): Promise<void> {
  for (;;) {
    const began = performance.now();
    if (over() || (await work.next()).done) return;
    await pause(performance.now() - began, undefined, { ref: false });
  }
}
