import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, test } from 'vitest';

const require = createRequire(import.meta.url);

test('React sees none of what would make it come to life at one go: its own list is a part of ours', () => {
  const react = readFileSync(
    path.join(path.dirname(require.resolve('react-dom/package.json')), 'cjs/react-dom-client.production.js'),
    'utf8',
  );
  const theirs = /discreteReplayableEvents =\s*"([^"]+)"/.exec(react)?.[1]?.split(' ') ?? [];
  const ours = /const QUIET =\s*'([^']+)'/.exec(readFileSync('public/reader.js', 'utf8'))?.[1]?.split(' ') ?? [];
  expect(theirs.length).toBeGreaterThan(20);
  expect(theirs.filter((kind) => !ours.includes(kind))).toEqual([]);
});
