import 'server-only';
import { isSiteModerator, type Member } from '@/lib/accounts/actor';
import type { BlogRole } from '@/lib/blogs/view';
import type { Tx } from '@/lib/db/client';
import type { Facts } from '@/lib/screening/rule';

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
  const [approved, rejectedLately, decidedLately, sameTextLately, lastFiveMinutes] = [
    await tx.comment.count({ where: { ...own, status: 'visible' } }),
    await tx.comment.count({ where: { ...week, status: { in: ['rejected', 'removed'] } } }),
    await tx.comment.count({ where: { ...week, status: { in: ['visible', 'rejected', 'removed'] } } }),
    await tx.comment.count({ where: { ...own, body, createdAt: { gt: before(1440) }, status: { not: 'withdrawn' } } }),
    await tx.comment.count({ where: { ...own, createdAt: { gt: before(5) } } }),
  ];
  const trusted = role !== null || isSiteModerator(member);
  return { body, trusted, approved, rejectedLately, decidedLately, sameTextLately, lastFiveMinutes };
}
