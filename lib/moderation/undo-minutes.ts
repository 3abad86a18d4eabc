/** How long a decision can be taken back by who made it. */
export const UNDO_MINUTES = 10;

/** How long a ban with its removals can be taken back by who moderates there. Days. */
export const UNDO_SWEEP_DAYS = 7;
