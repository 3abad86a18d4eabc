import { spawn } from 'node:child_process';
import { existsSync, openSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '../../..');

test.skipIf(!existsSync('/dev/full'))('a full disk under the log loses its lines, and ends nothing', async () => {
  const stdout = openSync('/dev/full', 'w');
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/support/log-lines.ts'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', stdout, 'pipe'],
  });
  const said = child.stderr ? text(child.stderr) : '';
  const code = await new Promise((resolve) => child.once('exit', resolve));
  expect([code, await said]).toEqual([0, 'still here\n']);
});
