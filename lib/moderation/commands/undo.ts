import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { changeStatus, lockComment } from '@/lib/comments/change-status';
import { UNDO_MINUTES } from '@/lib/comments/policy';
import { weighReports } from '@/lib/comments/weigh-reports';
import { cacheTag } from '@/lib/core/cache-tags';
import { parse } from '@/lib/core/parse';
import { type Reason, Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { erase, purge } from '@/lib/jobs/purge';
import { moderatedBlogIds } from '../queries';
import { undoing } from '../schema';
import { overtake, reopenAppeals } from '../settle-appeal';
import { unteach } from '../teach';

export type Undone = { kind: 'done'; commentId: string; seen: string } | { kind: 'refused'; commentId: string; reason: Reason };

/**
 * Takes back this member's last decision about a comment, or all of a batch, within ten minutes: the status before it, the count,
 * the reports and appeals that it answered. Undoing again changes nothing. @throws Refused for a single comment: `not-found` where there is
 * nothing of theirs, `gone` when it is too late, `conflict` when somebody decided since. Of a batch, each item has its answer.
 */
export async function undo(member: Member, input: unknown, now = new Date()): Promise<Undone[]> {
  const of = parse(undoing, input);
  // Who moderates there no more, or is barred, leaves it as it is.
  const blogIds = await moderatedBlogIds(member, now);
  const events = await db.moderationEvent.findMany({
    where: {
      commentId: { not: null },
      ...of,
      actorId: member.id,
      action: { in: ['approved', 'lowered', 'removed'] },
      ...(blogIds ? { underBlogId: { in: blogIds } } : {}),
    },
    orderBy: { seq: 'desc' },
    select: { id: true, commentId: true },
    ...('commentId' in of ? { take: 1 } : {}),
  });
  if (events.length === 0) throw new Refused('not-found');
  const undone: Undone[] = [];
  for (const { id, commentId } of events.toSorted((a, b) => ((a.commentId ?? '') < (b.commentId ?? '') ? -1 : 1)))
    undone.push(await undoOne(member, { eventId: id, commentId: commentId ?? '' }, now));
  const [only] = undone;
  if ('commentId' in of && only?.kind === 'refused') throw new Refused(only.reason);
  return undone;
}

async function undoOne(member: Member, { eventId, commentId }: { eventId: string; commentId: string }, now: Date): Promise<Undone> {
  return db.$transaction(async (tx): Promise<Undone> => {
    const comment = await lockComment(tx, commentId);
    if (!comment) return { kind: 'refused', commentId, reason: 'not-found' };
    const made = await tx.moderationEvent.findUniqueOrThrow({
      where: { id: eventId },
      select: {
        action: true,
        fromStatus: true,
        toStatus: true,
        setAside: true,
        createdAt: true,
        byRole: true,
        undoneBy: { select: { id: true } },
      },
    });
    if (made.undoneBy) return { kind: 'done', commentId, seen: made.undoneBy.id };
    if (made.createdAt.getTime() < now.getTime() - UNDO_MINUTES * 60_000) return { kind: 'refused', commentId, reason: 'gone' };
    // An edit since is about other words, and a machine may have looked at them again; another human may have answered an appeal. What
    // decides nothing, as a pin or an appeal, stands beside it, and the appeals that it answered are its own.
    const answered = { action: { in: ['appeal-upheld', 'appeal-reversed'] }, NOT: { actorId: member.id } };
    const newest = await tx.moderationEvent.findFirst({
      where: { commentId, OR: [{ toStatus: { not: null } }, answered] },
      orderBy: { seq: 'desc' },
      select: { id: true },
    });
    if (newest?.id !== eventId || comment.status !== made.toStatus || !made.fromStatus)
      return { kind: 'refused', commentId, reason: 'conflict' };
    const seen = await changeStatus(tx, {
      commentId,
      postId: comment.postId,
      from: comment.status,
      to: made.fromStatus,
      event: { actorId: member.id, action: 'undone', undoesId: eventId, byRole: made.byRole },
    });
    if (made.setAside !== null)
      await tx.comment.update({ where: { id: commentId }, data: { unwanted: made.setAside }, select: { id: true } });
    await tx.report.updateMany({ where: { settledById: eventId }, data: { resolvedAt: null, settledById: null, outcome: null } });
    await weighReports(tx, commentId);
    await reopenAppeals(tx, eventId);
    await overtake(tx, { id: eventId }, 'undone');
    await (made.fromStatus === 'visible' ? purge : erase)(tx, cacheTag.post(comment.postId));
    await unteach(tx, member, commentId);
    return { kind: 'done', commentId, seen };
  });
}
