import 'server-only';
import { isAdmin, type Member } from '@/lib/accounts/actor';
import { takeTurn } from '@/lib/accounts/limits';
import { cacheTag } from '@/lib/core/cache-tags';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { enqueue } from '@/lib/jobs/queue';
import { letGoOn } from '../closing';
import { heldUntil } from '../rules';
import { closing } from '../schema';
import { lockEpoch } from '../steps';
import { notNow, wasDone } from './approve-epoch';

/**
 * Lets the release of an epoch begin whose hold is over. Begun already, it changes nothing.
 * @throws Refused `not-allowed` for who is no admin, or changed its rule or a hold of its readers while the site has another admin;
 * `not-found`; `conflict` before its hold is over
 */
export async function beginRelease(by: Member, input: unknown, now = new Date()): Promise<void> {
  if (!isAdmin(by)) throw new Refused('not-allowed');
  const { number } = parse(closing, input);
  await takeTurn('write', by);
  await db.$transaction(async (tx) => {
    const epoch = await lockEpoch(tx, number, 'allocated');
    if (await wasDone(tx, number, 'release-begun')) return;
    if (!epoch) throw await notNow(tx, number);
    if ((await heldUntil(epoch, tx)) > now.getTime()) throw new Refused('conflict');
    await letGoOn(tx, 'release-begun', number, { by, now });
    await enqueue(tx, 'epoch.release', { number });
    await purge(tx, cacheTag.earn);
  });
}
