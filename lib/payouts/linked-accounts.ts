import 'server-only';
import type { Tx } from '@/lib/db/client';
import { linkByPayout } from '@/lib/earnings/links';

/**
 * Links this account with every other one that is or was paid to the same destination: nothing is earned between them, and both are
 * told. A pair that was linked so before stays as it is, also when an admin has lifted that.
 */
export async function linkSharers(tx: Tx, memberId: string, { rail, fingerprint }: { rail: string; fingerprint: string }): Promise<void> {
  const others = await tx.payoutDestination.findMany({
    where: { rail, fingerprint, memberId: { not: memberId } },
    distinct: ['memberId'],
    select: { memberId: true },
  });
  const otherIds = others.map((other) => other.memberId);
  await linkByPayout(tx, { memberId, otherIds, shared: `${rail} ${fingerprint}` });
}
