export type SlowSeconds = 0 | 30 | 60 | 120;
export type SlowReason = 'calm' | 'cooling' | 'crowd' | 'few-people' | 'reports' | 'down-votes';

export interface Heat {
  /** Comments of the last ten minutes, and how many people wrote them. */
  comments: number;
  people: number;
  /** People known here who reported something of it in the last hour. */
  reports: number;
  /** Share of down votes among the votes on the thread's comments of the last hour, 0 to 1. */
  downShare: number;
  /** What holds now. */
  seconds: SlowSeconds;
}

export interface Slowed {
  seconds: SlowSeconds;
  /** The strongest sign; `cooling` when none is left but the steps down, `calm` only with 0 seconds. */
  reason: SlowReason;
}

const STEPS: readonly SlowSeconds[] = [0, 30, 60, 120];
/** A thread cools below this part of what heated it, so that it does not flap at a threshold. */
const COOLS_BELOW = 0.6;

interface Sign {
  reason: Exclude<SlowReason, 'calm' | 'cooling'>;
  measure: (heat: Heat) => number;
  /** Fewer comments than this mean nothing. */
  fewest: number;
  /** From where each step holds. */
  from: readonly [number, number, number];
}

/** What heats a thread. A crowd in which everyone speaks once is hot only when nobody could read it. */
const SIGNS: readonly Sign[] = [
  { reason: 'reports', measure: ({ reports }) => reports, fewest: 0, from: [3, 6, 10] },
  { reason: 'few-people', measure: ({ comments, people }) => comments / Math.max(1, people), fewest: 12, from: [4, 6, 8] },
  { reason: 'down-votes', measure: ({ downShare }) => downShare, fewest: 12, from: [0.4, 0.55, 0.7] },
  { reason: 'crowd', measure: ({ comments }) => comments, fewest: 0, from: [40, 80, 160] },
];

/**
 * Seconds that one person waits between two comments of a thread, and the sign that says so. It heats at once and cools
 * one step at each call, once every sign is under six tenths of what heated it.
 */
export function slowSecondsFor(heat: Heat): Slowed {
  const present = STEPS.indexOf(heat.seconds);
  const hot = strongest(heat, 1);
  if (hot.step >= present) return { seconds: STEPS[hot.step] ?? 0, reason: hot.reason };
  const warm = strongest(heat, COOLS_BELOW);
  const step = Math.max(present - 1, Math.min(warm.step, present));
  return { seconds: STEPS[step] ?? 0, reason: step === 0 ? 'calm' : warm.step > 0 ? warm.reason : 'cooling' };
}

function strongest(heat: Heat, part: number): { step: number; reason: SlowReason } {
  let most: { step: number; reason: SlowReason } = { step: 0, reason: 'calm' };
  for (const { reason, measure, fewest, from } of SIGNS) {
    const measured = heat.comments >= fewest * part ? measure(heat) : 0;
    const step = from.filter((threshold) => measured >= threshold * part).length;
    if (step > most.step) most = { step, reason };
  }
  return most;
}
