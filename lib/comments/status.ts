import type { CommentStatus } from './view';

interface Move {
  from: readonly (CommentStatus | null)[];
  to: readonly CommentStatus[];
}

/** From where to where each kind of event may move a comment. What is in no row cannot happen. */
export const MOVES = {
  screened: { from: [null], to: ['held', 'visible', 'rejected'] },
  edited: { from: ['held', 'visible'], to: ['held', 'visible'] },
  withdrawn: { from: ['held', 'visible', 'rejected'], to: ['withdrawn'] },
  hidden: { from: ['visible'], to: ['held'] },
  // A human may bring back what a machine rejected; what a human removed comes back by an appeal only.
  // What reports alone have hidden comes back after a day.
  released: { from: ['held'], to: ['visible'] },
  approved: { from: ['held', 'visible', 'rejected'], to: ['visible'] },
  // The reports about it are right, and it stays all the same.
  lowered: { from: ['held', 'visible'], to: ['visible'] },
  removed: { from: ['held', 'visible'], to: ['removed'] },
  undone: { from: ['visible', 'removed'], to: ['held', 'visible', 'rejected'] },
  'appeal-reversed': { from: ['held', 'rejected', 'removed', 'visible'], to: ['visible'] },
} as const satisfies Record<string, Move>;

/** Whether an event of this kind may lead there. An action without a row of its own moves nothing. */
export function canMove(from: CommentStatus | null, action: string, to: CommentStatus): boolean {
  const move: Move | undefined = Object.hasOwn(MOVES, action) ? MOVES[action as keyof typeof MOVES] : undefined;
  return move ? move.from.includes(from) && move.to.includes(to) : from === to;
}

export interface StatusEvent {
  action: string;
  fromStatus: CommentStatus | null;
  toStatus: CommentStatus | null;
}

/** Where these events, in their order, leave a comment; null before the first. @throws when one does not follow from those before it */
export function statusFrom(events: readonly StatusEvent[]): CommentStatus | null {
  return events.reduce<CommentStatus | null>((status, { action, fromStatus, toStatus }) => {
    if (toStatus === null) return status;
    if (fromStatus !== status || !canMove(status, action, toStatus)) throw new Error(`${action} cannot lead from ${status} to ${toStatus}`);
    return toStatus;
  }, null);
}
