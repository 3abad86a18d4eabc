import 'server-only';
import type { Tx } from '@/lib/db/client';
import { bannedAmong } from '@/lib/earnings/facts';
import { giveBack } from './points';
import { lockPayouts, take } from './record';
import { after } from './state';

/**
 * Of somebody who is about to leave: who is banned from the site is not paid by leaving. What is not handed over yet is taken back, in
 * the transaction in which they leave; anybody else is still paid what they asked for.
 */
export async function settlePayouts(tx: Tx, memberId: string, now: Date): Promise<void> {
  if (!(await bannedAmong(tx, [memberId], now)).has(memberId)) return;
  const open = await tx.payout.findMany({ where: { memberId, endedAt: null }, select: { id: true } });
  for (const row of await lockPayouts(
    tx,
    open.map(({ id }) => id),
  )) {
    if (!after(row.state, 'cancel')) continue;
    await giveBack(tx, row);
    await take(tx, row, 'cancel', { reason: 'left-banned', now });
  }
}
