import 'server-only';
import type { Tx } from '@/lib/db/client';

/** Which of these people are banned from the whole site at `now`. */
export async function bannedAmong(tx: Tx, memberIds: readonly string[], now: Date): Promise<Set<string>> {
  // As `holdingAt` has it; of thousands of people, who are one parameter here.
  const rows = await tx.$queryRaw<{ memberId: string }[]>`
    SELECT "memberId" FROM sanction WHERE "memberId" = ANY (${[...memberIds]}::uuid[]) AND "blogId" IS NULL AND kind = 'banned'
      AND "liftedAt" IS NULL AND (until IS NULL OR until > ${now})`;
  return new Set(rows.map(({ memberId }) => memberId));
}

/**
 * Whom each of these people is linked with, through others too, themselves included: one set for all of them. Nothing of those who are
 * linked with nobody.
 */
export async function linkedWith(tx: Tx, memberIds: readonly string[]): Promise<Map<string, ReadonlySet<string>>> {
  const links = await tx.$queryRaw<{ one: string; other: string }[]>`
    WITH RECURSIVE reach (id) AS (
      SELECT unnest(${[...memberIds]}::uuid[])
      UNION SELECT CASE WHEN l."oneId" = reach.id THEN l."otherId" ELSE l."oneId" END
      FROM reach JOIN earning_link l ON reach.id IN (l."oneId", l."otherId") AND l."liftedAt" IS NULL
    ) SELECT l."oneId" AS one, l."otherId" AS other FROM earning_link l JOIN reach ON reach.id = l."oneId"
    WHERE l."liftedAt" IS NULL AND l."otherId" IS NOT NULL`;
  const groups = new Map<string, Set<string>>();
  for (const { one, other } of links) {
    const [mine, theirs] = [groups.get(one) ?? new Set([one]), groups.get(other) ?? new Set([other])];
    const [large, small] = mine.size < theirs.size ? [theirs, mine] : [mine, theirs];
    for (const id of small) groups.set(id, large.add(id));
    for (const id of [one, other]) groups.set(id, large);
  }
  return new Map(memberIds.flatMap((id) => (groups.has(id) ? [[id, groups.get(id) as Set<string>]] : [])));
}

/** Those of these people who are linked with somebody who has left, or through others with such a one. `linked` is `linkedWith` of them. */
export async function linkedWithGone(
  tx: Tx,
  memberIds: readonly string[],
  linked: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<Set<string>> {
  const all = new Set(memberIds.flatMap((id) => [id, ...(linked.get(id) ?? [])]));
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT coalesce("oneId", "otherId") AS id FROM earning_link
    WHERE "liftedAt" IS NULL AND ("oneId" IS NULL) <> ("otherId" IS NULL) AND coalesce("oneId", "otherId") = ANY (${[...all]}::uuid[])`;
  const direct = new Set(rows.map(({ id }) => id));
  return new Set(memberIds.filter((id) => direct.has(id) || [...(linked.get(id) ?? [])].some((other) => direct.has(other))));
}

/**
 * The hold that the reading of each of these people in an epoch is under: one that nobody has answered yet, or that was confirmed after
 * the epoch began. Of several a confirmed one: what is open over it, when it is cleared, lets nothing go.
 */
export async function heldAmong(tx: Tx, memberIds: readonly string[], { startsAt }: { startsAt: Date }): Promise<Map<string, string>> {
  const rows = await tx.earningHold.findMany({
    where: { memberId: { in: [...memberIds] }, OR: [{ outcome: null }, { outcome: 'confirmed', endedAt: { gt: startsAt } }] },
    orderBy: { id: 'asc' },
    select: { id: true, memberId: true, outcome: true },
  });
  const last = [...rows.filter(({ outcome }) => outcome === null), ...rows.filter(({ outcome }) => outcome !== null)];
  return new Map(last.flatMap(({ id, memberId }) => (memberId ? [[memberId, id]] : [])));
}
