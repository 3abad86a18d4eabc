import pg from 'pg';

/** Runs a statement as the database's owner, in a session of its own, and says how many rows it met; the application is less. */
export async function asOwner(statement: string, values: unknown[] = []): Promise<number> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    return (await client.query(statement, values)).rowCount ?? 0;
  } finally {
    await client.end();
  }
}
