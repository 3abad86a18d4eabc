import 'server-only';
import { db } from '@/lib/db/client';
import { APPEAL_MONTHS } from '@/lib/moderation/appeal-policy';

/**
 * Forgets which posts a hold names, once nobody has to judge it any more: a cleared one, and a confirmed one that can no longer be
 * appealed and has no appeal that waits. The figures of the whole stay. Again changes nothing. A job's work.
 */
export async function forgetEvidence(now = new Date()): Promise<void> {
  await db.$executeRaw`
    UPDATE earning_hold h SET evidence = jsonb_set(evidence, '{posts}', '[]')
    WHERE jsonb_array_length(evidence -> 'posts') > 0 AND (outcome = 'cleared' OR (outcome = 'confirmed'
      AND "endedAt" < ${now}::timestamptz - make_interval(months => ${APPEAL_MONTHS}::int)
      AND NOT EXISTS (SELECT FROM appeal a JOIN moderation_event e ON e.id = a."eventId" WHERE e."holdId" = h.id AND a.outcome IS NULL)))`;
}
