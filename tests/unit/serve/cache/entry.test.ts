import { brotliDecompressSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { makeEntry, type Variant, variantFor } from '../../../../bin/serve/cache/entry';

const text = Array.from({ length: 4_000 }, (_, nth) => `<p>${(nth * 7919) % 1009} times ${nth % 31}</p>`).join('');
const page = (well = false) =>
  makeEntry(
    { status: 200, headers: { 'content-type': 'text/html' }, body: Buffer.from(text), tags: [] },
    { at: 0, count: 0 },
    { fresh: 1, revalidate: 0, fail: 0, well },
  );
const none = () => undefined;
const textOf = ({ body }: Variant) => brotliDecompressSync(body).toString();

test('who asks first gets a rough compression; asked for again it is compressed well, under another name', async () => {
  const entry = page();
  const first = await variantFor(entry, 'br', none);
  const grown = vi.fn();
  // Who asks again does not wait either.
  expect(variantFor(entry, 'br', grown)).toBe(first);
  expect(variantFor(entry, 'br', grown)).toBe(first);
  await vi.waitFor(() => expect(grown).toHaveBeenCalledOnce());
  const second = variantFor(entry, 'br', grown) as Variant;
  expect(second.body.length).toBeLessThan(first.body.length);
  expect(second.etag).not.toBe(first.etag);
  expect([textOf(first), textOf(second)]).toEqual([text, text]);
  expect(variantFor(entry, 'br', grown)).toBe(second);
  expect(grown).toHaveBeenCalledOnce();
});

test('what many have is compressed well at once', async () => {
  const entry = page(true);
  const { body, etag } = await variantFor(entry, 'br', none);
  expect(variantFor(entry, 'br', none)).toBe(entry.variants.br);
  const other = page();
  await variantFor(other, 'br', none);
  await vi.waitFor(() => expect((variantFor(other, 'br', none) as Variant).etag).toBe(etag));
  expect(other.variants.br?.body.equals(body)).toBe(true);
});
