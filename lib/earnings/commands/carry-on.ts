import 'server-only';
import { db } from '@/lib/db/client';
import { enqueue, type JobName } from '@/lib/jobs/queue';
import { heldUntil } from '../rules';
import { GRACE } from '../steps';

/** The job of the step that follows each state. */
export const STEP_OF = {
  running: 'epoch.freeze',
  frozen: 'epoch.divide',
  divided: 'epoch.allocate',
  allocated: 'epoch.release',
} as const satisfies Record<string, JobName>;

/**
 * Puts the next step of each epoch that is due into the queue, whatever became of its last job. A step that is done, or waits for a
 * person, does nothing.
 */
export async function carryOn(now = new Date()): Promise<void> {
  const epochs = await db.epoch.findMany({
    where: { state: { not: 'released' } },
    orderBy: { number: 'asc' },
    select: { number: true, state: true, endsAt: true, allocatedAt: true, ruleVersion: true },
  });
  for (const { number, state, endsAt, allocatedAt, ruleVersion } of epochs) {
    if (state === 'released') continue;
    const due = state === 'running' ? endsAt.getTime() + GRACE : state === 'allocated' ? await heldUntil({ allocatedAt, ruleVersion }) : 0;
    if (due <= now.getTime()) await db.$transaction((tx) => enqueue(tx, STEP_OF[state], { number }));
  }
}
