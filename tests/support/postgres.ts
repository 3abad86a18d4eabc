import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrate } from '@/lib/db/migrations';
import { installQueues } from '@/lib/jobs/queue';
import { ensureDatabase, startPostgres } from '../../bin/postgres';
import { applicationLogin } from '../../bin/setup/application';
import { ensureClient } from '../../bin/setup/client';
import { root } from '../../bin/setup/data';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the test server, without a database. */
    postgres: string;
  }
}

/** One Postgres for the whole run, with a migrated database that each test file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  ensureClient();
  const postgres = await startPostgres(path.join(root, `.data/test-${process.pid}`), { fresh: true, careless: true });
  await ensureDatabase(postgres, 'template');
  await migrate(postgres.url('template'));
  await installQueues((await applicationLogin(postgres.url('template'))).url);
  project.provide('postgres', postgres.url(''));
  return async () => {
    await postgres.stop();
    await postgres.remove();
  };
}
