/** How long a decision can be taken back by who made it. */
export const UNDO_MINUTES = 10;
