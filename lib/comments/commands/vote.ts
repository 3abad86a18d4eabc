import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { takeTurn } from '@/lib/accounts/limits';
import { cacheTag } from '@/lib/core/cache-tags';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { lockComment } from '../change-status';
import { canVote } from '../policy';
import { mute as muteSchema, vote as voteSchema } from '../schema';

/** Sets one's vote to up (1), down (-1) or none (0). Counts move by what really changed, however often it is sent. */
export async function vote(member: Member, input: unknown, now = new Date()): Promise<void> {
  const { commentId, value } = parse(voteSchema, input);
  await takeTurn('vote', member);
  await db.$transaction(async (tx) => {
    const comment = await lockComment(tx, commentId);
    if (comment?.status !== 'visible') throw new Refused('not-found');
    if (!canVote(member, comment, value, now)) throw new Refused('not-allowed');
    // The comment's lock makes one person's votes come one after another; the counts move by what really changed.
    const changed = await tx.$executeRaw`
      WITH was AS (SELECT value FROM vote WHERE "commentId" = ${commentId}::uuid AND "memberId" = ${member.id}::uuid),
        taken AS (DELETE FROM vote WHERE ${value} = 0 AND "commentId" = ${commentId}::uuid AND "memberId" = ${member.id}::uuid),
        given AS (INSERT INTO vote ("commentId", "memberId", value) SELECT ${commentId}::uuid, ${member.id}::uuid, ${value} WHERE ${value} <> 0
          ON CONFLICT ("commentId", "memberId") DO UPDATE SET value = excluded.value),
        step AS (SELECT coalesce((SELECT value FROM was), 0) AS before)
      UPDATE comment SET ups = ups + (${value} = 1)::int - (before = 1)::int, downs = downs + (${value} = -1)::int - (before = -1)::int
      FROM step WHERE id = ${commentId}::uuid AND before <> ${value}`;
    if (changed === 0) return;
    await purge(tx, cacheTag.thread(comment.postId));
  });
}

/** Hides someone's comments from this member alone, or shows them again. Nobody is told. */
export async function mute(member: Member, input: unknown): Promise<void> {
  const { memberId: mutedId, on } = parse(muteSchema, input);
  await takeTurn('vote', member);
  if (mutedId === member.id) throw new Refused('not-allowed');
  if ((await db.member.count({ where: { id: mutedId } })) === 0) throw new Refused('not-found');
  const data = { memberId: member.id, mutedId };
  if (on) await db.mute.createMany({ data, skipDuplicates: true });
  else await db.mute.deleteMany({ where: data });
}
