import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test, vi } from 'vitest';
import { entry } from '../../../bin/setup/children';
import { compiled } from '../../../bin/setup/compile';
import { root } from '../../../bin/setup/data';

mkdirSync(path.join(root, '.data'), { recursive: true });
// With a space in it, as people have them.
const home = mkdtempSync(path.join(root, '.data/test compile-'));
vi.stubEnv('NEXT_DIST_DIR', path.relative(root, home));
afterAll(() => rmSync(home, { recursive: true, force: true }));

test('what runs outside Next is compiled once for a state of the sources, whole, and knows where it is from', () => {
  const folder = compiled();
  expect(compiled()).toBe(folder);
  expect(readdirSync(path.dirname(folder))).toEqual([path.basename(folder)]);
  const files = readdirSync(folder);
  expect(files).toEqual(expect.arrayContaining(['serve.mjs', 'renderer-thread.mjs', 'worker.mjs', 'serve.mjs.map']));
  const words = files.filter((file) => file.endsWith('.mjs')).map((file) => readFileSync(path.join(folder, file), 'utf8'));
  expect(words.join('\n')).not.toMatch(/from "(?:server-only|tsx|esbuild)"|sourceMappingURL/);
  // Every file of it is JavaScript that Node takes.
  for (const file of files.filter((one) => one.endsWith('.mjs'))) execFileSync(process.execPath, ['--check', path.join(folder, file)]);
});

test('several that compile the same at once end with one folder, and each is told of it', async () => {
  const apart = path.join(home, 'apart');
  const env = { ...process.env, NEXT_DIST_DIR: path.relative(root, apart), TSX_TSCONFIG_PATH: path.join(root, 'bin/tsconfig.json') };
  const run = () => promisify(execFile)(process.execPath, ['--import', 'tsx', 'tests/support/compile-once.ts'], { cwd: root, env });
  // All of them, so that none still writes when this ends.
  const ended = await Promise.allSettled([run(), run(), run(), run()]);
  const folders = ended.map((one) => (one.status === 'fulfilled' ? one.value.stdout.trim() : String(one.reason)));
  expect(new Set(folders).size).toBe(1);
  expect(readdirSync(path.join(apart, 'bulb'))).toEqual([path.basename(folders[0] ?? '')]);
}, 60_000);

test('a file of bin is started as it was compiled in production, and as it stands otherwise', () => {
  vi.stubEnv('BULB_COMPILED', '/somewhere');
  expect(entry('serve/renderer-thread.ts', true)).toEqual({ file: path.join('/somewhere', 'renderer-thread.mjs'), execArgv: [] });
  expect(entry('serve.ts')).toEqual({ file: path.join(root, 'bin/serve.ts'), execArgv: ['--import', 'tsx'] });
  vi.unstubAllEnvs();
});
