import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Fault } from '../fault';
import { isAlive } from '../postgres/leftover';
import { dataDir } from './data';

const file = path.join(dataDir, 'run.lock');

interface Holder {
  pid: number;
  port: number;
}

/** Says that this process runs BULB here; a lock left by a killed one is taken over. @throws Fault beside a running one */
export function takeRunLock(port: number): () => void {
  mkdirSync(dataDir, { recursive: true });
  const mine = JSON.stringify({ pid: process.pid, port } satisfies Holder);
  for (let attempt = 0; ; attempt++) {
    try {
      writeFileSync(file, mine, { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST') || attempt > 2) throw error;
      const holder = read();
      if (holder && isOurs(holder.pid)) {
        throw new Fault(
          `BULB already runs here (process ${holder.pid}) on http://localhost:${holder.port}; stop it first, or set BULB_DATA_DIR and PORT for a second one.`,
        );
      }
      rmSync(file, { force: true });
    }
  }
}

function read(): Holder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

// After a reboot the number may be any program's.
function isOurs(pid: number): boolean {
  if (pid === process.pid || !isAlive(pid)) return false;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('start.ts');
  } catch {
    return true;
  }
}
