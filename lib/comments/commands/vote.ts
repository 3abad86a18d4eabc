import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { takeTurn } from '@/lib/accounts/limits';
import { lockRegard } from '@/lib/accounts/regard';
import { cacheTag } from '@/lib/core/cache-tags';
import { log } from '@/lib/core/log';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { pool } from '@/lib/db/pool';
import { notice, purge } from '@/lib/jobs/purge';
import { lockComment } from '../change-status';
import { isYoung, recountAround } from '../count-votes';
import { canVote } from '../policy';
import { mute as muteSchema, vote as voteSchema } from '../schema';
import type { CommentStatus } from '../view';

/**
 * Sets one's vote to up (1), down (-1) or none (0). Counts move by what really changed, however often it is sent.
 * @throws Refused `not-found`, `not-allowed` on one's own, too early, and while one is banned or suspended there
 */
export async function vote(member: Member, input: unknown, now = new Date()): Promise<void> {
  const { commentId, value } = parse(voteSchema, input);
  await takeTurn('vote', member);
  const { rows } = await pool.query<Asked>({ name: 'vote on', text: ASK, values: [commentId, member.id, now] });
  const [comment] = rows;
  if (comment?.status !== 'visible') throw new Refused('not-found');
  if (comment.barred || !canVote(member, comment, value, now)) throw new Refused('not-allowed');
  if (isYoung(member, now)) return voteOfYoung(member, { commentId, value, postId: comment.postId });
  const { channel, payload, told } = notice(cacheTag.thread(comment.postId));
  // One statement, which is one transaction: a heated thread is voted on by hundreds at once. The conflict's row is the newest
  // one, so that of a person's votes sent together each moves the counts by its own step. The comment is locked first, as by those who
  // count its votes anew.
  const { rowCount } = await pool.query({ name: 'vote', text: VOTE, values: [commentId, member.id, value, channel, payload] });
  // The vote is given by now: that a cache in front is not told of it is no reason to say otherwise.
  if (rowCount !== 0) await told().catch((error: unknown) => log.error({ err: error }, 'a cache in front was not told of a vote'));
}

interface Asked {
  postId: string;
  authorId: string | null;
  status: CommentStatus;
  barred: boolean;
}

// As `isBarred`, in one statement with what is voted on.
const ASK = `
SELECT c."postId", c."authorId", c.status::text AS status, EXISTS (SELECT FROM sanction s
    WHERE s."memberId" = $2 AND s."liftedAt" IS NULL AND s.kind IN ('banned', 'suspended') AND (s.until IS NULL OR s.until > $3)
      AND (s."blogId" IS NULL OR s."blogId" = p."blogId")) AS barred
FROM comment c JOIN post p ON p.id = c."postId" WHERE c.id = $1`;

const VOTE = `
WITH given AS (
    INSERT INTO vote ("commentId", "memberId", value)
    SELECT id, $2, $3::smallint FROM (SELECT id FROM comment WHERE id = $1 AND status = 'visible' FOR NO KEY UPDATE) AS locked
    WHERE ($3::smallint <> 0 OR EXISTS (SELECT FROM vote WHERE "commentId" = $1 AND "memberId" = $2))
    ON CONFLICT ("commentId", "memberId") DO UPDATE
      SET value = excluded.value, "createdAt" = excluded."createdAt", was = CASE WHEN vote.counted THEN vote.value ELSE 0 END, counted = true WHERE vote.value <> excluded.value
    RETURNING value, was),
  moved AS (
    UPDATE comment SET ups = ups + (value = 1)::int - (was = 1)::int, downs = downs + (value = -1)::int - (was = -1)::int
    FROM given WHERE id = $1 RETURNING id)
SELECT pg_notify($4, $5) FROM moved`;

/** A young account's vote is counted anew with those around it, so that a crowd made for the purpose counts as one. */
async function voteOfYoung(
  member: Member,
  { commentId, value, postId }: { commentId: string; value: number; postId: string },
): Promise<void> {
  await db.$transaction(async (tx) => {
    if ((await lockComment(tx, commentId))?.status !== 'visible') throw new Refused('not-found');
    const where = { commentId_memberId: { commentId, memberId: member.id } };
    const before = await tx.vote.findUnique({ where, select: { value: true, counted: true, createdAt: true } });
    const changed = await tx.$executeRaw`
      INSERT INTO vote ("commentId", "memberId", value)
      SELECT ${commentId}::uuid, ${member.id}::uuid, ${value}
      WHERE ${value} <> 0 OR EXISTS (SELECT FROM vote WHERE "commentId" = ${commentId}::uuid AND "memberId" = ${member.id}::uuid)
      ON CONFLICT ("commentId", "memberId") DO UPDATE
        SET value = excluded.value, "createdAt" = excluded."createdAt", was = vote.value WHERE vote.value <> excluded.value`;
    if (changed === 0) return;
    await recountAround(tx, { commentId, memberId: member.id }, before);
    await purge(tx, cacheTag.thread(postId));
  });
}

/** Hides someone's comments from this member alone, who no longer follows them, or shows them again. Nobody is told. */
export async function mute(member: Member, input: unknown): Promise<void> {
  const { memberId: mutedId, on } = parse(muteSchema, input);
  await takeTurn('vote', member);
  if (mutedId === member.id) throw new Refused('not-allowed');
  if ((await db.member.count({ where: { id: mutedId } })) === 0) throw new Refused('not-found');
  const data = { memberId: member.id, mutedId };
  await db.$transaction(async (tx) => {
    await lockRegard(tx, member.id);
    if (!on) return void (await tx.mute.deleteMany({ where: data }));
    await tx.mute.createMany({ data, skipDuplicates: true });
    await tx.follow.deleteMany({ where: { memberId: member.id, followedId: mutedId } });
  });
}
