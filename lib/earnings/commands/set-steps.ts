import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { takeTurn } from '@/lib/accounts/limits';
import { cacheTag } from '@/lib/core/cache-tags';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { enqueue } from '@/lib/jobs/queue';
import { record, stepsNow } from '../acts';
import { maySetRules } from '../policy';
import { settingSteps } from '../schema';
import { lockStarts } from '../steps';

/** Sets whether epochs wait for an admin or go on by themselves. As it is already, it changes nothing. @throws Refused `not-allowed` */
export async function setSteps(by: Member, input: unknown): Promise<void> {
  if (!maySetRules(by)) throw new Refused('not-allowed');
  const { steps } = parse(settingSteps, input);
  await takeTurn('write', by);
  await db.$transaction(async (tx) => {
    await lockStarts(tx);
    const { byItself } = await stepsNow(tx);
    if (byItself === (steps === 'by-itself')) return;
    await record(tx, `steps-${steps}`, by);
    // What waited goes on at once.
    if (!byItself) await enqueue(tx, 'epoch.open', {});
    await purge(tx, cacheTag.earn);
  });
}
