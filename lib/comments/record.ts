import 'server-only';
import type { Tx } from '@/lib/db/client';
import { type ReportRecord, reportWeight } from '@/lib/screening/report-weight';
import { type TrustFacts, type TrustLevel, trustLevel } from '@/lib/screening/trust';

const DAY = 86_400_000;
const REMOVALS_COUNT_FOR = 90;

/** What trust asks of somebody, as it stands. */
export async function trustFacts(tx: Tx, memberId: string, now: Date): Promise<TrustFacts> {
  const [row] = await tx.$queryRaw<(Omit<TrustFacts, 'ageDays'> & { createdAt: Date; hidden: number })[]>`
    SELECT m."createdAt",
      (SELECT count(*) FROM reading_day d WHERE d."memberId" = m.id)::int AS "daysRead",
      (SELECT count(*) FROM comment c WHERE c."authorId" = m.id AND c.status = 'visible')::int AS approved,
      (SELECT count(*) FROM comment c WHERE c."authorId" = m.id AND c.status = 'held' AND 'hidden' = (
        SELECT e.action FROM moderation_event e WHERE e."commentId" = c.id AND e.action <> 'edited'
          AND (e."toStatus" IS NOT NULL OR e.action = 'appeal-upheld') AND e."undoesId" IS NULL
          AND NOT EXISTS (SELECT FROM moderation_event u WHERE u."undoesId" = e.id) ORDER BY e.seq DESC LIMIT 1))::int AS hidden,
      (SELECT count(*) FROM report r WHERE r."memberId" = m.id AND r.outcome = 'upheld')::int AS "upheldReports",
      (SELECT count(*) FROM comment c WHERE c."authorId" = m.id AND c.status = 'removed'
        AND c."createdAt" > ${new Date(now.getTime() - REMOVALS_COUNT_FOR * DAY)})::int AS "removedLately"
    FROM member m WHERE m.id = ${memberId}::uuid`;
  if (!row) return { ageDays: 0, daysRead: 0, approved: 0, upheldReports: 0, removedLately: 0 };
  const { createdAt, hidden, ...counted } = row;
  // What reports have hidden was shown before, and hiding it takes nobody's standing: only a human's decision does.
  return { ...counted, approved: counted.approved + hidden, ageDays: (now.getTime() - createdAt.getTime()) / DAY };
}

export interface Reporter {
  level: TrustLevel;
  /** 0.1 to 1. */
  weight: number;
}

/** What a report of this person weighs: by their trust, and by what became of their earlier ones. */
export async function reporterOf(tx: Tx, memberId: string, now: Date): Promise<Reporter> {
  const level = trustLevel(await trustFacts(tx, memberId, now));
  const outcomes = await tx.report.groupBy({ by: ['outcome'], where: { memberId, outcome: { not: null } }, _count: true });
  const count = (outcome: 'upheld' | 'dismissed' | 'abusive') => outcomes.find((row) => row.outcome === outcome)?._count ?? 0;
  const record: ReportRecord = { upheld: count('upheld'), dismissed: count('dismissed'), abusive: count('abusive') };
  return { level, weight: reportWeight(record, level) };
}
