import 'server-only';
import type { Tx } from '@/lib/db/client';
import { bannedAmong } from '@/lib/earnings/facts';
import { isTooMuch, rulesOfPoints } from '@/lib/earnings/most-worth';
import { settingOf } from './facts';
import { identifiedAmong } from './identified';
import { hasClosed } from './policy';
import type { RailName } from './setting';

/**
 * Which of these payouts must not go out now, although they were asked for when they might: their person is banned since, or lacks
 * by now what the operator asks for, or they were asked for at a price by which forging accounts would pay. Nobody knows anything of who
 * has left.
 */
export async function closedAmong(tx: Tx, rail: RailName, payoutIds: readonly string[], now: Date): Promise<string[]> {
  const setting = await settingOf(tx, rail);
  const tooMuch = await dearAmong(tx, payoutIds, now);
  const rows = await tx.$queryRaw<{ id: string; memberId: string; country: string | null; taxForm: boolean }[]>`
    SELECT p.id, p."memberId",
      (SELECT c.country FROM payout_country c WHERE c."memberId" = p."memberId" ORDER BY c."createdAt" DESC, c.id DESC LIMIT 1) AS country,
      coalesce((SELECT f.there FROM payout_tax_form f WHERE f."memberId" = p."memberId" ORDER BY f."createdAt" DESC, f.id DESC LIMIT 1), false)
        AS "taxForm"
    FROM payout p WHERE p.id = ANY (${[...payoutIds]}::uuid[]) AND p."memberId" IS NOT NULL`;
  const people = rows.map(({ memberId }) => memberId);
  const [banned, identified] = [await bannedAmong(tx, people, now), await identifiedAmong(tx, people, now)];
  const closed = ({ memberId, ...row }: (typeof rows)[number]) =>
    hasClosed({ setting, banned: banned.has(memberId), identified: identified.has(memberId), ...row });
  return [...new Set([...tooMuch, ...rows.filter(closed).map(({ id }) => id)])];
}

/** Which of these payouts were asked for at a price by which forging accounts would pay by now. */
export async function dearAmong(tx: Tx, payoutIds: readonly string[], now: Date): Promise<string[]> {
  const rules = await rulesOfPoints(now, tx);
  const rows = await tx.payout.findMany({
    where: { id: { in: [...payoutIds] } },
    select: { id: true, setting: { select: { unit: true, decimals: true, worth: true } } },
  });
  return rows.filter(({ setting }) => isTooMuch(setting, rules)).map(({ id }) => id);
}

/** Which of these can only be taken back: too dear, or in a unit or digits that the rail pays in no more. */
export async function changedAmong(tx: Tx, rail: RailName, payoutIds: readonly string[], now: Date): Promise<string[]> {
  const setting = await settingOf(tx, rail);
  const others = await tx.payout.findMany({
    where: { id: { in: [...payoutIds] }, NOT: { setting: { unit: setting?.unit ?? '', decimals: setting?.decimals ?? 0 } } },
    select: { id: true },
  });
  return [...new Set([...(await dearAmong(tx, payoutIds, now)), ...others.map(({ id }) => id)])];
}

/** Holds the rows of those whose payouts these are, in the order of their ids: what is decided about them comes before or after. */
export async function lockPayees(tx: Tx, payoutIds: readonly string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT id FROM member WHERE id IN (SELECT "memberId" FROM payout WHERE id = ANY (${[...payoutIds]}::uuid[])) ORDER BY id FOR NO KEY UPDATE`;
}
