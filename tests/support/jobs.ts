import { db } from '@/lib/db/client';
import type { JobName, Jobs } from '@/lib/jobs/queue';
import { handlers } from '@/lib/notifications/handlers';

/** Does the jobs of a name that wait in the queue, the latest too, and answers with how many there were. */
export async function runJobs<N extends JobName>(name: N): Promise<number> {
  const jobs = await db.$queryRaw<{ id: string; data: Jobs[N] }[]>`
    DELETE FROM pgboss.job WHERE name = ${name} AND state < 'active' RETURNING id::text AS id, data`;
  for (const { data } of jobs) await handlers[name](data);
  return jobs.length;
}
