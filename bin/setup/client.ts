import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './data';
import { hashOf, tool } from './steps';

const generated = path.join(root, 'lib/db/generated');
const mark = path.join(generated, '.schema-hash');

/** Makes Prisma's client from prisma/schema; offline. */
export function generateClient(): void {
  // The CLI insists on a schema engine to run at all, and `generate` never uses it: any program will do.
  tool('prisma', ['generate'], { env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' } });
  writeFileSync(mark, current());
}

/** Answers whether it had to be made anew. */
export function ensureClient(): boolean {
  if (existsSync(mark) && readFileSync(mark, 'utf8') === current()) return false;
  generateClient();
  return true;
}

const current = (): string => hashOf(['prisma/schema', 'prisma.config.ts', 'node_modules/prisma/package.json']);
