import 'server-only';
import { db } from '@/lib/db/client';
import type { Fault } from '@/lib/ledger/queries';
import { hashOf, publication } from './published';

interface Done {
  number: number;
  released: boolean;
}

/**
 * Which of the epochs that are divided, the oldest first, a night looks at: those that nobody has been paid for, the last that somebody
 * was, and of the others one after another.
 */
export function dueIn(night: number, epochs: readonly Done[]): number[] {
  const open = epochs.filter(({ released }) => !released);
  const closed = epochs.filter(({ released }) => released);
  const last = closed.pop();
  const turn = closed[night % closed.length];
  return [turn, last, ...open].flatMap((one) => one?.number ?? []);
}

/**
 * E6: what is published of an epoch is not what its hash said when it was made. Of all epochs, or of those that are due in a night, by
 * its number since 1970.
 */
export async function publishedFaults(night?: number): Promise<Fault[]> {
  const rows = await db.epoch.findMany({
    where: { state: { in: ['divided', 'allocated', 'released'] } },
    orderBy: { number: 'asc' },
    select: { number: true, state: true, pools: { select: { kind: true } } },
  });
  const epochs = rows.map(({ number, state }) => ({ number, released: state === 'released' }));
  const due = new Set(night === undefined ? epochs.map(({ number }) => number) : dueIn(night, epochs));
  const faults: Fault[] = [];
  for (const { number, pools } of rows.filter((row) => due.has(row.number)))
    for (const { kind } of pools)
      for (const part of ['input', 'output'] as const) {
        const published = await publication(number, kind, part);
        if (published && (await hashOf(published.pieces)) !== published.hash)
          faults.push({ fault: 'E6: what is published is not what was', what: `${number} ${kind} ${part}` });
      }
  return faults;
}
