import 'server-only';
import { Refused } from '@/lib/core/refused';
import type { Tx } from '@/lib/db/client';
import { holdingAt } from './holding';

interface Where {
  memberId: string;
  /** Null for what belongs to no blog, which the whole site's bans alone reach. */
  blogId: string | null;
}

/**
 * Whether somebody is banned or suspended there, in this blog or on the whole site: then they neither publish, write nor vote, give
 * bulbs, report, pin or steer a thread, whatever role they have. What is theirs they may still read, keep and take away.
 */
export async function isBarred(tx: Tx, { memberId, blogId }: Where, now: Date): Promise<boolean> {
  const here = blogId === null ? { blogId } : { OR: [{ blogId: null }, { blogId }] };
  const barring = { memberId, kind: { in: ['banned' as const, 'suspended' as const] } };
  return (await tx.sanction.count({ where: { ...barring, AND: [holdingAt(now), here] } })) > 0;
}

/** @throws Refused `not-allowed` for whom `isBarred` bars */
export async function requireUnbarred(tx: Tx, where: Where): Promise<void> {
  if (await isBarred(tx, where, new Date())) throw new Refused('not-allowed');
}
