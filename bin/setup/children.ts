import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Fault } from '../fault';
import { root } from './data';

export interface Child {
  /** Settles when the process ends, however that comes about. */
  ended: Promise<void>;
  pid: number;
  /** What it says of itself for the environment of those that come after it. */
  env: Record<string, string>;
  stop: () => Promise<void>;
}

/** glibc keeps a heap for each thread and what was freed in it; a server that lives for months gives pages' bodies back. */
const FRUGAL = { MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '8192', MALLOC_TRIM_THRESHOLD_: '131072' };

const TYPESCRIPT = ['--import', 'tsx'];

/**
 * How another file of bin/ is started as a process or thread: as it was compiled, where this was, and in production once it is built;
 * otherwise as it stands, with a loader that keeps a compiler in each thread.
 */
export function entry(file: string, production = false): { file: string; execArgv: string[] } {
  const own = import.meta.url.endsWith('.ts') ? null : path.dirname(fileURLToPath(import.meta.url));
  const folder = own ?? (production ? process.env.BULB_COMPILED : undefined);
  if (!folder) return { file: path.join(root, 'bin', file), execArgv: TYPESCRIPT };
  return { file: path.join(folder, `${path.basename(file, '.ts')}.mjs`), execArgv: [] };
}

/** Starts a file of bin/ as a process of its own and waits until it says it is ready. It stops when this process does. */
export async function startChild(file: string, env: Record<string, string>, args: string[] = []): Promise<Child> {
  const how = entry(file, env.NODE_ENV === 'production');
  const child = fork(how.file, args, {
    cwd: root,
    env: { ...FRUGAL, ...process.env, ...env } as NodeJS.ProcessEnv,
    // The young part of a heap would grow to 100 MB under load and stay so. One helper collects beside the threads that serve: four of
    // them take the cores from a page under way, and from the next one's compression.
    execArgv: [...how.execArgv, '--max-semi-space-size=8', '--v8-pool-size=1'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const said = await readiness(child, file);
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), 12_000);
    await ended;
    clearTimeout(late);
  };
  return { ended, stop, pid: child.pid ?? 0, env: said };
}

function readiness(child: ChildProcess, file: string): Promise<Record<string, string>> {
  return new Promise((resolve, reject) => {
    child.on('message', (message: { ready?: boolean; fault?: string; env?: Record<string, string> }) => {
      if (message.fault) reject(new Fault(message.fault));
      if (message.ready) resolve(message.env ?? {});
    });
    child.once('exit', () => reject(new Fault(`bin/${file} ended at once: see the lines above.`)));
  });
}
