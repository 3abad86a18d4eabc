import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { freePort, type Postgres } from '../../bin/postgres';
import { ensureBuild } from '../../bin/setup/build';
import { type Child, startChild } from '../../bin/setup/children';
import { ensureClient } from '../../bin/setup/client';
import { dataDir, root } from '../../bin/setup/data';
import { embed, migrateDatabase } from '../../bin/setup/database';
import { ensureSecrets } from '../../bin/setup/secrets';

export interface Site {
  port: number;
  postgres: Postgres;
  /** Starts one more web process; the first listens on `port`. */
  serve: (port: number, env?: Record<string, string>, args?: string[]) => Promise<Child>;
}

/** Runs `measure` beside a built site with the demo town in a Postgres of its own, and removes all of it after. */
export async function withSite<T>(measure: (site: Site) => Promise<T>): Promise<T> {
  process.env.BULB_DATA_DIR = path.join(dataDir, `bench-${process.pid}`);
  const home = path.resolve(root, process.env.BULB_DATA_DIR);
  mkdirSync(home, { recursive: true });
  const port = await freePort();
  Object.assign(process.env, { PORT: String(port), REQUEST_LIMIT: '0', LOG_LEVEL: process.env.LOG_LEVEL || 'error', TRUSTED_PROXIES: '1' });
  ensureSecrets();
  ensureClient();
  ensureBuild();
  const postgres = await embed(port, true);
  const children: Child[] = [];
  try {
    await migrateDatabase();
    const { seedTown } = await import('@/prisma/seed');
    await seedTown(new Date());
    const serve: Site['serve'] = async (at, env = {}, args = []) => {
      const child = await startChild('serve.ts', { NODE_ENV: 'production', BULB_DATA_DIR: home, PORT: String(at), ...env }, args);
      children.push(child);
      return child;
    };
    return await measure({ port, postgres, serve });
  } finally {
    await Promise.all(children.map((child) => child.stop()));
    await postgres.stop();
    rmSync(home, { recursive: true, force: true });
  }
}
