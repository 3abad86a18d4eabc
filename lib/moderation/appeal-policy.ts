import type { CommentStatus } from '@/lib/comments/view';

export const APPEAL_MONTHS = 6;

/** Over before anyone answered: `released`, since what was appealed is shown again by itself; `withdrawn`, since it was taken back. */
export type AppealOutcome = 'upheld' | 'reversed' | 'released' | 'undone' | 'with_ban' | 'withdrawn';

export interface Decided {
  action: string;
  toStatus: CommentStatus | null;
  createdAt: Date;
}

/** Whether this event took a shown or new comment away. A newcomer's first wait is none: a human looks at it anyway. */
export const takesAway = ({ action, toStatus }: Omit<Decided, 'createdAt'>): boolean =>
  action === 'hidden' || toStatus === 'rejected' || toStatus === 'removed';

/** Of events those that were not undone and undo none: what was decided and taken back was not decided. */
export const STANDS = { undoneBy: null, undoesId: null } as const;

/** Whether a comment's writer is without it, and did not choose so. */
export const isAway = (status: CommentStatus): boolean => status === 'held' || status === 'rejected' || status === 'removed';

/** The last instant at which a decision may be appealed. Where the sixth month has no such day, it is one of the next. */
export function appealUntil(decidedAt: Date): Date {
  const until = new Date(decidedAt);
  until.setUTCMonth(until.getUTCMonth() + APPEAL_MONTHS);
  return until;
}

/** Whether the comment is still away, its words are still there and the time is not over. */
export function canAppeal(decided: Decided, status: CommentStatus, now: Date): boolean {
  return takesAway(decided) && isAway(status) && now <= appealUntil(decided.createdAt);
}

/** Why someone who moderates here may not decide an appeal; null where they may. */
export function appealBar(
  memberId: string,
  { deciderId, writerId, reported = false }: { deciderId: string | null; writerId: string | null; reported?: boolean },
) {
  if (memberId === writerId) return 'own' as const;
  if (memberId === deciderId) return 'decided-first' as const;
  // Whose report took it away has said already what they think of it.
  return reported ? ('reported' as const) : null;
}

/** What a person reads out: the end of the appeal's id, which is chance alone. */
export const receiptOf = (appealId: string): string =>
  appealId
    .slice(-8)
    .toUpperCase()
    .replace(/(.{4})/, '$1-');

const REASON = /^(spam|unkind|off_topic|illegal|other)?(?:: )?([\s\S]*)$/;

/** A decision's reason as it is kept, taken apart: which of the closed set, and the moderator's own words. */
export function reasonParts(kept: string) {
  const [, reason, said = ''] = REASON.exec(kept) ?? [];
  return { reason: (reason ?? null) as 'spam' | 'unkind' | 'off_topic' | 'illegal' | 'other' | null, said };
}

export interface Sanctioned {
  createdAt: Date;
  liftedAt: Date | null;
  until: Date | null;
  sweeps: readonly { state: 'running' | 'done' | 'undoing' | 'undone' }[];
}

/** Whether it keeps somebody from writing or having it shown. */
export const sanctionHolds = ({ liftedAt, until }: Pick<Sanctioned, 'liftedAt' | 'until'>, now: Date): boolean =>
  liftedAt === null && (until === null || until > now);

/** Whether what was removed with it stays away, which may outlast it. */
export const keepsAway = ({ sweeps }: Pick<Sanctioned, 'sweeps'>): boolean =>
  sweeps.some(({ state }) => state === 'running' || state === 'done');

/** What a sweep removes: all that it found while it runs, then what it did. */
export const sweptBy = ({ days, total, done, state }: { days: number; total: number; done: number; state: string }) => ({
  days,
  count: state === 'running' ? total : done,
});

/** Whether anything of it holds still. */
export const sanctionStands = (sanction: Sanctioned, now: Date): boolean => sanctionHolds(sanction, now) || keepsAway(sanction);

export const canAppealSanction = (sanction: Sanctioned, now: Date): boolean =>
  sanctionStands(sanction, now) && now <= appealUntil(sanction.createdAt);
