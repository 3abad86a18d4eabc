import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compiled } from './compile';
import { builtFolder } from './data';
import { hashOf, tool } from './steps';

const SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'prisma/schema',
  'instrumentation-client.ts',
  'instrumentation.ts',
  'next.config.mjs',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
  'bin/setup/build.ts',
];

/** Builds the site unless what is built came from the same sources; where the rest of it lies is in the environment afterwards. */
export function ensureBuild(): void {
  const folder = builtFolder();
  const mark = path.join(folder, 'bulb-sources');
  const key = createHash('sha256')
    .update(process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? '')
    .digest('hex');
  const wanted = `${hashOf(SOURCES)} ${key}`;
  if (!existsSync(path.join(folder, 'BUILD_ID')) || !existsSync(mark) || readFileSync(mark, 'utf8') !== wanted) {
    console.log('Building the site; this takes a minute.');
    const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1', BULB_BUILD: wanted.slice(0, 20) };
    tool('next', ['build'], { env });
    hintCompilation(folder);
    writeFileSync(mark, wanted);
  }
  process.env.BULB_COMPILED = compiled();
}

/**
 * Asks browsers to compile all of what each page starts with while it comes in, away from the page's own thread: it is nearly all run at
 * once, and compiled bit by bit it held up a press for three times as long. To browsers without V8's explicit compile hints it is a
 * comment.
 */
function hintCompilation(folder: string): void {
  const { rootMainFiles } = JSON.parse(readFileSync(path.join(folder, 'build-manifest.json'), 'utf8')) as { rootMainFiles: string[] };
  for (const file of rootMainFiles) {
    const script = path.join(folder, file);
    writeFileSync(script, `//# allFunctionsCalledOnLoad\n${readFileSync(script, 'utf8')}`);
  }
}
