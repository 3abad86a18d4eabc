/** Why somebody's reading is held: what a rule saw, or what a human found. A closed set; words hang on it. */
export const HOLD_REASONS = ['no-jitter', 'same-trace', 'burst', 'linked', 'forged', 'unproven', 'other'] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

/** Why two accounts are linked: what they share, or what an admin found. */
export const LINK_GROUNDS = ['payout', 'passkey', 'number', 'card', 'identity', 'found'] as const;
export type LinkGround = (typeof LINK_GROUNDS)[number];

/** An admin's reason for a link. */
export const LINK_REASONS = ['one-person', 'one-purse', 'exchange', 'other'] as const;
export type LinkReason = (typeof LINK_REASONS)[number];
