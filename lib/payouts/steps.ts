import 'server-only';
import { log } from '@/lib/core/log';
import { alone } from '@/lib/db/alone';
import { db, type Tx } from '@/lib/db/client';
import type { Doubt } from './doubt';
import { type Refused, STOPS, type Submitted } from './rail';

/** Runs `work` as the rail's only worker; null when another one is at it. */
export const asOnlyWorker = <T>(rail: string, work: () => Promise<T>): Promise<T | null> => alone(`payout.rail.${rail}`, work);

/** The sendings of a rail whose end nobody has told yet, the oldest first. */
export async function openSubmissions(rail: string): Promise<Submitted[]> {
  const rows = await db.payoutSubmission.findMany({
    where: { rail, endedAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    include: { items: { orderBy: { nth: 'asc' }, select: { payoutId: true, opens: true } } },
  });
  return rows;
}

/** Stops a rail that refused something, where that is for a person to look at. */
export async function stopRail(tx: Tx, rail: string, { refusal }: Refused): Promise<void> {
  if (STOPS.includes(refusal)) await stop(tx, rail, refusal);
}

/** Stops a rail until a person has looked. Stopped for the same already, it stays so. */
export async function stop(tx: Tx, rail: string, why: Refused['refusal'] | Doubt): Promise<void> {
  const made = await tx.$executeRaw`
    INSERT INTO payout_fault (id, rail, code) VALUES (gen_random_uuid(), ${rail}, ${why}) ON CONFLICT DO NOTHING`;
  if (made > 0) log.error({ rail, why }, 'payouts stop until an admin has looked');
}

export const isStopped = async (tx: Tx, rail: string): Promise<boolean> =>
  (await tx.payoutFault.count({ where: { rail, clearedAt: null } })) > 0;
