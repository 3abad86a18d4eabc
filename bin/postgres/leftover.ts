import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Fault } from '../fault';

/** The Postgres that runs on `data`, and the port it listens on; null where none does. */
export function runningOn(data: string): { pid: number; port: number } | null {
  const file = path.join(data, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const [first = '', folder = '', , port = ''] = readFileSync(file, 'utf8').split('\n');
  const pid = Number(first);
  return Number.isInteger(pid) && pid > 1 && folder === data && isPostgres(pid, data) ? { pid, port: Number(port) } : null;
}

/** Stops a Postgres that an earlier, killed run left behind on `data`. */
export async function stopLeftover(data: string): Promise<void> {
  const running = runningOn(data);
  if (!running) return rmSync(path.join(data, 'postmaster.pid'), { force: true });
  const { pid } = running;
  process.kill(pid, 'SIGINT');
  if (await gone(pid, 15_000)) return;
  process.kill(pid, 'SIGQUIT');
  if (!(await gone(pid, 5_000))) throw new Fault(`An earlier Postgres (process ${pid}) does not stop: end it and run this again.`);
}

// A number in a file may by now be another program's.
function isPostgres(pid: number, data: string): boolean {
  if (!isAlive(pid)) return false;
  const line = `/proc/${pid}/cmdline`;
  if (!existsSync('/proc/self/cmdline')) return true;
  return existsSync(line) && readFileSync(line, 'utf8').split('\0').includes(data);
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function gone(pid: number, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds;
  while (Date.now() < end) {
    if (!isAlive(pid)) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return !isAlive(pid);
}
