import 'server-only';
import { holdingAt } from '@/lib/accounts/holding';
import type { Tx } from '@/lib/db/client';

/** Which of these people are banned from the whole site at `now`. */
export async function bannedAmong(tx: Tx, memberIds: readonly string[], now: Date): Promise<Set<string>> {
  const rows = await tx.sanction.findMany({
    where: {
      memberId: { in: [...memberIds] },
      blogId: null,
      kind: 'banned',
      ...holdingAt(now),
    },
    select: { memberId: true },
  });
  return new Set(rows.map(({ memberId }) => memberId));
}

/** Whom each of these people is linked with, through others too. */
export async function linkedWith(tx: Tx, memberIds: readonly string[]): Promise<Map<string, Set<string>>> {
  const rows = await tx.$queryRaw<{ who: string; other: string }[]>`
    WITH RECURSIVE link (a, b) AS (
      SELECT "oneId", "otherId" FROM earning_link WHERE "liftedAt" IS NULL
      UNION SELECT "otherId", "oneId" FROM earning_link WHERE "liftedAt" IS NULL
    ), reach (who, other) AS (
      SELECT a, b FROM link WHERE a = ANY (${[...memberIds]}::uuid[])
      UNION SELECT reach.who, link.b FROM reach JOIN link ON link.a = reach.other
    ) SELECT who, other FROM reach`;
  const linked = new Map<string, Set<string>>();
  for (const { who, other } of rows) linked.set(who, (linked.get(who) ?? new Set()).add(other));
  return linked;
}

/**
 * The hold that the reading of each of these people in an epoch is under: one that nobody has answered yet, or that was confirmed after
 * the epoch began.
 */
export async function heldAmong(tx: Tx, memberIds: readonly string[], { startsAt }: { startsAt: Date }): Promise<Map<string, string>> {
  const rows = await tx.earningHold.findMany({
    where: { memberId: { in: [...memberIds] }, OR: [{ outcome: null }, { outcome: 'confirmed', endedAt: { gt: startsAt } }] },
    orderBy: { id: 'asc' },
    select: { id: true, memberId: true },
  });
  return new Map(rows.flatMap(({ id, memberId }) => (memberId ? [[memberId, id]] : [])));
}
