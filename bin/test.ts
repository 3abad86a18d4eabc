import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { JSONReport, JSONReportSpec, JSONReportSuite } from '@playwright/test/reporter';
import { command } from './fault';
import { ensureBuild } from './setup/build';
import { ensureClient } from './setup/client';
import { dataDir, root } from './setup/data';
import { ensureSecrets } from './setup/secrets';

interface Counts {
  passed: number;
  /** The names of what failed, and where known the first line of why. */
  failed: string[];
}

const results = path.join(root, 'test-results');
const bin = (name: string): string => path.join(root, 'node_modules/.bin', name);

interface VitestReport {
  numPassedTests: number;
  testResults: { name: string; message: string; assertionResults: { fullName: string; status: string; failureMessages: string[] }[] }[];
}

const firstLine = (text = ''): string => stripVTControlCharacters(text).split('\n', 1)[0] ?? '';

/** What went wrong in a journey and where, in one line; nothing where it did not say. */
function whyOf({ tests }: JSONReportSpec): string {
  const { errors = [], errorLocation } = tests.flatMap(({ results }) => results).find(({ errors }) => errors.length > 0) ?? {};
  const said = stripVTControlCharacters(errors[0]?.message ?? '').split(/\n\s*/);
  return `${errorLocation ? ` (line ${errorLocation.line})` : ''}: ${said.slice(0, 6).join(' | ').slice(0, 400)}`;
}

const specs = (suite: JSONReportSuite): JSONReportSpec[] => [...suite.specs, ...(suite.suites ?? []).flatMap(specs)];

/** Runs a program with its output in view. A step without tests of its own counts as one. */
function check(name: string, args: string[], counts?: (ok: boolean) => Counts, env: Record<string, string> = {}): Counts {
  console.log(`\n== ${name} ==`);
  const { status } = spawnSync(args[0] ?? '', args.slice(1), { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  const ok = status === 0;
  const counted = counts?.(ok) ?? { passed: Number(ok), failed: [] };
  // A step that ran no test, or fell over after its last one, has not passed.
  if (counted.failed.length === 0 && (!ok || counted.passed === 0)) counted.failed.push(name);
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
    if (!existsSync(file)) return { passed: 0, failed: [] };
    const { numPassedTests, testResults } = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
    const failed = testResults.flatMap(({ name, message, assertionResults }) => {
      const file = path.relative(root, name);
      const tests = assertionResults.filter(({ status }) => status === 'failed');
      // A file that could not be loaded has no test to its name.
      if (tests.length === 0 && message) return [`${file}: ${firstLine(message)}`];
      return tests.map(({ fullName, failureMessages }) => `${file}: ${fullName}: ${firstLine(failureMessages[0])}`);
    });
    return { passed: numPassedTests, failed };
  });
}

function journeys(): Counts {
  const file = path.join(results, 'journeys.json');
  const args = [process.execPath, 'node_modules/@playwright/test/cli.js', 'test'];
  return check(
    'browser journeys',
    args,
    () => {
      if (!existsSync(file)) return { passed: 0, failed: [] };
      const { stats, suites } = JSON.parse(readFileSync(file, 'utf8')) as JSONReport;
      const failed = suites.flatMap(specs).filter(({ ok, tests }) => !ok || tests.some(({ status }) => status === 'flaky'));
      return { passed: stats.expected, failed: failed.map((spec) => `${spec.file}: ${spec.title}${whyOf(spec)}`) };
    },
    { E2E_JSON: file },
  );
}

function build(): Counts {
  console.log('\n== build ==');
  try {
    ensureSecrets();
    ensureBuild();
    return { passed: 1, failed: [] };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: ['build'] };
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
  const failed = all.flatMap((step) => step.failed);
  console.log(`\nin ${Math.round((Date.now() - began) / 1000)} s`);
  for (const name of failed) console.log(`failed: ${name}`);
  console.log(`${passed} passed, ${failed.length} failed`);
  process.exit(failed.length === 0 ? 0 : 1);
});
