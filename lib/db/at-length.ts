import 'server-only';
import type { PoolClient } from 'pg';
import { pool } from './pool';

/** Milliseconds that such a question may take. */
const MOST = 3_600_000;

type Rows = Record<string, unknown>[];

interface Question {
  text: string;
  values?: unknown[];
}

/** Does statements that write as much as they have to, however long it takes, in one transaction. */
export async function writeAtLength(...statements: readonly Question[]): Promise<void> {
  await withClient('BEGIN', async (client) => {
    for (const { text, values = [] } of statements) await client.query({ text, values, query_timeout: MOST } as Timed);
  });
}

type Timed = Question & { query_timeout: number };

/**
 * Asks what looks at all there is, however long it takes: no limit of a page holds for it. Several questions see the same state; one
 * may follow from what those before it found.
 */
export async function askAtLength(questions: readonly (Question | ((found: readonly Rows[]) => Question))[]): Promise<Rows[]> {
  return withClient('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', async (client) => {
    const found: Rows[] = [];
    for (const question of questions) {
      const { text, values = [] } = typeof question === 'function' ? question(found) : question;
      const asked = { text, values, query_timeout: MOST } as Timed;
      found.push((await client.query<Record<string, unknown>>(asked)).rows);
    }
    return found;
  });
}

async function withClient<T>(begin: string, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let failed: Error | undefined;
  try {
    await client.query(begin);
    await client.query('SET LOCAL statement_timeout = 0');
    const found = await work(client);
    await client.query('COMMIT');
    return found;
  } catch (error) {
    failed = error as Error;
    throw error;
  } finally {
    // A connection that failed within a transaction is not used again.
    client.release(failed);
  }
}
