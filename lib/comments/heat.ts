import 'server-only';
import { cacheTag } from '@/lib/core/cache-tags';
import type { Tx } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { enqueue } from '@/lib/jobs/queue';
import { type Heat, type SlowSeconds, slowSecondsFor } from '@/lib/screening/slow';

/** A slowed thread is looked at again after so long. Seconds. */
const LOOK_AGAIN = 300;
export const BY_HAND = 'by-hand';

/**
 * Looks how heated a thread is and slows it, or lets it go on by one step, with an event that says by which sign. What a moderator
 * set stays as it is. Called with each comment, and by a job while it is slowed.
 */
export async function feelHeat(tx: Tx, postId: string, now: Date): Promise<void> {
  const [post] = await tx.$queryRaw<{ slowSeconds: SlowSeconds; slowReason: string }[]>`
    SELECT "slowSeconds", "slowReason" FROM post WHERE id = ${postId}::uuid FOR NO KEY UPDATE`;
  if (!post || post.slowReason === BY_HAND) return;
  const slowed = slowSecondsFor({ ...(await heatOf(tx, postId, now)), seconds: post.slowSeconds });
  if (slowed.seconds > 0) await enqueue(tx, 'thread.cool', { postId }, LOOK_AGAIN);
  if (slowed.seconds === post.slowSeconds) return;
  const slowReason = slowed.seconds === 0 ? '' : slowed.reason;
  await tx.post.update({ where: { id: postId }, data: { slowSeconds: slowed.seconds, slowReason }, select: { id: true } });
  await tx.moderationEvent.create({
    data: {
      postId,
      action: slowed.seconds === 0 ? 'slow-ended' : 'slowed',
      rule: `heat-${slowed.reason}`,
      byMachine: true,
      reason: String(slowed.seconds),
    },
  });
  await purge(tx, cacheTag.thread(postId));
}

async function heatOf(tx: Tx, postId: string, now: Date): Promise<Omit<Heat, 'seconds'>> {
  const [tenMinutes, hour] = [new Date(now.getTime() - 600_000), new Date(now.getTime() - 3_600_000)];
  const [said] = await tx.$queryRaw<{ comments: number; people: number; ups: number; downs: number }[]>`
    SELECT count(*) FILTER (WHERE "createdAt" > ${tenMinutes})::int AS comments,
      count(DISTINCT "authorId") FILTER (WHERE "createdAt" > ${tenMinutes})::int AS people,
      coalesce(sum(ups), 0)::int AS ups, coalesce(sum(downs), 0)::int AS downs
    FROM comment WHERE "postId" = ${postId}::uuid AND status = 'visible' AND "createdAt" > ${hour}`;
  const reports = await tx.report.count({ where: { comment: { postId }, createdAt: { gt: hour }, memberId: { not: null } } });
  const { comments = 0, people = 0, ups = 0, downs = 0 } = said ?? {};
  return { comments, people, reports, downShare: ups + downs === 0 ? 0 : downs / (ups + downs) };
}
