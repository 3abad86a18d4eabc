import 'server-only';
import { log } from '@/lib/core/log';
import { db, type Tx } from '@/lib/db/client';
import { pool } from '@/lib/db/pool';
import type { Refused, Submitted } from './rail';
import { STOPS } from './rail';

/** Hears how far a step is; a test throws here, as if the process died. */
export type Watch = (point: string) => void;
export const unwatched: Watch = () => undefined;

/** Runs `work` as the rail's only worker; null when another one is at it. */
export async function asOnlyWorker<T>(rail: string, work: () => Promise<T>): Promise<T | null> {
  const client = await pool.connect();
  let failed: Error | undefined;
  try {
    const { rows } = await client.query<{ got: boolean }>('SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS got', [
      `payout.rail.${rail}`,
    ]);
    if (!rows[0]?.got) return null;
    try {
      return await work();
    } finally {
      await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [`payout.rail.${rail}`]);
    }
  } catch (error) {
    failed = error as Error;
    throw error;
  } finally {
    // With its connection the lock is gone as well.
    client.release(failed);
  }
}

/** The sendings of a rail whose end nobody has told yet, the oldest first. */
export async function openSubmissions(rail: string): Promise<Submitted[]> {
  const rows = await db.payoutSubmission.findMany({
    where: { rail, endedAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    include: { items: { orderBy: { nth: 'asc' }, select: { payoutId: true, opens: true } } },
  });
  return rows;
}

/** Stops a rail until a person has looked. Stopped for the same already, it stays so. */
export async function stopRail(tx: Tx, rail: string, { refusal }: Refused): Promise<void> {
  if (!STOPS.includes(refusal)) return;
  const made = await tx.$executeRaw`
    INSERT INTO payout_fault (id, rail, code) VALUES (gen_random_uuid(), ${rail}, ${refusal}) ON CONFLICT DO NOTHING`;
  if (made > 0) log.error({ rail, refusal }, 'payouts stop until an admin has looked');
}

export const isStopped = async (tx: Tx, rail: string): Promise<boolean> =>
  (await tx.payoutFault.count({ where: { rail, clearedAt: null } })) > 0;
