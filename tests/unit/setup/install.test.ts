import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const root = mkdtempSync(path.join(tmpdir(), 'bulb-install-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('what is installed is not written again: whoever starts meanwhile would find half of it, and install under everybody’s feet', async () => {
  const node = path.join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const mark = path.join(root, 'node_modules/.bulb-installed');
  for (const folder of [path.dirname(node), path.join(root, 'bin')]) mkdirSync(folder, { recursive: true });
  copyFileSync(path.resolve(import.meta.dirname, '../../../bin/install.mjs'), path.join(root, 'bin/install.mjs'));
  writeFileSync(node, '');
  writeFileSync(path.join(root, 'package-lock.json'), '{}');
  writeFileSync(mark, createHash('sha256').update('{}').digest('hex'));
  const { install } = (await import(pathToFileURL(path.join(root, 'bin/install.mjs')).href)) as { install: () => string };
  const before = statSync(mark, { bigint: true });
  expect(install()).toBe(node);
  const after = statSync(mark, { bigint: true });
  expect([after.mtimeNs, after.ino]).toEqual([before.mtimeNs, before.ino]);
});
