import 'server-only';
import type { Tx } from '@/lib/db/client';

/**
 * Links this account with every other one that is or was paid to the same destination: nothing is earned between them. A pair that was
 * linked so before stays as it is, also when an admin has lifted that.
 */
export async function linkSharers(tx: Tx, memberId: string, { rail, fingerprint }: { rail: string; fingerprint: string }): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO earning_link (id, "oneId", "otherId", ground)
    SELECT gen_random_uuid(), other."memberId", ${memberId}::uuid, 'payout'
    FROM (SELECT DISTINCT "memberId" FROM payout_destination
      WHERE rail = ${rail} AND fingerprint = ${fingerprint} AND "memberId" <> ${memberId}::uuid) other
    WHERE NOT EXISTS (SELECT FROM earning_link l WHERE l.ground = 'payout'
      AND (l."oneId", l."otherId") IN ((other."memberId", ${memberId}::uuid), (${memberId}::uuid, other."memberId")))`;
}
