import 'server-only';
import { isAdmin, type Member } from '@/lib/accounts/actor';
import { takeTurn } from '@/lib/accounts/limits';
import { cacheTag } from '@/lib/core/cache-tags';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db, type Tx } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { enqueue } from '@/lib/jobs/queue';
import { letGoOn } from '../closing';
import { closing } from '../schema';
import { lockEpoch } from '../steps';

/**
 * Approves a divided epoch: what it gives goes into the ledger, pending. Approved already, it changes nothing.
 * @throws Refused `not-allowed` for who is no admin, or changed its rule or a hold of its readers while the site has another admin;
 * `not-found`; `conflict` before it is divided
 */
export async function approveEpoch(by: Member, input: unknown, now = new Date()): Promise<void> {
  if (!isAdmin(by)) throw new Refused('not-allowed');
  const { number } = parse(closing, input);
  await takeTurn('write', by);
  await db.$transaction(async (tx) => {
    const epoch = await lockEpoch(tx, number, 'divided');
    if (await wasDone(tx, number, 'approved')) return;
    if (!epoch) throw await notNow(tx, number);
    await letGoOn(tx, 'approved', number, { by, now });
    await enqueue(tx, 'epoch.allocate', { number });
    await purge(tx, cacheTag.earn);
  });
}

export const wasDone = async (tx: Tx, epoch: number, action: 'approved' | 'release-begun'): Promise<boolean> =>
  (await tx.earningEvent.count({ where: { epoch, action } })) > 0;

/** Why an epoch is in no state to be let go on. */
export const notNow = async (tx: Tx, number: number): Promise<Refused> =>
  new Refused((await tx.epoch.count({ where: { number } })) > 0 ? 'conflict' : 'not-found');
