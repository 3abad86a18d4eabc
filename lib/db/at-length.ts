import 'server-only';
import { pool } from './pool';

/** Milliseconds that such a question may take. */
const MOST = 3_600_000;

/** Asks what looks at all there is, however long it takes: no limit of a page holds for it. Several questions see the same state. */
export async function askAtLength(questions: readonly { text: string; values?: unknown[] }[]): Promise<Record<string, unknown>[][]> {
  const client = await pool.connect();
  let failed: Error | undefined;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query('SET LOCAL statement_timeout = 0');
    const found: Record<string, unknown>[][] = [];
    for (const { text, values = [] } of questions) {
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
