import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { builtFolder, root } from './data';
import { hashOf } from './steps';

const SOURCES = ['bin', 'lib', 'prisma', 'tsconfig.json', 'package-lock.json'];
const OUTSIDE_NEXT = ['bin/serve.ts', 'bin/serve/renderer-thread.ts', 'bin/worker.ts'];

/**
 * The folder of what runs outside Next, compiled unless it is there: it starts in half the time, and without a compiler in it. Each
 * state of the sources has a folder of its own, which appears whole: others may be running out of theirs, or making the same.
 */
export function compiled(): string {
  const all = path.join(builtFolder(), 'bulb');
  const name = createHash('sha256')
    .update(`${hashOf(SOURCES)} ${root}`)
    .digest('hex')
    .slice(0, 20);
  const out = path.join(all, name);
  if (existsSync(out)) return out;
  mkdirSync(all, { recursive: true });
  const making = mkdtempSync(path.join(all, 'making-'));
  try {
    buildSync({
      absWorkingDir: root,
      entryPoints: OUTSIDE_NEXT,
      entryNames: '[name]',
      outdir: making,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      packages: 'external',
      format: 'esm',
      platform: 'node',
      target: 'node24',
      tsconfig: path.join(root, 'bin/tsconfig.json'),
      // As deep in the project as every file that asks for it.
      define: { 'import.meta.dirname': JSON.stringify(import.meta.dirname) },
      // Read when there is an error to tell of, by `lib/core/source-stack`.
      sourcemap: 'external',
      logLevel: 'warning',
    });
    renameSync(making, out);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(out)) throw error;
  }
  return out;
}
