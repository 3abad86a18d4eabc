import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { freePort, type Postgres } from '../../bin/postgres';
import { ensureBuild } from '../../bin/setup/build';
import { type Child, startChild } from '../../bin/setup/children';
import { ensureClient } from '../../bin/setup/client';
import { dataDir } from '../../bin/setup/data';
import { embed, leaveDatabase, migrateDatabase } from '../../bin/setup/database';
import { ensureSecrets } from '../../bin/setup/secrets';

/** A disk of its own for Postgres, which can be filled. */
export interface Disk {
  fill: () => void;
  free: () => void;
}

export interface Site {
  port: number;
  /** Where Postgres keeps its data. */
  home: string;
  postgres: Postgres;
  /** Null where no disk can be made: it takes root on Linux. */
  disk: Disk | null;
  /** Starts one more web process, on `port`. */
  serve: (port: number, env?: Record<string, string>, args?: string[]) => Promise<Child>;
}

/** Runs `measure` beside a built site with the demo town in a Postgres of its own, and removes all of it after. */
export async function withSite<T>(measure: (site: Site) => Promise<T>, options: { diskMegabytes?: number } = {}): Promise<T> {
  const home = path.join(dataDir, `bench-${process.pid}`);
  mkdirSync(home, { recursive: true });
  const disk = options.diskMegabytes ? makeDisk(home, options.diskMegabytes) : null;
  const port = await freePort();
  Object.assign(process.env, { PORT: String(port), REQUEST_LIMIT: '0', LOG_LEVEL: process.env.LOG_LEVEL || 'fatal', TRUSTED_PROXIES: '1' });
  ensureSecrets();
  ensureClient();
  ensureBuild();
  const site = { port, home: path.join(home, 'postgres'), disk } as Site;
  const children: Child[] = [];
  try {
    site.postgres = await embed(port, { fresh: true, home: site.home });
    await migrateDatabase();
    const { seedTown } = await import('@/prisma/seed');
    await seedTown(new Date());
    site.serve = async (at, env = {}, args = []) => {
      const child = await startChild('serve.ts', { NODE_ENV: 'production', BULB_DATA_DIR: home, PORT: String(at), ...env }, args);
      children.push(child);
      return child;
    };
    return await measure(site);
  } finally {
    await Promise.all(children.map((child) => child.stop()));
    if (site.postgres) await leaveDatabase().finally(() => site.postgres.stop());
    if (disk) spawnSync('umount', ['-l', home]);
    rmSync(home, { recursive: true, force: true });
  }
}

function makeDisk(home: string, megabytes: number): Disk | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0711`, 'tmpfs', home]);
  if (status !== 0) return null;
  const ballast = path.join(home, 'ballast');
  return {
    fill() {
      const file = openSync(ballast, 'a');
      try {
        for (let size = 1 << 20; size >= 4_096; ) {
          try {
            writeSync(file, Buffer.alloc(size));
          } catch {
            size >>= 1;
          }
        }
      } finally {
        closeSync(file);
      }
    },
    free: () => rmSync(ballast, { force: true }),
  };
}
