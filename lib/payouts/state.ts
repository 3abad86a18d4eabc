/**
 * The states of a payout. `requested`, `held` and `reserved` can still be taken back; the last three are its end, but that what was paid by hand may come
 * back.
 */
export type PayoutState = 'requested' | 'held' | 'reserved' | 'submitted' | 'settled' | 'failed' | 'cancelled';

/** What can happen to a payout. */
export type PayoutStep = 'reserve' | 'hold' | 'approve' | 'cancel' | 'submit' | 'settle' | 'fail' | 'return' | 'bounce';

const STEPS: Readonly<Record<PayoutStep, Partial<Record<PayoutState, PayoutState>>>> = {
  /** Its points are set aside. */
  reserve: { requested: 'reserved' },
  /** A person has to look first. */
  hold: { requested: 'held', reserved: 'held' },
  approve: { held: 'reserved' },
  cancel: { requested: 'cancelled', held: 'cancelled', reserved: 'cancelled' },
  submit: { reserved: 'submitted' },
  settle: { submitted: 'settled' },
  fail: { submitted: 'failed' },
  /** What was handed over can certainly never be carried out any more. */
  return: { submitted: 'reserved' },
  /** What was paid by hand has come back: a bank may return it weeks after. What a chain has settled never does. */
  bounce: { settled: 'failed' },
};

/** Where a step leads; null where it is not allowed. Time is no step: nothing fails by waiting. */
export const after = (state: PayoutState, step: PayoutStep): PayoutState | null => STEPS[step][state] ?? null;

export const ENDED: readonly PayoutState[] = ['settled', 'failed', 'cancelled'];
export const isOpen = (state: PayoutState): boolean => !ENDED.includes(state);

/** Every pair that a step leads from and to. */
export const PAIRS: readonly (readonly [PayoutState, PayoutState])[] = Object.values(STEPS).flatMap(
  (pairs) => Object.entries(pairs) as [PayoutState, PayoutState][],
);
