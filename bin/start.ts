import { existsSync } from 'node:fs';
import path from 'node:path';
import { environment, environmentFaults } from '@/lib/core/env';
import { command, Fault } from './fault';
import type { Postgres } from './postgres';
import { ensureBuild } from './setup/build';
import { type Child, startChild } from './setup/children';
import { ensureClient } from './setup/client';
import { dataDir, root } from './setup/data';
import { requireFreePort } from './setup/port';
import { takeRunLock } from './setup/run-lock';
import { ensureSecrets } from './setup/secrets';

const dev = process.argv.includes('--dev');
const fresh = process.argv.includes('--fresh');

await command(async () => {
  if (existsSync(path.join(root, '.env'))) process.loadEnvFile(path.join(root, '.env'));
  process.env.BULB_DATA_DIR = dataDir;
  // Nobody but `npm start` itself may say that Postgres is embedded.
  delete process.env.EMBEDDED;
  const faults = environmentFaults(process.env);
  if (faults.length > 0) throw new Fault(faults.join('\n'));
  const port = Number(process.env.PORT || 3000);
  const release = takeRunLock(port);
  const interrupted = interruption();
  let postgres: Postgres | null = null;
  const children: Child[] = [];
  try {
    await requireFreePort(port, process.env.DATABASE_URL ? environment.shape.HOST.parse(process.env.HOST || undefined) : '127.0.0.1');
    ensureSecrets();
    if (ensureClient()) console.log('Made the database client.');
    const { embed, migrateDatabase } = await import('./setup/database');
    if (!process.env.DATABASE_URL) postgres = await embed(port, fresh);
    await migrateDatabase();
    if (postgres) {
      const { seedTown } = await import('@/prisma/seed');
      if (await seedTown(new Date())) console.log('Filled the empty database with the demo town.');
    }
    if (!dev) ensureBuild();
    const child = { NODE_ENV: dev ? 'development' : 'production' };
    children.push(await startChild('worker.ts', child), await startChild('serve.ts', child));
    await welcome(port, postgres !== null);
    const died = postgres?.died.then((said) => `Postgres ended: ${said.trim().split('\n').at(-1)}`);
    const ends = children.map(({ ended }) => ended.then(() => 'A part of BULB ended; stopping the rest.'));
    const why = await Promise.race([interrupted, ...ends, ...(died ? [died] : [])]);
    if (why !== 'asked') throw new Fault(why);
    console.log('\nStopping.');
  } finally {
    await Promise.all(children.reverse().map((child) => child.stop()));
    await postgres?.stop();
    release();
  }
});

function interruption(): Promise<string> {
  return new Promise((resolve) => {
    let asked = 0;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        resolve('asked');
        // Someone who insists is not kept waiting.
        if (++asked > 2) process.exit(130);
      });
    }
  });
}

async function welcome(port: number, embedded: boolean): Promise<void> {
  const siteUrl = (process.env.SITE_URL || `http://localhost:${port}`).replace(/\/+$/, '');
  const [{ firstAdminLink }, { greeting }] = await Promise.all([import('./setup/first-admin'), import('./setup/greeting')]);
  if (embedded) console.log(greeting(port));
  const link = process.env.ADMIN_EMAIL ? null : await firstAdminLink(siteUrl, new Date());
  if (link) console.log(`\nWhoever opens this link first, within the hour, becomes the admin:\n  ${link}`);
  console.log(`\nBULB is at ${siteUrl} (Ctrl-C stops it).`);
}
