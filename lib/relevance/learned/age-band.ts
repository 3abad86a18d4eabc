const BANDS = [
  ['under a day', 1],
  ['under a week', 7],
  ['under a month', 30],
  ['under a year', 365],
  ['a year or more', Number.POSITIVE_INFINITY],
] as const;

export type AgeBand = (typeof BANDS)[number][0] | 'not known';
export const AGE_BANDS: readonly AgeBand[] = [...BANDS.map(([name]) => name), 'not known'];

/** Which band an account of so many days falls in; null is not known. */
export const ageBand = (days: number | null): AgeBand =>
  days === null ? 'not known' : (BANDS.find(([, end]) => days < end)?.[0] ?? 'not known');
