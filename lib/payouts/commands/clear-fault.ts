import 'server-only';
import { isAdmin, type Member } from '@/lib/accounts/actor';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { enqueue } from '@/lib/jobs/queue';
import { cleared } from '../schema';

/** An admin has looked at what stopped a rail: it goes on. Again it changes nothing. @throws Refused `not-allowed`, `not-found` */
export async function clearFault(by: Member, input: unknown, now = new Date()): Promise<void> {
  const { faultId } = parse(cleared, input);
  if (!isAdmin(by)) throw new Refused('not-allowed');
  await db.$transaction(async (tx) => {
    if ((await tx.payoutFault.count({ where: { id: faultId } })) === 0) throw new Refused('not-found');
    await tx.payoutFault.updateMany({ where: { id: faultId, clearedAt: null }, data: { clearedAt: now, clearedById: by.id } });
    await enqueue(tx, 'payout.work', {});
  });
}
