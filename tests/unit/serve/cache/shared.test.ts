import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Rendered } from '../../../../bin/serve/cache/entry';
import { key, notice, page, SHARED, scene, text } from './scene';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('what is kept', () => {
  test('a thousand at once are one rendering, and the next is none', async () => {
    const { world, cache, ask } = scene();
    const all = Promise.all(Array.from({ length: 1_000 }, () => cache.find(key)));
    await vi.advanceTimersByTimeAsync(100);
    expect(new Set((await all).map(text))).toEqual(new Set(['0']));
    expect(text(await ask())).toBe('0');
    expect(world.renders).toBe(1);
  });

  test.each<[string, Partial<Rendered>]>([
    ['what sets a cookie', { headers: { 'cache-control': SHARED, 'set-cookie': 'a=1' } }],
    ['what is private', { headers: { 'cache-control': 'private, no-store' } }],
    ['what says nothing of it', { headers: {} }],
    ['what varies by everything', { headers: { 'cache-control': SHARED, vary: '*' } }],
  ])('never %s', async (_what, more) => {
    const { world, ask, cache } = scene();
    world.with = more;
    expect((await ask()).kind).toBe('passed');
    await ask();
    expect([world.renders, cache.store.count]).toEqual([2, 0]);
  });

  test('not when it is for nobody else any more: what was kept of it does not come back when Postgres is away', async () => {
    const { world, ask, cache } = scene();
    await ask();
    world.with = { status: 404, headers: { 'cache-control': 'private, no-store' }, tags: [] };
    cache.hear(notice('w'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect([(await ask()).kind, cache.store.count]).toEqual(['passed', 0]);
  });

  test('a missing page for seconds only', async () => {
    const { world, ask } = scene(0);
    world.with = { status: 404, headers: { 'cache-control': 'public, max-age=0, s-maxage=3' }, tags: ['missing'] };
    await ask();
    expect(world.renders).toBe(1);
    await vi.advanceTimersByTimeAsync(3_001);
    await ask();
    expect(world.renders).toBe(2);
  });

  test('a missing page is not kept past the write that makes it, and is past others', async () => {
    const { world, ask, cache } = scene(0);
    world.with = { status: 404, tags: ['missing'] };
    await ask();
    cache.hear(notice('w', ['blog:1']));
    await vi.advanceTimersByTimeAsync(1_000);
    await ask();
    expect(world.renders).toBe(1);
    cache.hear(notice('w2', ['missing']));
    await vi.advanceTimersByTimeAsync(1_000);
    await ask();
    expect(world.renders).toBe(2);
  });

  test('after its time it is sent once more while a newer one is made, and not after that', async () => {
    const { world, ask } = scene();
    await ask();
    world.value = 7;
    await vi.advanceTimersByTimeAsync(61_000);
    expect(text(await ask())).toBe('0');
    await vi.advanceTimersByTimeAsync(100);
    expect(text(await ask())).toBe('7');
    await vi.advanceTimersByTimeAsync(700_000);
    world.value = 8;
    expect(text(await ask())).toBe('8');
  });
});

describe('after a write', () => {
  test.each([false, true])(
    'what was waited for in vain changes what it says when it is heard after all; gone for good: %s',
    async (gone) => {
      const { ask, write, cache } = scene();
      await ask();
      write('late', false);
      expect(text(await ask(['late']))).toBe('0');
      cache.hear(notice('late', ['blog:1'], gone));
      if (gone) expect(cache.quick(key, [])).toBeUndefined();
      await vi.advanceTimersByTimeAsync(1_000);
      expect(text(await ask())).toBe('1');
    },
  );

  test('what is heard after a silence was there before it: nobody is sent what it changed', async () => {
    const { world, ask, write, cache } = scene();
    await ask();
    world.certain = false;
    write('w');
    world.certain = true;
    expect(cache.quick(key, [])).toBeUndefined();
    expect(text(await ask())).toBe('1');
  });

  test('its writer sees it at once, anyone else within a second', async () => {
    const { ask, write, cache } = scene();
    await ask();
    write('w1');
    expect(cache.quick(key, ['w1'])).toBeUndefined();
    const found = cache.find(key, ['w1']);
    await vi.advanceTimersByTimeAsync(40);
    expect(text(await found)).toBe('1');
    write('w2');
    expect(text(cache.quick(key, []))).toBe('1');
    await vi.advanceTimersByTimeAsync(999);
    expect(text(await ask())).toBe('2');
  });

  test('a writer whose write is not heard here yet waits for it', async () => {
    const { ask, write, cache } = scene();
    await ask();
    write('w1', false);
    const found = cache.find(key, ['w1']);
    await vi.advanceTimersByTimeAsync(100);
    cache.hear(notice('w1'));
    await vi.advanceTimersByTimeAsync(40);
    expect(text(await found)).toBe('1');
  });

  test('a writer does not join a rendering that began before', async () => {
    const { cache, write, world } = scene(200);
    const early = cache.find(key);
    await vi.advanceTimersByTimeAsync(100);
    write('w1');
    const writer = cache.find(key, ['w1']);
    await vi.advanceTimersByTimeAsync(500);
    expect([text(await early), text(await writer), world.renders]).toEqual(['0', '1', 2]);
    expect(text(cache.quick(key, ['w1']))).toBe('1');
  });

  test('what was rendered from before the write is not taken for new', async () => {
    const { cache, write } = scene(200);
    const early = cache.find(key);
    await vi.advanceTimersByTimeAsync(100);
    write('w1');
    await vi.advanceTimersByTimeAsync(110);
    expect(text(await early)).toBe('0');
    await vi.advanceTimersByTimeAsync(900);
    const later = cache.quick(key, []) ?? cache.find(key);
    await vi.advanceTimersByTimeAsync(300);
    expect(text(await later)).toBe('1');
  });

  test('what is gone is dropped at once, also from under a rendering and for those who wait for it', async () => {
    const { cache, world, ask } = scene(200);
    await ask();
    world.value = 1;
    cache.hear(notice('e1', ['blog:1'], true));
    expect(cache.quick(key, [])).toBeUndefined();
    const waiting = cache.find(key);
    await vi.advanceTimersByTimeAsync(100);
    world.value = 2;
    cache.hear(notice('e2', ['blog:1'], true));
    await vi.advanceTimersByTimeAsync(500);
    expect(text(await waiting)).toBe('2');
  });

  test('a page that shows something else stays', async () => {
    const { cache, ask, world } = scene();
    await ask();
    cache.hear(notice('w1', ['blog:2']));
    await vi.advanceTimersByTimeAsync(5_000);
    await ask();
    expect(world.renders).toBe(1);
  });
});

describe('when things go wrong', () => {
  const away = () => page('', { status: 503, fault: 'away', headers: {} });

  test('Postgres away: what is kept is sent and marked, what is not is refused, and all is well after', async () => {
    const { world, cache, ask } = scene();
    await ask();
    world.certain = false;
    world.fail = away;
    const found = await ask();
    expect([found.kind, found.kind === 'kept' && found.how, text(found)]).toEqual(['kept', 'away', '0']);
    const other = cache.find({ ...key, id: '/other' }).then(
      () => 'answered',
      (error: Error) => error.constructor.name,
    );
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await other).toBe('Failed');
    world.certain = true;
    world.fail = null;
    world.value = 3;
    cache.hearAll();
    expect(text(await ask())).toBe('3');
  });

  test('a process that cannot hear asks Postgres before it sends what it has', async () => {
    const { world, ask, write } = scene();
    await ask();
    world.certain = false;
    write('unheard', false);
    const found = await ask();
    expect([text(found), found.kind === 'kept' && found.how]).toEqual(['1', 'miss']);
  });

  test('a Postgres that hangs does not make readers of kept pages wait', async () => {
    const { world, cache, ask } = scene(60_000);
    const first = cache.find(key);
    await vi.advanceTimersByTimeAsync(60_001);
    await first;
    world.certain = false;
    expect(await ask()).toMatchObject({ kind: 'kept', how: 'away' });
  });

  test('after a lost connection nothing kept is taken for true', async () => {
    const { world, cache, ask } = scene();
    await ask();
    world.value = 9;
    cache.hearAll();
    expect(cache.quick(key, [])).toBeUndefined();
    expect(text(await ask())).toBe('9');
  });

  test('what may have been erased while nothing was heard is not sent when its rendering fails', async () => {
    const { world, cache, ask } = scene();
    await ask();
    cache.hearAll();
    world.fail = () => page('', { status: 500, headers: {} });
    const asked = cache.find(key).then(
      (found) => text(found),
      () => 'refused',
    );
    await vi.advanceTimersByTimeAsync(100);
    expect(await asked).toBe('refused');
  });

  test('writes that nobody made have few pages rendered anew', async () => {
    const { world, cache, ask } = scene(0);
    await ask();
    const begun = world.renders;
    const all = Array.from({ length: 200 }, (_, nth) => cache.find(key, [`made-up-${nth}`]).catch(() => null));
    await vi.advanceTimersByTimeAsync(400);
    await Promise.all(all);
    expect(world.renders - begun).toBeLessThanOrEqual(20);
  });

  test('an error is not kept', async () => {
    const { world, cache } = scene(0);
    world.fail = away;
    const asked = cache.find(key).catch(() => 'failed');
    await vi.advanceTimersByTimeAsync(10);
    expect(await asked).toBe('failed');
    world.fail = null;
    const again = cache.find(key);
    await vi.advanceTimersByTimeAsync(10);
    expect(text(await again)).toBe('0');
  });
});
