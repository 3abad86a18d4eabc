import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { diskFull, Fault, isDiskFull } from '../fault';
import { root } from './data';

/** Runs a program of node_modules/.bin; its output is shown only when it fails. */
export function tool(name: string, args: string[], options: SpawnSyncOptions = {}): void {
  const result = spawnSync(path.join(root, 'node_modules/.bin', name), args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    ...options,
  });
  if (result.status === 0) return;
  const said = `${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}`;
  if (isDiskFull(said)) throw diskFull();
  throw new Fault(`${said.trim()}\n${name} ${args[0] ?? ''} failed: see the lines above.`);
}

const SKIPPED = new Set(['generated', 'node_modules', '.data', '.next', 'README.md']);

/** One hash over the names and contents of `entries`, files or folders under the root. */
export function hashOf(entries: string[]): string {
  const hash = createHash('sha256');
  const add = (name: string): void => {
    const full = path.join(root, name);
    const stat = statSync(full, { throwIfNoEntry: false });
    if (!stat) return;
    if (stat.isDirectory()) {
      for (const inner of readdirSync(full).sort()) if (!SKIPPED.has(inner)) add(path.join(name, inner));
      return;
    }
    hash.update(`${name}\0${stat.size}\0`).update(readFileSync(full));
  };
  for (const entry of entries) add(entry);
  return hash.digest('hex');
}
