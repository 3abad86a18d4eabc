import type { FilterLevel } from '@/lib/blogs/view';

/** A thread this small is shown whole. */
export const SMALL_THREAD = 10;

/** Left out below this standing, and from this probability of being unwanted on. */
export const THRESHOLDS: Readonly<Record<Exclude<FilterLevel, 'off'>, { standing: number; unwanted: number }>> = {
  light: { standing: 0.1, unwanted: 0.95 },
  standard: { standing: 0.2, unwanted: 0.9 },
  strict: { standing: 0.3, unwanted: 0.75 },
};

/** The lowest probability of being unwanted from which any level leaves a comment out. */
export const MAY_BE_UNWANTED = Math.min(...Object.values(THRESHOLDS).map(({ unwanted }) => unwanted));
