import type { WhyNot } from './judged';

/** Why a line is disputed. A closed set; words hang on it. */
export const DISPUTE_REASONS = ['not-counted', 'wrong-amount', 'not-mine', 'other'] as const;
export type DisputeReason = (typeof DISPUTE_REASONS)[number];

/** Days after a division in which its lines may be disputed: as long as what was measured is kept mark by mark. */
export const DISPUTE_DAYS = 28;

export const MAX_WORDS = 1_000;

export const disputeUntil = (dividedAt: Date): Date => new Date(dividedAt.getTime() + DISPUTE_DAYS * 86_400_000);

export const canDispute = (dividedAt: Date, now: Date): boolean => now <= disputeUntil(dividedAt);

/** The lines that can be disputed: one's reading of a post, a post of one's own, and one's posts of few readers together. */
export const LINE = /^(?:(read|written):([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})|written:few)$/;

export const readLine = (postId: string): string => `read:${postId}`;
export const writtenLine = (postId: string | null): string => `written:${postId ?? 'few'}`;

/** What a removal, a ban or a link kept out, which may be over by now; while it is not, nothing is made good. */
export const BARRED: readonly WhyNot[] = ['removed', 'banned', 'linked'];

/** What a human may find to have been left out wrongly. Whose the blog is, and who runs the site, is decided elsewhere. */
export const MENDABLE: readonly WhyNot[] = [...BARRED, 'too-short', 'too-little-seen', 'too-fast', 'author-limit', 'post-cap', 'day-cap'];

/** Why somebody may not answer a dispute of `disputantId` about what `parties` read or wrote; null where an admin may. */
export function answerBar(memberId: string, disputantId: string, parties: readonly (string | null)[]): 'own' | 'party' | null {
  if (memberId === disputantId) return 'own';
  return parties.includes(memberId) ? 'party' : null;
}
