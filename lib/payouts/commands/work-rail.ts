import 'server-only';
import { log } from '@/lib/core/log';
import { db } from '@/lib/db/client';
import { unwatched, type Watch } from '@/lib/earnings/steps';
import { enqueue, isAwaited } from '@/lib/jobs/queue';
import type { Rail } from '../rail';
import { railOf } from '../rails';
import type { RailName } from '../setting';
import { asOnlyWorker, openSubmissions } from '../steps';
import { handOver } from './hand-over';
import { lookAfter, sendOnce } from './look-after';

interface Options {
  now?: Date;
  watch?: Watch;
  /** Payouts in one sending at most; a rail may take fewer. */
  most?: number;
}

/** Seconds until a rail with something on its way is looked at again. */
const AGAIN = 3;

/**
 * Looks after all that a rail has on its way, then hands over what waits. Killed at any point and run again, by anyone, nothing is paid
 * twice and nothing forgotten. @returns how many sendings are still open; null when another worker is at it
 */
export async function workRail(
  name: RailName,
  rail: Rail,
  { now = new Date(), watch = unwatched, most = 100 }: Options = {},
): Promise<number | null> {
  return asOnlyWorker(name, async () => {
    const looking = { name, rail, now, watch };
    for (const one of await openSubmissions(name)) await lookAfter(one, looking);
    for (;;) {
      const id = await handOver({ ...looking, most });
      if (!id) break;
      const made = (await openSubmissions(name)).find((one) => one.id === id);
      if (made) await sendOnce(made, looking);
    }
    return (await openSubmissions(name)).length;
  });
}

/** The job: works every rail that works by itself, and comes again soon while something is on its way. */
export async function workRails(given: Rail | null = null): Promise<void> {
  const rail = given ?? (await railOf('solana'));
  if (!rail) return;
  try {
    const open = await workRail('solana', rail);
    // One is enough: each minute's job begins another row of them otherwise.
    if (open && !(await isAwaited(db, 'payout.work'))) await enqueue(null, 'payout.work', {}, AGAIN);
  } catch (error) {
    // The next minute's job goes on from here; who is away is not asked in a hurry.
    log.error({ err: error }, 'payouts did not go on');
  }
}
