import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { key, notice, page, scene, text } from './scene';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('a writer is sent what their write did not touch as it is kept, also when nothing can be rendered', async () => {
  const { world, cache, ask, write } = scene();
  await ask();
  cache.hear(notice('elsewhere', ['thread:9']));
  world.fail = () => page('', { status: 500, headers: {} });
  expect(cache.quick(key, ['elsewhere'])).toMatchObject({ kind: 'kept', how: 'hit' });
  expect(await ask(['elsewhere'])).toMatchObject({ kind: 'kept', how: 'hit' });
  expect(world.renders).toBe(1);
  // What it did touch is theirs anew, also after one more of theirs elsewhere.
  world.fail = null;
  write('here');
  cache.hear(notice('elsewhere-too', ['thread:9']));
  expect(cache.quick(key, ['elsewhere-too'])).toBeUndefined();
  expect(text(await ask(['elsewhere-too']))).toBe('1');
});

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

test('once it is known what was taken away meanwhile, all else is sent as it was where it cannot be rendered anew', async () => {
  const { world, cache, ask } = scene();
  await ask();
  world.value = 3;
  cache.hearAll(true);
  expect(cache.quick(key, [])).toBeUndefined();
  world.fail = () => {
    throw new Error('too much at once');
  };
  const found = await ask();
  expect([text(found), found.kind === 'kept' && found.how]).toEqual(['0', 'failed']);
  world.fail = null;
  expect(text(await ask())).toBe('3');
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

test('Postgres is back before what renders can reach it: it is tried again before anybody is refused, and not for ever', async () => {
  const { world, cache, ask } = scene(0);
  await ask();
  cache.hearAll();
  world.value = 7;
  world.fail = () => page('', { status: 503, fault: 'away', headers: {} });
  const asked = cache.find(key);
  await vi.advanceTimersByTimeAsync(700);
  world.fail = null;
  await vi.advanceTimersByTimeAsync(300);
  expect(text(await asked)).toBe('7');
  cache.hearAll();
  world.fail = () => page('', { status: 503, fault: 'away', headers: {} });
  const begun = world.renders;
  const refused = cache.find(key).catch(() => 'refused');
  await vi.advanceTimersByTimeAsync(10_000);
  expect([await refused, world.renders - begun]).toEqual(['refused', 4]);
});
