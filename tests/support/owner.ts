import pg from 'pg';

/** Runs statements as the database's owner, in a session of its own; the application is less. */
export async function asOwner(statement: string, values: unknown[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    await client.query(statement, values);
  } finally {
    await client.end();
  }
}
