import 'server-only';
import { env } from '@/lib/core/env';
import type { Tx } from '@/lib/db/client';
import { linkByPayout } from '@/lib/earnings/links';
import { destinationMark, unseal } from './seal';

/**
 * Links this account with every other one that has or had the same wallet, which each has shown to be theirs: nothing is earned between
 * them, and both are told. A pair that was linked so before stays as it is, also when an admin has lifted that.
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

/**
 * The same of who is paid by hand, once a payout of theirs is handed over: with whoever was handed one to the same account. Anybody can
 * write anybody's account down, and would link two strangers by it, or learn who is paid there; nobody sends their points there for that.
 */
export async function linkPaid(tx: Tx, payout: { memberId: string | null; destination: string }): Promise<void> {
  const { memberId } = payout;
  const { SECRET } = env();
  const destination = unseal(SECRET, payout.destination);
  if (memberId === null || destination === null) return;
  const fingerprint = destinationMark(SECRET, 'manual', destination);
  const others = await tx.$queryRaw<{ memberId: string }[]>`
    SELECT DISTINCT d."memberId" FROM payout_destination d JOIN payout p ON p."memberId" = d."memberId" AND p.shown = d.shown
    WHERE d.rail = 'manual' AND d.fingerprint = ${fingerprint} AND d."memberId" <> ${memberId}::uuid
      AND p.rail = 'manual' AND p.state IN ('submitted', 'settled')`;
  await linkByPayout(tx, { memberId, otherIds: others.map((other) => other.memberId), shared: `manual ${fingerprint}` });
}
