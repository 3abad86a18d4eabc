import 'server-only';
import { changeStatus, type LockedComment } from '@/lib/comments/change-status';
import { cacheTag } from '@/lib/core/cache-tags';
import type { Tx } from '@/lib/db/client';
import { enqueue } from '@/lib/jobs/queue';
import { reopenAppeals, swallowAppeals } from './settle-appeal';

export interface Sweep {
  id: string;
  sanctionId: string | null;
  memberId: string | null;
  blogId: string | null;
  byId: string | null;
  byRole: string;
  reason: string;
  since: Date;
  until: Date;
  state: 'running' | 'done' | 'undoing' | 'undone';
  reached: string | null;
  undoneById: string | null;
}

/** A sweep's row, held until the transaction ends; null when there is none. */
export async function lockSweep(tx: Tx, sweepId: string): Promise<Sweep | null> {
  const [row] = await tx.$queryRaw<Sweep[]>`SELECT *, state::text AS state FROM sweep WHERE id = ${sweepId}::uuid FOR NO KEY UPDATE`;
  return row ?? null;
}

/** What a sweep may take away: shown or waiting, of its time and place. What is away already, or taken back, stays as it is. */
export const sweepable = ({ memberId, blogId, since, until }: Pick<Sweep, 'memberId' | 'blogId' | 'since' | 'until'>) => ({
  authorId: memberId ?? '',
  createdAt: { gte: since, lt: until },
  status: { in: ['held' as const, 'visible' as const] },
  ...(blogId ? { post: { blogId } } : {}),
});

/** The comments that come next on the way there or back. Each is come to once: what a moderator decides of it since, stands. */
export async function nextOf(tx: Tx, sweep: Sweep, most: number): Promise<string[]> {
  const beyond = sweep.reached === null ? {} : { gt: sweep.reached };
  if (sweep.state === 'running') {
    if (sweep.memberId === null) return [];
    const where = { ...sweepable(sweep), ...(sweep.reached === null ? {} : { id: beyond }) };
    const rows = await tx.comment.findMany({ where, orderBy: { id: 'asc' }, take: most, select: { id: true } });
    return rows.map(({ id }) => id);
  }
  const rows = await tx.moderationEvent.findMany({
    where: { sweepId: sweep.id, action: 'removed', commentId: { not: null, ...beyond } },
    orderBy: { commentId: 'asc' },
    take: most,
    select: { commentId: true },
  });
  return rows.flatMap(({ commentId }) => commentId ?? []);
}

/**
 * Holds these comments and those they answer, all of them before any post and the later ones first, as whoever decides about one
 * does: no two wait for one another in a ring. By post, so that neither do two sweeps.
 */
export async function lockComments(tx: Tx, ids: readonly string[]): Promise<LockedComment[]> {
  const rows = await tx.$queryRaw<LockedComment[]>`
    SELECT id, "postId", "authorId", "parentId", body, status::text AS status, revision, unwanted, "createdAt"
    FROM comment WHERE id IN (SELECT unnest(${ids}::uuid[]) UNION SELECT "parentId" FROM comment WHERE id = ANY (${ids}::uuid[]))
    ORDER BY id DESC FOR NO KEY UPDATE`;
  const asked = new Set(ids);
  return rows.filter(({ id }) => asked.has(id)).toSorted((a, b) => (a.postId < b.postId ? -1 : Number(a.postId > b.postId)));
}

/** Takes these away where they are still there. Answers with those it took. */
export async function takeAway(tx: Tx, sweep: Sweep, comments: readonly LockedComment[]): Promise<LockedComment[]> {
  const { id: sweepId, byId: actorId, byRole, reason } = sweep;
  const there = comments.filter(({ status }) => status === 'held' || status === 'visible');
  for (const comment of there) {
    const { id: commentId, postId, status: from } = comment;
    const event = { action: 'removed', actorId, byRole, reason, sweepId };
    const eventId = await changeStatus(tx, { commentId, postId, from, to: 'removed', event });
    // What was appealed before is part of this decision now, which has an appeal of its own.
    await swallowAppeals(tx, commentId, eventId);
  }
  return there;
}

/** Gives back those of these whose last decision is this sweep's. Answers with those it gave back. */
export async function giveBack(tx: Tx, sweep: Sweep, comments: readonly LockedComment[]): Promise<LockedComment[]> {
  const last = await tx.moderationEvent.findMany({
    where: { commentId: { in: comments.map(({ id }) => id) }, toStatus: { not: null } },
    orderBy: [{ commentId: 'asc' }, { seq: 'desc' }],
    distinct: ['commentId'],
    select: { id: true, commentId: true, sweepId: true, action: true, fromStatus: true },
  });
  const own = new Map(
    last.flatMap((event) => (event.sweepId === sweep.id && event.action === 'removed' ? [[event.commentId, event]] : [])),
  );
  const back: LockedComment[] = [];
  for (const comment of comments) {
    const event = own.get(comment.id);
    if (!event?.fromStatus || comment.status !== 'removed') continue;
    const undone = { action: 'undone', actorId: sweep.undoneById, undoesId: event.id, sweepId: sweep.id };
    await changeStatus(tx, { commentId: comment.id, postId: comment.postId, from: 'removed', to: event.fromStatus, event: undone });
    await reopenAppeals(tx, event.id);
    back.push(comment);
  }
  return back;
}

export const postsOf = (comments: readonly LockedComment[]) => [...new Set(comments.map(({ postId }) => cacheTag.post(postId)))];

/** Stops a ban's sweep between two pieces: what is removed stays so, and can be taken back; what it has not come to stays as it is. */
export async function stopSweeps(tx: Tx, sanctionId: string, now: Date): Promise<void> {
  const ended = { reached: null, endedAt: now };
  await tx.sweep.updateMany({ where: { sanctionId, state: 'running', done: 0 }, data: { ...ended, state: 'undone' } });
  await tx.sweep.updateMany({ where: { sanctionId, state: 'running' }, data: { ...ended, state: 'done' } });
}

/** Turns a sweep round. False when it goes back already. The caller holds the person, and says which pages change. */
export async function turnRound(tx: Tx, sweepId: string, { by, now }: { by: { id: string }; now: Date }): Promise<boolean> {
  const { count } = await tx.sweep.updateMany({
    where: { id: sweepId, state: { in: ['running', 'done'] } },
    data: { state: 'undoing', reached: null, endedAt: null, undoneById: by.id, undoneAt: now },
  });
  if (count === 1) await enqueue(tx, 'sweep.advance', { sweepId });
  return count === 1;
}
