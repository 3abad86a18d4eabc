import 'server-only';
import type { Tx } from '@/lib/db/client';

/** Hears how far a step is; a test throws here, as if the process died. */
export type Watch = (point: string) => void;
export const unwatched: Watch = () => undefined;

export interface EpochRow {
  number: number;
  startsAt: Date;
  endsAt: Date;
  state: 'running' | 'frozen' | 'divided' | 'allocated' | 'released';
  ruleVersion: number;
  secret: string | null;
  reached: string | null;
  chunk: number;
  done: number;
  total: number;
  leftOut: Readonly<Record<string, number>>;
  allocatedAt: Date | null;
  reviewedAt: Date | null;
}

/** An epoch's row, held until the transaction ends; null when there is none, or it is not in this state. */
export async function lockEpoch(tx: Tx, number: number, state: EpochRow['state']): Promise<EpochRow | null> {
  const [row] = await tx.$queryRaw<EpochRow[]>`SELECT *, state::text AS state FROM epoch WHERE number = ${number} FOR NO KEY UPDATE`;
  return row?.state === state ? row : null;
}

/** Until the transaction ends no epoch begins, and no rule is announced or withdrawn. */
export async function lockStarts(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('epoch.open', 0))`;
}

/** Milliseconds after an epoch's end in which its last beats are still being written. */
export const GRACE = 60_000;
