/** Why somebody's reading is held: what a rule saw, or what a human found. A closed set; words hang on it. */
export const HOLD_REASONS = ['no-jitter', 'same-trace', 'burst', 'linked', 'forged', 'other'] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];
