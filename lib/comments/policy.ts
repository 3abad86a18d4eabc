import type { CommentStatus } from './view';

const MINUTE = 60_000;
export const UNMARKED_MINUTES = 15;
export const EDIT_HOURS = 24;
/** How long a decision can be taken back by who made it. */
export const UNDO_MINUTES = 10;
/** Withdrawn words about which a report waits are kept for the moderators so long at most. */
export const KEPT_DAYS = 14;

export interface Own {
  authorId: string | null;
  status: CommentStatus;
  createdAt: Date;
}

export const isAuthor = (memberId: string, comment: { authorId: string | null }): boolean => comment.authorId === memberId;

/** For a day, while it is shown or waits. */
export function canEdit(memberId: string, comment: Own, now: Date): boolean {
  const open = comment.status === 'visible' || comment.status === 'held';
  return isAuthor(memberId, comment) && open && now.getTime() - comment.createdAt.getTime() <= EDIT_HOURS * 60 * MINUTE;
}

/** Nobody has answered or reported it, and it is fresh: then an edit leaves no mark. */
export function editLeavesMark(comment: { createdAt: Date; touched: boolean }, now: Date): boolean {
  return comment.touched || now.getTime() - comment.createdAt.getTime() > UNMARKED_MINUTES * MINUTE;
}

export function canWithdraw(memberId: string, comment: Own): boolean {
  return isAuthor(memberId, comment) && (comment.status === 'visible' || comment.status === 'held' || comment.status === 'rejected');
}

interface Voter {
  id: string;
  emailVerified: boolean;
  createdAt: Date;
}

/** Nobody votes on their own; a down vote wants a verified address and an account older than a day. */
export function canVote(voter: Voter, comment: { authorId: string | null; status: CommentStatus }, value: number, now: Date): boolean {
  if (comment.status !== 'visible' || isAuthor(voter.id, comment)) return false;
  return value !== -1 || (voter.emailVerified && now.getTime() - voter.createdAt.getTime() > 24 * 60 * MINUTE);
}
