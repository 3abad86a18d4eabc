import 'server-only';
import { isSiteModerator, type Member } from '@/lib/accounts/actor';
import type { BlogRole } from '@/lib/blogs/view';
import type { Tx } from '@/lib/db/client';
import type { Facts } from '@/lib/screening/rule';
import { textFacts } from '@/lib/screening/text-facts';
import { trustLevel } from '@/lib/screening/trust';

interface Sent {
  /** Their role in the blog, asked before the transaction, which must not wait for a second connection. */
  role: BlogRole | null;
  body: string;
  now: Date;
  /** An edit does not meet its own earlier text. */
  except?: string;
}

/** Gathers what the rules want to know, within the transaction that will write. */
export async function factsFor(tx: Tx, member: Member, { role, body, now, except }: Sent): Promise<Facts> {
  const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  const own = { authorId: member.id, ...(except ? { id: { not: except } } : {}) };
  const week = { ...own, createdAt: { gt: before(7 * 1440) } };
  const removed = { ...own, createdAt: { gt: before(90 * 1440) }, status: 'removed' as const };
  const [approved, rejectedLately, decidedLately, sameTextLately, lastFiveMinutes, lastHour, removedLately] = [
    await tx.comment.count({ where: { ...own, status: 'visible' } }),
    await tx.comment.count({ where: { ...week, status: { in: ['rejected', 'removed'] } } }),
    await tx.comment.count({ where: { ...week, status: { in: ['visible', 'rejected', 'removed'] } } }),
    await tx.comment.count({ where: { ...own, body, createdAt: { gt: before(1440) }, status: { not: 'withdrawn' } } }),
    await tx.comment.count({ where: { ...own, createdAt: { gt: before(5) } } }),
    await tx.comment.count({ where: { ...own, createdAt: { gt: before(60) } } }),
    await tx.comment.count({ where: removed }),
  ];
  const accountAgeDays = (now.getTime() - member.createdAt.getTime()) / 86_400_000;
  const trusted = role !== null || isSiteModerator(member);
  // Days read and upheld reports are not kept yet: nobody rises by them.
  const level = trustLevel({ ageDays: accountAgeDays, daysRead: 0, approved, upheldReports: 0, removedLately });
  const counted = { approved, rejectedLately, decidedLately, sameTextLately, lastFiveMinutes, lastHour };
  return { now, body, text: textFacts(body), trusted, level, accountAgeDays, ...counted, ...NOT_KEPT_YET };
}

/** What the database does not know yet, as what no rule minds. */
const NOT_KEPT_YET = {
  thread: { state: 'open', slowSeconds: 0, secondsSinceOwnLast: null },
  person: { banned: false, suspendedUntil: null, limitedUntil: null },
  nearSameOnSite: 0,
  blogPhrases: { banned: [], suspect: [] },
  spamProbability: null,
  outside: 'off',
} as const;
