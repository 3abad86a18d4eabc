import pg from 'pg';
import { env } from '@/lib/core/env';

/** For the listener of a web process and the queue of each of its threads. */
const BESIDE = 3;
const WORKER = 5;
/** For people with psql, audits and dumps. */
const SPARE = 20;

/** How many connections `processes` web processes and one worker may hold at once. */
export function connectionsOf(processes: number): number {
  const { DATABASE_POOL } = env();
  return processes * (2 * DATABASE_POOL + BESIDE) + DATABASE_POOL + WORKER;
}

/** What the embedded Postgres allows; its usual hundred at least. */
export const allowedFor = (processes: number): number => Math.max(100, connectionsOf(processes) + SPARE);

/** What to tell whoever starts more web processes than the Postgres at `url` has connections for; null when all is well. */
export async function connectionsLack(url: string, processes: number): Promise<string | null> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ most: number }>(
      "SELECT current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int AS most",
    );
    const [most, wanted] = [rows[0]?.most ?? 0, connectionsOf(processes)];
    if (wanted <= most) return null;
    return `${processes} web processes and the worker may ask for ${wanted} connections; this Postgres allows ${most}. Set DATABASE_POOL lower, or max_connections higher.`;
  } finally {
    await client.end();
  }
}
