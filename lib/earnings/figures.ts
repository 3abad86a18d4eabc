import 'server-only';
import { db } from '@/lib/db/client';
import type { PoolKind } from './pools';
import { fractionOf } from './rule';
import type { EpochRow } from './steps';

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

const OMIT = {
  secret: true,
  reached: true,
  chunk: true,
  done: true,
  total: true,
  leftOut: true,
  readingVersion: true,
  reviewedAt: true,
} as const;
const SHOWN = { omit: OMIT, include: { pools: { orderBy: { kind: 'asc' } } } } as const;

/** The last epochs in figures, the latest first: nobody's own, the same for everyone. */
export async function lastEpochs(most: number): Promise<EpochFigures[]> {
  return (await db.epoch.findMany({ ...SHOWN, orderBy: { number: 'desc' }, take: most })).map(asFigures);
}

/** One epoch in figures; null where there is none. */
export async function figuresOf(number: number): Promise<EpochFigures | null> {
  const row = await db.epoch.findUnique({ ...SHOWN, where: { number } });
  return row && asFigures(row);
}

type Row = NonNullable<Awaited<ReturnType<typeof db.epoch.findUnique<{ where: { number: number } } & typeof SHOWN>>>>;

function asFigures({ pools, ...epoch }: Row): EpochFigures {
  return {
    ...epoch,
    pools: pools.map(({ kind, pool, paid, carry, gammaOver, gammaUnder, readers, payees, inputHash, outputHash }) => ({
      ...{ kind, pool, paid, carry, readers, payees, inputHash, outputHash },
      gamma: fractionOf(gammaOver, gammaUnder),
    })),
  };
}

/** What the last nightly audit of the ledger said; null before the first. */
export const lastAudit = () => db.ledgerAudit.findFirst({ orderBy: { at: 'desc' } });

/** An audit is made every night; one that is older than this has been missed. */
const AUDIT_DAYS = 2;

/** What is wrong with the last audit at `now`: it found faults, it is too old, or there was none. */
export function auditTrouble(audit: Awaited<ReturnType<typeof lastAudit>>, now: Date): 'faults' | 'old' | 'none' | null {
  if (!audit) return 'none';
  if (Array.isArray(audit.faults) && audit.faults.length > 0) return 'faults';
  return now.getTime() - audit.at.getTime() > AUDIT_DAYS * 86_400_000 ? 'old' : null;
}

/** The chain's heads that the nightly audits kept. */
export const saidHeads = () => db.ledgerAudit.findMany({ orderBy: { at: 'asc' }, select: { sealed: true, head: true } });

/** The beginning of what no epoch has taken or is taking: the end of the last one that is over. */
export async function undividedSince(now: Date): Promise<Date> {
  const last = await db.epoch.findFirst({ where: { endsAt: { lte: now } }, orderBy: { endsAt: 'desc' }, select: { endsAt: true } });
  return last?.endsAt ?? new Date(0);
}
