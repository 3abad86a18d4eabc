/** Sums of fewer readers than so many are told to nobody: they would tell too much of each. */
export const LEAST_READERS = 5;
