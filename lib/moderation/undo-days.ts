/** How long a ban with its removals can be taken back by who moderates there. Days. */
export const UNDO_SWEEP_DAYS = 7;
