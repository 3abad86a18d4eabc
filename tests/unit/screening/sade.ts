import { FIRST_PHRASES, NO_PHRASES } from '@/lib/screening/lists';
import type { Facts } from '@/lib/screening/rule';
import { textFacts } from '@/lib/screening/text-facts';

export const NOW = new Date('2026-05-20T12:00:00Z');
export const inHours = (hours: number): Date => new Date(NOW.getTime() + hours * 3_600_000);

/** Sade Okafor, whom the town knows, and what she says; with other facts where a test wants them. */
export function sade(other: Partial<Facts> = {}): Facts {
  const body = other.body ?? 'The scale on the quay has five weights.';
  return {
    now: NOW,
    body,
    text: textFacts(body),
    thread: { state: 'open', slowSeconds: 0, secondsSinceOwnLast: null },
    person: { banned: false, suspendedUntil: null, limitedUntil: null },
    trusted: false,
    level: 1,
    accountAgeDays: 400,
    approved: 40,
    rejectedLately: 0,
    decidedLately: 10,
    sameTextLately: 0,
    nearSameOnSite: 0,
    lastFiveMinutes: 0,
    lastHour: 0,
    sitePhrases: FIRST_PHRASES,
    blogPhrases: NO_PHRASES,
    spamProbability: null,
    outside: 'off',
    ...other,
  };
}
