import 'server-only';
import { db } from '@/lib/db/client';
import type { EpochRow, PoolKind } from './steps';

/** One division in figures, as they are published. Points in thousandths. */
export interface PoolFigures {
  kind: PoolKind;
  pool: bigint;
  paid: bigint | null;
  carry: bigint | null;
  /** Points that a second moved, as a fraction; null where every budget fitted. */
  gamma: readonly [bigint, bigint] | null;
  readers: number;
  payees: number;
  /** SHA-256 of what is published, in hex. */
  inputHash: string;
  outputHash: string | null;
}

export interface EpochFigures {
  number: number;
  startsAt: Date;
  endsAt: Date;
  state: EpochRow['state'];
  ruleVersion: number;
  frozenAt: Date | null;
  dividedAt: Date | null;
  allocatedAt: Date | null;
  releasedAt: Date | null;
  pools: PoolFigures[];
}

/** The last epochs in figures, the latest first: nobody's own, the same for everyone. */
export async function lastEpochs(most: number): Promise<EpochFigures[]> {
  const rows = await db.epoch.findMany({
    orderBy: { number: 'desc' },
    take: most,
    omit: { secret: true, reached: true, chunk: true, done: true, total: true, leftOut: true, readingVersion: true, reviewedAt: true },
    include: { pools: { orderBy: { kind: 'asc' } } },
  });
  return rows.map(({ pools, ...epoch }) => ({
    ...epoch,
    pools: pools.map(({ kind, pool, paid, carry, gammaOver, gammaUnder, readers, payees, inputHash, outputHash }) => ({
      ...{ kind, pool, paid, carry, readers, payees, inputHash, outputHash },
      gamma: gammaOver === null || gammaUnder === null ? null : ([gammaOver, gammaUnder] as const),
    })),
  }));
}

/** What the last nightly audit of the ledger said; null before the first. */
export const lastAudit = () => db.ledgerAudit.findFirst({ orderBy: { at: 'desc' } });

/** The beginning of what no epoch has taken or is taking: the end of the last one that is over. */
export async function undividedSince(now: Date): Promise<Date> {
  const last = await db.epoch.findFirst({ where: { endsAt: { lte: now } }, orderBy: { endsAt: 'desc' }, select: { endsAt: true } });
  return last?.endsAt ?? new Date(0);
}
