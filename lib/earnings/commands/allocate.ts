import 'server-only';
import { cacheTag } from '@/lib/core/cache-tags';
import { db, type Tx } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { enqueue } from '@/lib/jobs/queue';
import { post } from '@/lib/ledger/commands';
import { letGoOn } from '../closing';
import { issuing } from '../issue';
import { pendingOf } from '../names';
import { ruleOf } from '../rules';
import { type EpochRow, lockEpoch, unwatched, type Watch } from '../steps';

/**
 * Puts what an approved epoch gives into the ledger, pending, in postings whose ids follow from the epoch: killed at any point and sent
 * again, each is posted once. Before it is approved, by somebody or by the site itself, and again, it changes nothing.
 */
export async function allocate(number: number, { watch = unwatched }: { watch?: Watch } = {}): Promise<void> {
  for (let more = true; more; ) {
    more = await db.$transaction(async (tx) => {
      const epoch = await lockEpoch(tx, number, 'divided');
      if (!epoch || !(await letGoOn(tx, 'approved', number, { by: null, now: new Date() }))) return false;
      const went = await postChunk(tx, epoch);
      watch('allocate: posted, not committed');
      if (went) await tx.epoch.update({ where: { number }, data: { chunk: { increment: 1 }, done: { increment: 1 } } });
      else {
        const { holdDays } = await ruleOf(epoch.ruleVersion, tx);
        const data = { state: 'allocated', allocatedAt: new Date(), chunk: 0, reached: null, done: 0, total: 0 } as const;
        await tx.epoch.update({ where: { number }, data });
        await enqueue(tx, 'epoch.release', { number }, holdDays * 86_400);
        await purge(tx, cacheTag.earn);
      }
      return went;
    });
    watch('allocate: committed');
  }
}

async function postChunk(tx: Tx, { number, chunk }: EpochRow): Promise<boolean> {
  const shares = await tx.epochShare.findMany({ where: { epoch: number, chunk }, orderBy: { account: 'asc' } });
  if (shares.length === 0) return false;
  const posting = await issuing(tx, {
    name: `allocation:${number}:${chunk}`,
    kind: 'allocation',
    to: pendingOf,
    shares: shares.map(({ account, amount }) => ({ code: account, amount })),
  });
  await post(tx, posting);
  return true;
}
