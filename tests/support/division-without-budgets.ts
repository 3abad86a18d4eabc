import { divide as right } from '@/lib/earnings/divide';

export * from '@/lib/earnings/divide';

/** Divides as if budgets had no end. */
export const divide: typeof right = (epoch, allocated) =>
  right({ ...epoch, budgets: epoch.budgets.map((budget) => budget && 10n ** 15n) }, allocated);
