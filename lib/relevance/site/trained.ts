import 'server-only';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { log } from '@/lib/core/log';
import { db } from '@/lib/db/client';
import { emptyModel, learn, MODEL_VERSION, type Model } from '../learned/model';
import { unpacked } from '../learned/stored';

export interface Trained {
  /** Changed as decisions come; whoever reads it together with `upTo` does so without a pause. */
  model: Model;
  /** The sequence of the last decision that it has learned. */
  upTo: number;
  /** How often the history had been rewritten when this was learned. */
  rewrites: number;
}

const shared = globalThis as { bulbFilter?: { trained?: Trained; underWay?: Promise<void> | undefined } };
shared.bulbFilter ??= {};
const state = shared.bulbFilter;

/** Milliseconds that a comment waits for what was decided since. */
const PATIENCE = 400;
/** Milliseconds of learning in a row, after which others have their turn. */
const STRETCH = 15;
const PAGE = 500;

/** The model of all decisions committed before the call. One row is read when nothing is new. */
export async function trained(): Promise<Trained> {
  const { last, rewrites } = await history();
  for (;;) {
    const { trained: known } = state;
    if (known && (known.rewrites > rewrites || (known.rewrites === rewrites && known.upTo >= last))) return known;
    state.underWay ??= train().finally(() => {
      state.underWay = undefined;
    });
    await state.underWay;
  }
}

/**
 * The model for a comment that waits for it: when there is much to learn, the one there was before. Null when there is none or
 * it cannot be read, which is logged: a comment never fails by its filter.
 */
export async function modelAtHand(): Promise<Model | null> {
  const ready = trained().then(
    ({ model }) => model,
    (error: unknown) => {
      log.error({ err: error }, 'the learned filter cannot be read');
      return null;
    },
  );
  return Promise.race([ready, setTimeout(PATIENCE, undefined, { ref: false }).then(() => state.trained?.model ?? null)]);
}

const history = (): Promise<{ last: number; rewrites: number }> => db.filterHistory.findUniqueOrThrow({ where: { id: 1 } });

async function train(): Promise<void> {
  const { last, rewrites } = await history();
  const known = state.trained?.rewrites === rewrites ? state.trained : await fromSnapshot(rewrites);
  let pausedAt = performance.now();
  for (let more = true; more; ) {
    const decisions = await db.filterDecision.findMany({
      where: { sequence: { gt: known.upTo, lte: last }, leftOut: false, superseded: false, forgotten: false, unwanted: { not: null } },
      orderBy: { sequence: 'asc' },
      take: PAGE,
    });
    for (const decision of decisions) {
      learn(known.model, decision, decision.unwanted === true);
      known.upTo = decision.sequence;
      if (performance.now() - pausedAt < STRETCH) continue;
      await setImmediate();
      pausedAt = performance.now();
    }
    more = decisions.length === PAGE;
  }
  known.upTo = Math.max(known.upTo, last);
  state.trained = known;
}

async function fromSnapshot(rewrites: number): Promise<Trained> {
  const kept = await db.filterModel.findFirst({
    where: { rewrites, version: MODEL_VERSION },
    orderBy: { upTo: 'desc' },
    select: { upTo: true, bytes: true },
  });
  const model = kept ? readable(kept.bytes) : null;
  return model && kept ? { model, upTo: kept.upTo, rewrites } : { model: emptyModel(), upTo: 0, rewrites };
}

function readable(bytes: Uint8Array): Model | null {
  try {
    return unpacked(bytes);
  } catch (error) {
    log.error({ err: error }, 'a stored filter is damaged; it is learned again from the decisions');
    return null;
  }
}
