import { expect, test } from 'vitest';
import { scriptHashes } from '../../../bin/serve/csp';
import { lighten } from '../../../bin/serve/lighten';
import { readerScript, rulesHashes } from '../../../bin/serve/reader-script';

const page = (body: string) =>
  `<!DOCTYPE html><html><head><meta charSet="utf-8"/><link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a.js"/>` +
  `<link rel="canonical" href="http://localhost/"/><script src="/_next/static/chunks/a.js" async=""></script>` +
  `<script src="/_next/static/chunks/old.js" noModule=""></script></head><body>${body}</body></html>`;
const bootstrap = '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":["a.js"]});';

test('scripts of the page sleep, and the one that runs is the reader’s own', () => {
  const light = lighten(
    page(
      `<p>Words</p><script id="_R_">${bootstrap}</script><script>(self.__next_f=self.__next_f||[]).push([0])</script>` +
        `<script>self.__next_f.push([1,"1:\\"x\\""])</script>`,
    ),
  );
  expect(light).toContain('<script data-src="/_next/static/chunks/a.js" async=""></script>');
  expect(light).not.toContain('as="script"');
  expect(light).toContain('<script type="application/json" data-push="TURBOPACK">{"otherChunks":["a.js"]}</script>');
  expect(light).toContain('<script type="application/json" data-push="__next_f">[0]</script>');
  expect(light).toContain('<script type="application/json" data-push="__next_f">[1,"1:\\"x\\""]</script>');
  expect(light.split(readerScript).length).toBe(2);
  expect(scriptHashes(light)).toHaveLength(1);
  expect(rulesHashes).toHaveLength(2);
});

test('what is not of a known kind is left as it is, with a hash of its own', () => {
  const odd = '<script>self.__next_f.push(notJson)</script>';
  const light = lighten(page(odd));
  expect(light).toContain(odd);
  expect(scriptHashes(light)).toHaveLength(2);
  const error = page('').replace('<html>', '<html id="__next_error__">');
  expect(lighten(error)).toBe(error);
});
