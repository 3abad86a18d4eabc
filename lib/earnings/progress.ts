import 'server-only';
import { db } from '@/lib/db/client';
import type { EpochRow } from './steps';

/** How far the step under way is. */
export interface Progress {
  step: 'freezing' | 'dividing' | 'allocating' | 'reviewing' | 'releasing';
  /** Of accounts gone through, of readers divided or looked at again, or of postings made. */
  done: number;
  total: number;
  /** Readers that are written down so far; while freezing. */
  readers: number;
}

type Row = Pick<EpochRow, 'number' | 'state' | 'done' | 'total' | 'reached' | 'reviewedAt'>;

/** What is being done with an epoch; null while it waits for its time or for a person. `acts` are those of this epoch. */
export async function progressOf(
  { number, state, done, total, reached, reviewedAt }: Row,
  acts: readonly string[],
): Promise<Progress | null> {
  if (state === 'running') {
    if (reached === null) return null;
    const [passed, all] = [await db.member.count({ where: { id: { lte: reached } } }), await db.member.count()];
    return { step: 'freezing', done: passed, total: all, readers: done };
  }
  if (state === 'frozen') {
    const readers = await db.epochPool.aggregate({ where: { epoch: number }, _sum: { readers: true } });
    return { step: 'dividing', done, total: total || (readers._sum.readers ?? 0), readers: 0 };
  }
  if (state === 'divided' && acts.includes('approved')) return { step: 'allocating', done, total, readers: 0 };
  if (state === 'allocated' && acts.includes('release-begun'))
    return { step: reviewedAt === null ? 'reviewing' : 'releasing', done, total, readers: 0 };
  return null;
}
