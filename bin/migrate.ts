import path from 'node:path';
import { migrate, newMigration } from '@/lib/db/migrations';
import { command, Fault } from './fault';
import { ensureDatabase, joinPostgres } from './postgres';
import { dataDir } from './setup/data';
import { loadSettings } from './setup/settings';

// `migrate.ts` applies what is new; `migrate.ts new NAME` writes a migration from the changes in prisma/schema.
await command(async () => {
  loadSettings();
  const [verb = 'apply', name] = process.argv.slice(2);
  if (process.env.DATABASE_URL) return run(process.env.DATABASE_URL, verb, name);
  const home = verb === 'new' ? path.join(dataDir, `postgres-new-${process.pid}`) : path.join(dataDir, 'postgres');
  const postgres = await joinPostgres(home);
  if (postgres.note) console.log(postgres.note);
  try {
    await ensureDatabase(postgres, 'bulb');
    await run(postgres.url('bulb'), verb, name);
  } finally {
    await postgres.stop();
    if (verb === 'new') await postgres.remove();
  }
});

async function run(url: string, verb: string, name: string | undefined): Promise<void> {
  if (verb === 'new') {
    if (!name) throw new Fault('Give the migration a name: npm run db:new -- add-something');
    console.log(await newMigration(url, name, new Date()));
    return;
  }
  const applied = await migrate(url);
  console.log(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`);
}
