import 'server-only';
import { holdingAt } from '@/lib/accounts/holding';
import type { Tx } from '@/lib/db/client';

interface Where {
  memberId: string;
  blogId: string;
}

/**
 * Whether somebody is banned or suspended there, in this blog or on the whole site: then they neither write nor vote, report, pin or
 * steer a thread, whatever role they have.
 */
export async function isBarred(tx: Tx, { memberId, blogId }: Where, now: Date): Promise<boolean> {
  const here = { OR: [{ blogId: null }, { blogId }] };
  const barring = { memberId, kind: { in: ['banned' as const, 'suspended' as const] } };
  return (await tx.sanction.count({ where: { ...barring, AND: [holdingAt(now), here] } })) > 0;
}
