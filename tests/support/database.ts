import pg from 'pg';
import { afterAll, inject } from 'vitest';

// A fresh copy of the migrated database for this file, before anything imports the client.
const server = inject('postgres');
const name = `worker_${process.env.VITEST_POOL_ID ?? process.pid}`;
const client = new pg.Client({ connectionString: `${server}postgres` });
await client.connect();
await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
for (let attempt = 0; ; attempt++) {
  try {
    await client.query(`CREATE DATABASE ${name} TEMPLATE template STRATEGY FILE_COPY`);
    break;
  } catch (error) {
    // The migration's last connection may take a moment to go.
    if (attempt > 20 || !(error instanceof Error && 'code' in error && error.code === '55006')) throw error;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
await client.end();
process.env.DATABASE_URL = `${server}${name}`;
process.env.SECRET ??= 'a-secret-of-the-tests-and-nobody-else';

afterAll(async () => {
  await (globalThis as { bulbDb?: { $disconnect: () => Promise<void> } }).bulbDb?.$disconnect();
});
