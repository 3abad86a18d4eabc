import 'server-only';
import { db } from '@/lib/db/client';
import { maySweepBeUndone } from './sweep-policy';

/** How far a ban's removals are, for who moderates there. */
export interface SweepProgress {
  id: string;
  /** Null for the whole site. */
  blog: string | null;
  by: string | null;
  days: number;
  at: Date;
  state: 'running' | 'done' | 'undoing' | 'undone';
  total: number;
  done: number;
  returned: number;
  mayUndo: boolean;
}

const LATEST = 5;

/** The latest sweeps of what somebody wrote; of these blogs only, where they are named. */
export async function sweepsOf(memberId: string, now: Date, blogIds: readonly string[] | null): Promise<SweepProgress[]> {
  const rows = await db.sweep.findMany({
    where: { memberId, ...(blogIds ? { blogId: { in: [...blogIds] } } : {}) },
    select: {
      id: true,
      days: true,
      until: true,
      state: true,
      total: true,
      done: true,
      returned: true,
      blog: { select: { name: true } },
      by: { select: { name: true } },
    },
    orderBy: { id: 'desc' },
    take: LATEST,
  });
  return rows.map(({ blog, by, until, ...row }) => ({
    ...row,
    blog: blog?.name ?? null,
    by: by?.name ?? null,
    at: until,
    mayUndo: (row.state === 'running' || row.state === 'done') && maySweepBeUndone({ until }, now),
  }));
}
