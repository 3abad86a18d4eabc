import 'server-only';
import { provesAt } from '@/lib/accounts/proof';
import { proofFactsOf } from '@/lib/accounts/proofs';
import type { Tx } from '@/lib/db/client';
import { settingOf } from './facts';
import { hasClosed } from './policy';
import type { RailName } from './setting';

/**
 * Which of these payouts must not go out now, although they were asked for when they might: their person is banned since, or lacks
 * by now what the operator asks for. Nobody knows anything of who has left.
 */
export async function closedAmong(tx: Tx, rail: RailName, payoutIds: readonly string[], now: Date): Promise<string[]> {
  const setting = await settingOf(tx, rail);
  const rows = await tx.$queryRaw<{ id: string; memberId: string; banned: boolean; country: string | null; taxForm: boolean }[]>`
    SELECT p.id, p."memberId",
      EXISTS (SELECT FROM sanction s WHERE s."memberId" = p."memberId" AND s."blogId" IS NULL AND s.kind = 'banned'
        AND s."liftedAt" IS NULL AND (s.until IS NULL OR s.until > ${now})) AS banned,
      (SELECT c.country FROM payout_country c WHERE c."memberId" = p."memberId" ORDER BY c."createdAt" DESC, c.id DESC LIMIT 1) AS country,
      coalesce((SELECT f.there FROM payout_tax_form f WHERE f."memberId" = p."memberId" ORDER BY f."createdAt" DESC, f.id DESC LIMIT 1), false)
        AS "taxForm"
    FROM payout p WHERE p.id = ANY (${[...payoutIds]}::uuid[]) AND p."memberId" IS NOT NULL`;
  const memberIds = [...new Set(rows.map(({ memberId }) => memberId))];
  const proofs = setting?.identity ? await proofFactsOf(tx, memberIds, now) : new Map<string, never[]>();
  return rows.flatMap(({ id, memberId, ...row }) => {
    const identified = (proofs.get(memberId) ?? []).some((fact) => fact.kind === 'identity' && provesAt(fact, now.getTime()));
    return hasClosed({ setting, identified, ...row }) ? [id] : [];
  });
}

/** Holds the rows of those whose payouts these are, in the order of their ids: what is decided about them comes before or after. */
export async function lockPayees(tx: Tx, payoutIds: readonly string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT id FROM member WHERE id IN (SELECT "memberId" FROM payout WHERE id = ANY (${[...payoutIds]}::uuid[])) ORDER BY id FOR NO KEY UPDATE`;
}
