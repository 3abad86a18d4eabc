import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');

/** The command as it is run, but for one attack in one town. */
function bench(attack: string, ...more: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', ...more, 'tests/bench/earning.ts', '--attack', attack, '--seeds', '1'],
    { cwd: root, encoding: 'utf8', env: { ...process.env, TSX_TSCONFIG_PATH: path.join(root, 'bin/tsconfig.json'), VITEST: '' } },
  );
  const last = stdout.trim().split('\n').at(-1) ?? '';
  return { status, stderr, missed: last.startsWith('{') ? (JSON.parse(last) as { missed: string[] }).missed : null };
}

it('ends well where every bound holds, with 1 where one is passed, and says which', () => {
  expect(bench('A1')).toMatchObject({ status: 0, missed: [] });
  const planted = bench('A1', '--import', './tests/support/planted-division.ts');
  expect(planted.status).toBe(1);
  expect(planted.missed).toContain('A1 with 50: the bound is passed');
  expect(planted.stderr).toContain('A1 with 50: the bound is passed');
  expect(bench('A99')).toMatchObject({ status: 1, missed: null });
}, 60_000);
