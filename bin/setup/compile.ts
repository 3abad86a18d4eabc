import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { COMPILED } from './children';
import { builtFolder, root } from './data';
import { hashOf } from './steps';

const SOURCES = ['bin', 'lib', 'prisma', 'package-lock.json'];
const OUTSIDE_NEXT = ['bin/serve.ts', 'bin/serve/renderer-thread.ts', 'bin/worker.ts'];

/** Compiles what runs outside Next, unless it came from the same sources: it starts in half the time, and without a compiler in it. */
export function ensureCompiled(): void {
  const out = path.join(builtFolder(), COMPILED);
  const mark = path.join(out, 'sources');
  const wanted = hashOf(SOURCES);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return;
  rmSync(out, { recursive: true, force: true });
  buildSync({
    absWorkingDir: root,
    entryPoints: OUTSIDE_NEXT,
    entryNames: '[name]',
    outdir: out,
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
  writeFileSync(mark, wanted);
}
