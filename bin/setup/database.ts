import path from 'node:path';
import { migrate } from '@/lib/db/migrations';
import { installQueues } from '@/lib/jobs/queue';
import { ensureDatabase, freePort, type Postgres, startPostgres } from '../postgres';
import { applicationLogin } from './application';
import { allowedFor } from './connections';
import { dataDir } from './data';

/** The embedded Postgres, and the environment that goes with it: loopback only, mail to the sink. */
export async function embed(
  port: number,
  { fresh, processes = 1, home = path.join(dataDir, 'postgres') }: { fresh: boolean; processes?: number; home?: string },
): Promise<Postgres> {
  const postgres = await startPostgres(home, { fresh, connections: allowedFor(processes) });
  if (postgres.note) console.log(postgres.note);
  await ensureDatabase(postgres, 'bulb');
  Object.assign(process.env, {
    DATABASE_URL: postgres.url('bulb'),
    EMBEDDED: '1',
    HOST: '127.0.0.1',
    SITE_URL: `http://localhost:${port}`,
    SMTP_URL: `smtp://127.0.0.1:${await freePort()}`,
    // The terminal is for people here.
    LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
  });
  return postgres;
}

export async function migrateDatabase(): Promise<void> {
  const url = process.env.DATABASE_URL ?? '';
  const applied = await migrate(url);
  await installQueues((await applicationLogin(url)).url);
  if (applied.length > 0) console.log(`Migrated the database, in ${applied.length} steps.`);
}

/** Gives this process's own connections back: it needs none any more, or the server is about to stop. */
export async function leaveDatabase(): Promise<void> {
  const { db } = await import('@/lib/db/client');
  await db.$disconnect();
}
