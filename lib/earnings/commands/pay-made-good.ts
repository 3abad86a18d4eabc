import 'server-only';
import { db } from '@/lib/db/client';
import { postAll } from '@/lib/ledger/commands';
import { correctionsToPay } from '../pay-corrections';
import { lockEpoch } from '../steps';

/**
 * Pays of weeks that are released what disputes made good and something was known against, where that has ended: a hold is cleared, a ban
 * or a link is lifted, a post is shown again. A job's work; again it changes nothing.
 */
export async function payMadeGood(now = new Date()): Promise<void> {
  const weeks = await db.epoch.findMany({
    where: { state: 'released', readers: { some: { corrections: { some: { paidAt: null } } } } },
    orderBy: { number: 'asc' },
    select: { number: true },
  });
  for (const { number } of weeks)
    await db.$transaction(async (tx) => {
      if (await lockEpoch(tx, number, 'released')) await postAll(tx, await correctionsToPay(tx, { epoch: number }, now));
    });
}
