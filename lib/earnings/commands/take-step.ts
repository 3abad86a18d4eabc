import 'server-only';
import { isAdmin, type Member } from '@/lib/accounts/actor';
import { takeTurn } from '@/lib/accounts/limits';
import { cacheTag } from '@/lib/core/cache-tags';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { enqueue } from '@/lib/jobs/queue';
import { record } from '../acts';
import { closing } from '../schema';
import { GRACE } from '../steps';
import { notNow } from './approve-epoch';

/**
 * Has an epoch that is over frozen now, or one that is frozen divided, whatever became of the job that did so by itself. Again it changes
 * nothing: each step goes on from what is done of it.
 * @throws Refused `not-allowed` for who is no admin; `not-found`; `conflict` where neither is due, or the week before is not divided
 */
export async function takeStep(by: Member, input: unknown, now = new Date()): Promise<void> {
  if (!isAdmin(by)) throw new Refused('not-allowed');
  const { number } = parse(closing, input);
  await takeTurn('write', by);
  await db.$transaction(async (tx) => {
    const epoch = await tx.epoch.findUnique({ where: { number }, select: { state: true, endsAt: true } });
    const waits = await tx.epoch.count({ where: { number: number - 1, dividedAt: null } });
    const isOver = epoch !== null && epoch.endsAt.getTime() + GRACE <= now.getTime();
    if (!isOver || waits > 0 || (epoch.state !== 'running' && epoch.state !== 'frozen')) throw await notNow(tx, number);
    const [job, act] =
      epoch.state === 'running' ? (['epoch.freeze', 'freeze-asked'] as const) : (['epoch.divide', 'divide-asked'] as const);
    await record(tx, act, by, { epoch: number });
    await enqueue(tx, job, { number });
    await purge(tx, cacheTag.earn);
  });
}
