import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(path.join(tmpdir(), 'bulb-run-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What runs until it is asked to end, behind a shell as npm puts there. Answers with what it says after that shell alone has ended. */
async function saysAfterItsShell(env: Record<string, string>): Promise<string> {
  const file = path.join(folder, 'runs.ts');
  writeFileSync(
    file,
    `const say = (word: string) => process.stdout.write(word + '\\n');
process.on('SIGTERM', () => say('asked') && process.exit(0));
setTimeout(() => say('never asked') && process.exit(0), 3_000);
say('up');`,
  );
  const shell = spawn('sh', ['-c', `"${process.execPath}" bin/run.mjs "${path.relative(root, file)}"; true`], {
    cwd: root,
    env: { ...process.env, npm_lifecycle_event: '', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const over = new Promise<void>((resolve) => shell.stdout.once('close', resolve));
  shell.stdout.on('data', (chunk) => {
    said += chunk;
    if (said === 'up\n') shell.kill('SIGTERM');
  });
  await over;
  return said;
}

test.skipIf(process.platform === 'win32')(
  'npm that is ended ends what it runs; a shell that is left behind ends nothing',
  { timeout: 20_000 },
  async () => {
    const [npm, shell] = await Promise.all([saysAfterItsShell({ npm_lifecycle_event: 'start' }), saysAfterItsShell({})]);
    expect([npm, shell]).toEqual(['up\nasked\n', 'up\nnever asked\n']);
  },
);
