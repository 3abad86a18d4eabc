import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureDatabase, startPostgres } from '../../../bin/postgres';
import { placeFor } from '../../../bin/postgres/place';
import { root } from '../../../bin/setup/data';

// The demo town is filled once for all journeys; each site starts from a copy of it.
const home = path.join(root, `.data/e2e-filled-${process.env.E2E_PORT}`);

/** Fills a town that no site has served yet. */
export async function fillTown(): Promise<void> {
  const postgres = await startPostgres(home, { fresh: true, careless: true });
  try {
    await ensureDatabase(postgres, 'bulb');
    process.env.DATABASE_URL = postgres.url('bulb');
    const [{ migrateDatabase, leaveDatabase }, { seedTown }] = await Promise.all([
      import('../../../bin/setup/database'),
      import('@/prisma/seed'),
    ]);
    await migrateDatabase();
    await seedTown(new Date());
    await leaveDatabase();
  } finally {
    await postgres.stop();
  }
}

/** Gives the site whose data lie in `data` the town that was filled. */
export function copyTown(data: string): void {
  mkdirSync(data, { recursive: true });
  const [from, to] = [placeFor(home).home, placeFor(path.join(data, 'postgres')).home];
  // As it is, with its owner: Postgres serves nothing that is not its own.
  for (const name of ['data', 'password', 'ready']) {
    if (existsSync(path.join(to, name))) rmSync(path.join(to, name), { recursive: true });
    const { status, stderr } = spawnSync('cp', ['-a', path.join(from, name), to], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`the town could not be copied: ${stderr}`);
  }
}
