import 'server-only';
import { isAdmin, type Member } from '@/lib/accounts/actor';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { type JobFailure, lastFailure } from '@/lib/jobs/last-failure';
import { type KnownAct, knownActs, type Steps, stepsNow } from './acts';
import { checksOf, doubtsIn, type PoolCheck, sharesIn, type TierFigures, tiersIn, type Unusual } from './checks';
import { closingOf } from './closing';
import { STEP_OF } from './commands/carry-on';
import { type EpochFigures, figuresOf, lastEpochs } from './figures';
import { mayClose } from './policy';
import { type Progress, progressOf } from './progress';
import { heldUntil } from './rules';

/**
 * Where an epoch stands: still read in, under way by a job (`freezing`, `dividing`, `allocating`, `releasing`), or waiting for an admin's
 * `approval`, the end of its `hold`, an admin's `release`.
 */
export type Standing = 'running' | 'freezing' | 'dividing' | 'approval' | 'allocating' | 'hold' | 'release' | 'releasing' | 'released';

interface Known {
  acts: readonly string[];
  now: Date;
  /** When its hold is over, milliseconds since 1970. */
  from: number;
}

export function standingOf({ state, endsAt }: Pick<EpochFigures, 'state' | 'endsAt'>, { acts, now, from }: Known): Standing {
  if (state === 'running') return endsAt > now ? 'running' : 'freezing';
  if (state === 'frozen') return 'dividing';
  if (state === 'divided') return acts.includes('approved') ? 'allocating' : 'approval';
  if (state === 'released') return 'released';
  if (acts.includes('release-begun')) return 'releasing';
  return from > now.getTime() ? 'hold' : 'release';
}

export interface Listed {
  figures: EpochFigures;
  standing: Standing;
  /** When its hold is over; null before it begins. */
  releaseFrom: Date | null;
}

/** The last epochs and where each stands, the latest first. @throws Refused `not-found` to who is no admin */
export async function listEpochs(by: Member, most = 26, now = new Date()): Promise<Listed[]> {
  if (!isAdmin(by)) throw new Refused('not-found');
  const epochs = await lastEpochs(most);
  const acts = await db.earningEvent.findMany({
    where: { epoch: { in: epochs.map(({ number }) => number) } },
    select: { epoch: true, action: true },
  });
  return Promise.all(
    epochs.map(async (figures) => {
      const from = await heldUntil(figures);
      const own = acts.filter(({ epoch }) => epoch === figures.number).map(({ action }) => action);
      return { figures, standing: standingOf(figures, { acts: own, now, from }), releaseFrom: dateOf(from) };
    }),
  );
}

const dateOf = (at: number): Date | null => (Number.isFinite(at) ? new Date(at) : null);

/** All that an admin looks at before they let an epoch go on. */
export interface Inspected {
  figures: EpochFigures;
  checks: PoolCheck[];
  shares: { accounts: number; amount: bigint };
  tiers: TierFigures[];
  unusual: Unusual;
  acts: KnownAct[];
  progress: Progress | null;
  /** How the last try of the step that is due failed; null where none did. */
  failure: JobFailure | null;
  standing: Standing;
  /** When its hold is over; null before it begins. */
  releaseFrom: Date | null;
  /** Whether who looks may let it go on, and why not. */
  mayClose: ReturnType<typeof mayClose>;
  steps: Steps;
}

/** @throws Refused `not-found` to who is no admin, and where there is no such epoch */
export async function inspectEpoch(by: Member, number: number, now = new Date()): Promise<Inspected> {
  const row = isAdmin(by) ? await db.epoch.findUnique({ where: { number } }) : null;
  const figures = row && (await figuresOf(number));
  if (!row || !figures) throw new Refused('not-found');
  const acts = await knownActs({ epoch: number, most: 20 });
  const names = acts.map(({ act }) => act);
  const from = await heldUntil(row);
  const closing = await closingOf(db, number, now);
  return {
    figures,
    checks: await checksOf(number),
    shares: await sharesIn(number),
    tiers: await tiersIn(number),
    unusual: await doubtsIn(number, now),
    acts,
    progress: await progressOf(row, names),
    failure: row.state === 'released' ? null : await lastFailure(STEP_OF[row.state], { number }),
    standing: standingOf(row, { acts: names, now, from }),
    releaseFrom: dateOf(from),
    mayClose: mayClose(by, closing),
    steps: await stepsNow(),
  };
}
