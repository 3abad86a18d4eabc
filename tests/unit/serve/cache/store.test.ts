import { expect, test } from 'vitest';
import { makeEntry, variantFor } from '../../../../bin/serve/cache/entry';
import { Store } from '../../../../bin/serve/cache/store';

const entry = (tags: string[] = [], size = 1_000) =>
  makeEntry({ status: 200, headers: {}, body: Buffer.alloc(size), tags }, { at: 0, count: 0 }, { fresh: 1, revalidate: 0, fail: 0 });

test('it stays within its room, whatever is put in', () => {
  const store = new Store(100_000);
  for (let nth = 0; nth < 2_000; nth += 1) {
    store.set(`/${nth}`, entry([`post:${nth}`], 200 + (nth % 7) * 900));
    if (nth % 3 === 0) store.get(`/${nth}`);
    expect(store.bytes).toBeLessThanOrEqual(100_000);
  }
  expect(store.count).toBeGreaterThan(5);
});

test('somebody who asks for every page once does not push out what others read', () => {
  const store = new Store(100_000);
  store.set('/read', entry());
  store.get('/read');
  for (let nth = 0; nth < 10_000; nth += 1) store.set(`/once-${nth}`, entry());
  expect(store.peek('/read')).toBeDefined();
  expect(store.peek('/once-0')).toBeUndefined();
});

test('what is gone leaves nothing behind in the index of tags', () => {
  const store = new Store(50_000);
  for (let nth = 0; nth < 500; nth += 1) store.set(`/${nth}`, entry(['lists', `post:${nth}`]));
  const kept = store.showing(['lists']);
  expect(kept.size).toBe(store.count);
  expect([...kept].every((id) => store.peek(id))).toBe(true);
  store.set('/499', entry(['other']));
  expect(store.showing(['post:499']).size).toBe(0);
  expect(store.showing(['other'])).toEqual(new Set(['/499']));
  for (const id of [...kept, '/499']) store.delete(id);
  expect(store.showing(['lists', 'other']).size).toBe(0);
  expect(store.bytes).toBe(0);
});

test('what is compressed after it was put in is counted with what that took, on probation and after', async () => {
  const store = new Store(1_000_000);
  const text = () => Buffer.from(Array.from({ length: 3_000 }, () => Math.random().toString(36)).join(' '));
  const sizes = () => [...store.entries()].reduce((sum, [, { size }]) => sum + size, 0);
  for (const id of ['/a', '/b']) {
    const page = makeEntry(
      { status: 200, headers: { 'content-type': 'text/html' }, body: text(), tags: [`post:${id}`] },
      { at: 0, count: 0 },
      { fresh: 1, revalidate: 0, fail: 0 },
    );
    store.set(id, page);
    if (id === '/b') store.get(id);
    const before = store.bytes;
    for (const encoding of ['br', 'gzip'] as const) await variantFor(page, encoding, (grown) => store.resize(id, grown));
    expect(store.bytes).toBeGreaterThan(before + 30_000);
    expect(store.bytes).toBe(sizes());
    expect(store.showing([`post:${id}`])).toEqual(new Set([id]));
  }
  // One that outgrows its part goes.
  const small = new Store(300_000);
  const large = makeEntry(
    { status: 200, headers: { 'content-type': 'text/html' }, body: text(), tags: ['lists'] },
    { at: 0, count: 0 },
    { fresh: 1, revalidate: 0, fail: 0 },
  );
  small.set('/large', large);
  expect(small.count).toBe(1);
  for (const encoding of ['br', 'gzip'] as const) await variantFor(large, encoding, (grown) => small.resize('/large', grown));
  expect([small.count, small.bytes, small.showing(['lists']).size]).toEqual([0, 0, 0]);
});

test('a page asked for again is found by what it shows as before', () => {
  const store = new Store(50_000);
  store.set('/a', entry(['post:1']));
  store.get('/a');
  store.get('/a');
  expect(store.showing(['post:1'])).toEqual(new Set(['/a']));
});
