import 'server-only';
import { cacheTag } from '@/lib/core/cache-tags';
import { db } from '@/lib/db/client';
import { erase, purge } from '@/lib/jobs/purge';
import { enqueue } from '@/lib/jobs/queue';
import { giveBack, lockComments, lockSweep, nextOf, postsOf, takeAway } from '../sweep';

/** Comments in one transaction. */
const AT_ONCE = 100;

/**
 * Carries a sweep on by one piece, there or back, with its progress, its audit, its pages and the job of the next piece in one
 * transaction: killed at any point, it goes on from the last whole piece. A job's work: after the end it changes nothing.
 */
export async function advanceSweep(sweepId: string, most = AT_ONCE, now = new Date()): Promise<void> {
  await db.$transaction(async (tx) => {
    const sweep = await lockSweep(tx, sweepId);
    if (!sweep || sweep.state === 'done' || sweep.state === 'undone') return;
    const ids = await nextOf(tx, sweep, most);
    const comments = await lockComments(tx, ids);
    const back = sweep.state === 'undoing';
    const moved = await (back ? giveBack : takeAway)(tx, sweep, comments);
    await (back ? purge : erase)(tx, ...postsOf(moved));
    // The public log says how many they are by now.
    await purge(tx, cacheTag.moderation);
    const counted = back ? { returned: { increment: moved.length } } : { done: { increment: moved.length } };
    if (ids.length === most) {
      await tx.sweep.update({ where: { id: sweepId }, data: { ...counted, reached: ids.at(-1) ?? null } });
      await enqueue(tx, 'sweep.advance', { sweepId });
      return;
    }
    await tx.sweep.update({ where: { id: sweepId }, data: { ...counted, state: back ? 'undone' : 'done', reached: null, endedAt: now } });
  });
}
