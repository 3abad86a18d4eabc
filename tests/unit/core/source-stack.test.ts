import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { sourceStack } from '@/lib/core/source-stack';

const home = mkdtempSync(path.join(tmpdir(), 'bulb [town] '));
const chunks = path.join(home, '.next/server/chunks');
mkdirSync(chunks, { recursive: true });
const source = path.relative(chunks, path.resolve('lib/comments/vote.ts'));
// The first character of the built line stands for line 3, column 5 of the source.
writeFileSync(path.join(chunks, 'a.js.map'), JSON.stringify({ version: 3, sources: [source], names: [], mappings: 'AAEI' }));
writeFileSync(path.join(chunks, 'broken.js.map'), '{"version":');
afterAll(() => rmSync(home, { recursive: true, force: true }));

test('a place in what was built is told as a place in our source', () => {
  const stack = `Error: no\n    at vote (${chunks}/a.js:1:1)\n    at async ${chunks}/a.js:1:1\n    at node:internal/x:1:1`;
  expect(sourceStack(stack)).toBe(
    'Error: no\n    at vote (lib/comments/vote.ts:3:5)\n    at async lib/comments/vote.ts:3:5\n    at node:internal/x:1:1',
  );
});

test('so is one in what was compiled to run outside Next', () => {
  const compiled = path.join(home, '.next/bulb');
  mkdirSync(compiled, { recursive: true });
  const own = path.relative(compiled, path.resolve('bin/serve/front.ts'));
  writeFileSync(path.join(compiled, 'serve.mjs.map'), JSON.stringify({ version: 3, sources: [own], names: [], mappings: 'AAEI' }));
  const address = pathToFileURL(path.join(compiled, 'serve.mjs')).href;
  expect(address).toContain('%20');
  const stack = `Error: no\n    at send (${address}:1:1)\n    at async ${address}:1:1`;
  expect(sourceStack(stack)).toBe('Error: no\n    at send (bin/serve/front.ts:3:5)\n    at async bin/serve/front.ts:3:5');
});

test('what has no map, or a broken one, stays as it is', () => {
  for (const file of ['broken.js', 'none.js', '../../lib/own.js']) {
    const stack = `Error: no\n    at vote (${chunks}/${file}:1:1)`;
    expect(sourceStack(stack)).toBe(stack);
  }
  expect(sourceStack(undefined)).toBeUndefined();
});
