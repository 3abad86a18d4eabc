import { vi } from 'vitest';
import type { Rendered } from '../../../../bin/serve/cache/entry';
import type { Key } from '../../../../bin/serve/cache/key';
import { type Found, SharedCache } from '../../../../bin/serve/cache/shared';

export const SHARED = 'public, max-age=0, s-maxage=60, stale-while-revalidate=600, stale-if-error=86400, must-revalidate';
export const key: Key = { id: '/@low-tide', url: '/@low-tide', kind: 'page' };
export const page = (text: string, more: Partial<Rendered> = {}): Rendered => ({
  status: 200,
  headers: { 'cache-control': SHARED, 'content-type': 'text/html' },
  body: Buffer.from(text),
  tags: ['blog:1'],
  fault: '',
  ...more,
});
export const notice = (id: string, tags = ['blog:1'], erase = false) => ({ id, tags, erase });
export const text = (found: Found | undefined) =>
  found === undefined ? undefined : found.kind === 'kept' ? found.entry.variants.identity?.body.toString() : found.rendered.body.toString();

/** A cache over a database that holds one number; rendering it takes `ms`. */
export function scene(ms = 30) {
  const world = { value: 0, certain: true, silence: 0, renders: 0, fail: null as null | (() => Rendered), with: {} as Partial<Rendered> };
  const cache = new SharedCache({
    bytes: 1_000_000,
    async render() {
      world.renders += 1;
      const read = `${world.value}`;
      await new Promise((resolve) => setTimeout(resolve, ms));
      if (world.fail) return world.fail();
      return page(read, world.with);
    },
    certainty: { certain: () => world.certain, heardUntil: () => Date.now() - world.silence, regain: async () => world.certain },
    now: () => Date.now(),
  });
  const ask = async (wrote: string[] = []) => {
    const found = cache.quick(key, wrote) ?? cache.find(key, wrote);
    await vi.advanceTimersByTimeAsync(found instanceof Promise ? 2_000 : 0);
    return found;
  };
  /** Commits a new value and tells of it. */
  const write = (id: string, tell = true) => {
    world.value += 1;
    if (tell) cache.hear(notice(id));
  };
  return { world, cache, ask, write };
}
