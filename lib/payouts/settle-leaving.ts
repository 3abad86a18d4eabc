import 'server-only';
import type { Tx } from '@/lib/db/client';
import { bannedAmong } from '@/lib/earnings/facts';
import { closedAmong } from './closed';
import { giveBack } from './points';
import { lockPayouts, take } from './record';
import { isRail } from './setting';
import { after } from './state';

/**
 * Of somebody who is about to leave: who is banned from the site, or lacks by now what the operator asks
 * for, is not paid by leaving. What is not handed over yet is taken back, in the transaction in which they leave; anybody else is still paid
 * what they asked for.
 */
export async function settlePayouts(tx: Tx, memberId: string, now: Date): Promise<void> {
  const banned = (await bannedAmong(tx, [memberId], now)).has(memberId);
  const open = await tx.payout.findMany({ where: { memberId, endedAt: null }, select: { id: true, rail: true } });
  const shut = new Set<string>();
  for (const { id, rail } of open) if (isRail(rail)) for (const one of await closedAmong(tx, rail, [id], now)) shut.add(one);
  for (const row of await lockPayouts(
    tx,
    open.map(({ id }) => id),
  )) {
    if (!(banned || shut.has(row.id)) || !after(row.state, 'cancel')) continue;
    await giveBack(tx, row);
    await take(tx, row, 'cancel', { reason: banned ? 'left-banned' : 'left-shut', now });
  }
}
