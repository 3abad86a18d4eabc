import path from 'node:path';
import { environment, environmentFaults } from '@/lib/core/env';
import { command, Fault } from './fault';
import type { Postgres } from './postgres';
import { applicationLogin } from './setup/application';
import { ensureBuild } from './setup/build';
import { type Child, startChild } from './setup/children';
import { ensureClient } from './setup/client';
import { dataDir } from './setup/data';
import { requireFreePort } from './setup/port';
import { processCount } from './setup/process-count';
import { takeRunLock } from './setup/run-lock';
import { ensureSecrets, shareSecrets } from './setup/secrets';
import { loadSettings } from './setup/settings';

const dev = process.argv.includes('--dev');
const fresh = process.argv.includes('--fresh');
let stopping = false;
const processes = dev ? '1' : (optionIn(process.argv, '--processes') ?? '1');

await command(async () => {
  loadSettings();
  process.env.BULB_DATA_DIR = dataDir;
  // Nobody but `npm start` itself may say that Postgres is embedded.
  delete process.env.EMBEDDED;
  const faults = environmentFaults(process.env);
  if (faults.length > 0) throw new Fault(faults.join('\n'));
  const count = processCount(processes);
  if (count === null) throw new Fault('--processes takes a number from 1 to 256, or all.');
  const port = Number(process.env.PORT || 3000);
  const release = takeRunLock(port);
  const interrupted = interruption();
  let postgres: Postgres | null = null;
  const children: Child[] = [];
  try {
    await requireFreePort(port, process.env.DATABASE_URL ? environment.shape.HOST.parse(process.env.HOST || undefined) : '127.0.0.1');
    const own = process.env.DATABASE_URL || null;
    if (!own) ensureSecrets();
    if (ensureClient()) console.log('Made the database client.');
    const { embed, leaveDatabase, migrateDatabase } = await import('./setup/database');
    if (!own) postgres = await embed(port, { fresh, processes: count });
    await migrateDatabase();
    if (own) {
      await shareSecrets(own);
      const { connectionsLack } = await import('./setup/connections');
      const lack = await connectionsLack(own, count);
      if (lack) console.warn(lack);
    }
    const application = await applicationLogin(process.env.DATABASE_URL ?? '');
    if (application.lack)
      console.warn(
        `The site runs as the role of DATABASE_URL and only lays its rights aside, since it has no login of its own: ${application.lack}`,
      );
    process.env.DATABASE_URL = application.url;
    if (postgres) {
      const { seedTown } = await import('@/prisma/seed');
      if (await seedTown(new Date())) console.log('Filled the empty database with the demo town.');
    }
    if (!dev) ensureBuild();
    if (postgres) {
      const { startDemoChain } = await import('./setup/demo-chain');
      const chain = await startDemoChain();
      if (chain) children.push(chain);
    }
    const child = { NODE_ENV: dev ? 'development' : 'production' };
    children.push(await startChild('worker.ts', child));
    children.push(await startChild('serve.ts', child, ['--processes', processes]));
    await welcome(port, postgres !== null);
    await leaveDatabase();
    const died = postgres && keepRunning(postgres, count, (again) => (postgres = again));
    const ends = children.map(({ ended }) => ended.then(() => 'A part of BULB ended; stopping the rest.'));
    const why = await Promise.race([interrupted, ...ends, ...(died ? [died] : [])]);
    if (why !== 'asked') throw new Fault(why);
    console.log('\nStopping.');
  } finally {
    stopping = true;
    await Promise.all(children.reverse().map((child) => child.stop()));
    await postgres?.stop();
    release();
  }
});

/** Starts the embedded Postgres again where it was whenever it ends unasked; settles when that fails. The site goes on meanwhile. */
async function keepRunning(first: Postgres, processes: number, replaced: (again: Postgres) => void): Promise<string> {
  const [{ startPostgres }, { allowedFor }] = await Promise.all([import('./postgres'), import('./setup/connections')]);
  for (let running = first; ; ) {
    const said = (await running.died).trim().split('\n').at(-1) ?? '';
    if (stopping) return 'asked';
    console.error(`Postgres ended: ${said} Starting it again.`);
    try {
      running = await startPostgres(path.join(dataDir, 'postgres'), { port: running.port, connections: allowedFor(processes) });
    } catch (error) {
      return `Postgres ended and does not start: ${error instanceof Error ? error.message : error}`;
    }
    replaced(running);
    if (stopping) await running.stop();
  }
}

/** `--name value` or `--name=value`. */
function optionIn(args: readonly string[], name: string): string | undefined {
  const at = args.findIndex((arg) => arg === name || arg.startsWith(`${name}=`));
  return at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1] ?? '');
}

function interruption(): Promise<string> {
  return new Promise((resolve) => {
    let asked = 0;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        stopping = true;
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
