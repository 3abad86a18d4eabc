import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { command } from './fault';
import { ensureBuild } from './setup/build';
import { ensureClient } from './setup/client';
import { dataDir, root } from './setup/data';
import { ensureSecrets } from './setup/secrets';

interface Counts {
  passed: number;
  failed: number;
}

const results = path.join(root, 'test-results');
const bin = (name: string): string => path.join(root, 'node_modules/.bin', name);

/** Runs a program with its output in view. A step without tests of its own counts as one. */
function check(name: string, args: string[], counts?: (ok: boolean) => Counts, env: Record<string, string> = {}): Counts {
  console.log(`\n== ${name} ==`);
  const { status } = spawnSync(args[0] ?? '', args.slice(1), { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  const ok = status === 0;
  const counted = counts?.(ok) ?? { passed: Number(ok), failed: Number(!ok) };
  // A step that ran no test, or fell over after its last one, has not passed.
  if (counted.passed + counted.failed === 0 || (!ok && counted.failed === 0)) counted.failed += 1;
  return counted;
}

function vitest(project: string): Counts {
  const file = path.join(results, `${project}.json`);
  const args = [
    process.execPath,
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ];
  return check(project, args, () => {
    if (!existsSync(file)) return { passed: 0, failed: 0 };
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8')) as { numPassedTests: number; numFailedTests: number };
    return { passed: numPassedTests, failed: numFailedTests };
  });
}

function journeys(): Counts {
  const file = path.join(results, 'journeys.json');
  const args = [process.execPath, 'node_modules/@playwright/test/cli.js', 'test'];
  return check(
    'browser journeys',
    args,
    () => {
      if (!existsSync(file)) return { passed: 0, failed: 0 };
      const { stats } = JSON.parse(readFileSync(file, 'utf8')) as { stats: { expected: number; unexpected: number; flaky: number } };
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
    },
    { E2E_JSON: file },
  );
}

function build(): Counts {
  console.log('\n== build ==');
  try {
    ensureSecrets();
    ensureBuild();
    return { passed: 1, failed: 0 };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}

/** What earlier runs left, when they were cut short. */
function sweep(): void {
  for (const name of existsSync(dataDir) ? readdirSync(dataDir) : [])
    if (/^(e2e|start|test|bench)-/.test(name)) rmSync(path.join(dataDir, name), { recursive: true, force: true });
}

await command(async () => {
  const began = Date.now();
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  sweep();
  ensureClient();
  const steps = [
    () => check('lint', [bin('biome'), 'check']),
    () => check('types', [process.execPath, 'node_modules/typescript/bin/tsc', '--noEmit', '-p', '.']),
    () => vitest('architecture'),
    () => vitest('unit'),
    () => vitest('integration'),
    build,
    journeys,
  ];
  const all = steps.map((step) => step());
  sweep();
  const passed = all.reduce((sum, step) => sum + step.passed, 0);
  const failed = all.reduce((sum, step) => sum + step.failed, 0);
  console.log(`\nin ${Math.round((Date.now() - began) / 1000)} s`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
});
