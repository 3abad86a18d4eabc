import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { key, scene, text } from './scene';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('a file of the build is what it is, whoever cannot hear: it is sent at once, and is as true after', async () => {
  const { world, cache, ask } = scene();
  world.with = { tags: [] };
  await ask();
  world.certain = false;
  expect(cache.quick(key, [])).toMatchObject({ kind: 'kept', how: 'hit' });
  world.certain = true;
  cache.hearAll();
  expect(cache.quick(key, [])).toMatchObject({ kind: 'kept', how: 'hit' });
  expect(world.renders).toBe(1);
});

test('a process that cannot hear has nobody wait for a rendering that began long ago', async () => {
  const { world, cache, write } = scene(2_000);
  world.certain = false;
  const first = cache.find(key);
  await vi.advanceTimersByTimeAsync(700);
  write('unheard', false);
  const second = cache.find(key);
  await vi.advanceTimersByTimeAsync(4_000);
  expect([text(await first), text(await second)]).toEqual(['0', '1']);
});
