import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { variantFor } from '../../../../bin/serve/cache/entry';
import { key, scene, text } from './scene';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('fifty a second on a page that is read all the time cost two renderings a second, and none is seen later than a second', async () => {
  const { cache, write, world, ask } = scene();
  await ask();
  const begun = world.renders;
  const written = new Map<number, number>([[0, Date.now()]]);
  const late: number[] = [];
  for (let ms = 0; ms < 10_000; ms += 10) {
    if (ms % 20 === 0) {
      write(`w${ms}`);
      written.set(world.value, Date.now());
    }
    const found = cache.quick(key, []) ?? cache.find(key);
    const asked = Date.now();
    void Promise.resolve(found).then((answer) => {
      const missed = written.get(Number(text(answer)) + 1);
      if (missed !== undefined && asked - missed > 1_000) late.push(asked - missed);
    });
    await vi.advanceTimersByTimeAsync(10);
  }
  expect(late).toEqual([]);
  expect(world.renders - begun).toBeLessThanOrEqual(20);
  expect(world.renders - begun).toBeGreaterThan(15);
});

test.each([0, 340])(
  'a change is counted from when it can have been made: what was heard %s ms ago leaves so much less',
  async (silence) => {
    const { world, cache, write } = scene(5_000);
    void cache.find(key);
    await vi.advanceTimersByTimeAsync(5_001);
    world.silence = silence;
    write('w');
    await vi.advanceTimersByTimeAsync(899 - silence);
    expect(text(cache.quick(key, []))).toBe('0');
    await vi.advanceTimersByTimeAsync(1);
    expect(cache.quick(key, [])).toBeUndefined();
  },
);

test.each([0, 150])(
  'a page that takes long under load is begun early enough: nobody waits for it while it is written on, heard %s ms late',
  async (silence) => {
    const { cache, write, ask, world } = scene(200);
    await ask();
    world.silence = silence;
    const begun = world.renders;
    let waited = 0;
    for (let ms = 0; ms < 10_000; ms += 10) {
      if (ms % 20 === 0) write(`w${ms}`);
      if (cache.quick(key, []) === undefined) waited += 1;
      void cache.find(key);
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(waited).toBe(0);
    expect(world.renders - begun).toBeLessThanOrEqual(34);
  },
);

test('a changed page is compressed before anybody asks as it is read, and not as nobody reads it any more', async () => {
  vi.useRealTimers();
  const { world, cache, write } = scene(0);
  world.with = { body: Buffer.from('<p>word</p>'.repeat(100)) };
  const ready = async (wrote: string[]) => {
    const found = await cache.find(key, wrote);
    if (found.kind !== 'kept') throw new Error('it is not kept');
    return found.entry;
  };
  const first = await ready([]);
  await variantFor(first, 'br', () => undefined);
  await variantFor(first, 'br', () => undefined);
  write('w1');
  expect((await ready(['w1'])).variants).toMatchObject({ br: { rough: false }, gzip: null });
  write('w2');
  expect((await ready(['w2'])).variants).toMatchObject({ br: null, gzip: null });
});
