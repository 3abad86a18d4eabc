import 'server-only';
import { pool } from './pool';

/** Milliseconds that such a question may take. */
const MOST = 3_600_000;

type Rows = Record<string, unknown>[];

interface Question {
  text: string;
  values?: unknown[];
}

/**
 * Asks what looks at all there is, however long it takes: no limit of a page holds for it. Several questions see the same state; one
 * may follow from what those before it found.
 */
export async function askAtLength(questions: readonly (Question | ((found: readonly Rows[]) => Question))[]): Promise<Rows[]> {
  const client = await pool.connect();
  let failed: Error | undefined;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query('SET LOCAL statement_timeout = 0');
    const found: Rows[] = [];
    for (const question of questions) {
      const { text, values = [] } = typeof question === 'function' ? question(found) : question;
      const asked = { text, values, query_timeout: MOST };
      found.push((await client.query<Record<string, unknown>>(asked)).rows);
    }
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
