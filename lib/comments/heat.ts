import 'server-only';
import { cacheTag } from '@/lib/core/cache-tags';
import { db, type Tx } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { enqueue } from '@/lib/jobs/queue';
import { type Heat, type SlowSeconds, slowSecondsFor } from '@/lib/screening/slow';

/** A slowed thread is looked at again after so long, and stays as it is for as long after each change. Seconds. */
const LOOK_AGAIN = 300;
export const BY_HAND = 'by-hand';

/**
 * Looks how heated a thread is and slows it, with an event that says by which sign; what is slowed stays so. What a moderator set
 * stays as it is. Called with each comment and report.
 */
export const feelHeat = (tx: Tx, postId: string, now: Date): Promise<void> => look(tx, postId, { now, cools: false });

/** As `feelHeat`, and lets a thread go on by one step that has been as it is for five minutes. A job's work: again changes nothing. */
export const coolThread = (postId: string, now: Date): Promise<void> => db.$transaction((tx) => look(tx, postId, { now, cools: true }));

async function look(tx: Tx, postId: string, { now, cools }: { now: Date; cools: boolean }): Promise<void> {
  const [post] = await tx.$queryRaw<{ slowSeconds: SlowSeconds; slowReason: string }[]>`
    SELECT "slowSeconds", "slowReason" FROM post WHERE id = ${postId}::uuid FOR NO KEY UPDATE`;
  if (!post || post.slowReason === BY_HAND) return;
  if (cools && post.slowSeconds === 0) return;
  const slowed = slowSecondsFor({ ...(await heatOf(tx, postId, now)), seconds: post.slowSeconds });
  const early = slowed.seconds < post.slowSeconds && !(cools && (await isSettled(tx, postId, now)));
  if ((early ? post.slowSeconds : slowed.seconds) > 0) await enqueue(tx, 'thread.cool', { postId }, LOOK_AGAIN);
  if (early || slowed.seconds === post.slowSeconds) return;
  const slowReason = slowed.seconds === 0 ? '' : slowed.reason;
  await tx.post.update({ where: { id: postId }, data: { slowSeconds: slowed.seconds, slowReason }, select: { id: true } });
  await tx.moderationEvent.create({
    data: {
      postId,
      action: slowed.seconds === 0 ? 'slow-ended' : 'slowed',
      rule: `heat-${slowed.reason}`,
      byMachine: true,
      reason: String(slowed.seconds),
      createdAt: now,
    },
  });
  await purge(tx, cacheTag.thread(postId), cacheTag.moderation);
}

async function isSettled(tx: Tx, postId: string, now: Date): Promise<boolean> {
  const last = await tx.moderationEvent.findFirst({
    where: { postId, action: { in: ['slowed', 'slow-ended'] } },
    orderBy: { seq: 'desc' },
    select: { createdAt: true },
  });
  return !last || now.getTime() - last.createdAt.getTime() >= LOOK_AGAIN * 1_000;
}

async function heatOf(tx: Tx, postId: string, now: Date): Promise<Omit<Heat, 'seconds'>> {
  const [tenMinutes, hour] = [new Date(now.getTime() - 600_000), new Date(now.getTime() - 3_600_000)];
  const [said] = await tx.$queryRaw<{ comments: number; people: number; ups: number; downs: number }[]>`
    SELECT count(*) FILTER (WHERE "createdAt" > ${tenMinutes})::int AS comments,
      count(DISTINCT "authorId") FILTER (WHERE "createdAt" > ${tenMinutes})::int AS people,
      coalesce(sum(ups), 0)::int AS ups, coalesce(sum(downs), 0)::int AS downs
    FROM comment WHERE "postId" = ${postId}::uuid AND status = 'visible' AND "createdAt" > ${hour}`;
  const [against] = await tx.$queryRaw<{ people: number }[]>`
    SELECT count(DISTINCT r."memberId")::int AS people FROM report r JOIN comment c ON c.id = r."commentId"
    WHERE c."postId" = ${postId}::uuid AND r."createdAt" > ${hour} AND r.known`;
  const reports = against?.people ?? 0;
  const { comments = 0, people = 0, ups = 0, downs = 0 } = said ?? {};
  return { comments, people, reports, downShare: ups + downs === 0 ? 0 : downs / (ups + downs) };
}
