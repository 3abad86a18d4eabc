import 'server-only';
import { db } from '@/lib/db/client';
import type { Handlers, JobName } from './queue';

export interface JobFailure {
  at: Date;
  /** Of what was thrown. */
  message: string;
  /** It is tried again by itself. */
  again: boolean;
}

/** How the newest job of this name with these data failed; null where it did not, or there is none. */
export async function lastFailure<N extends JobName>(name: N, data: Parameters<Handlers[N]>[0]): Promise<JobFailure | null> {
  const [row] = await db.$queryRaw<{ state: string; at: Date | null; message: string | null }[]>`
    SELECT state::text AS state, coalesce(completed_on, started_on) AS at, output->>'message' AS message FROM pgboss.job
    WHERE name = ${name} AND data @> ${JSON.stringify(data)}::jsonb AND state <> 'created' ORDER BY created_on DESC LIMIT 1`;
  if (!row?.at || row.message === null || (row.state !== 'failed' && row.state !== 'retry')) return null;
  return { at: row.at, message: row.message, again: row.state === 'retry' };
}
