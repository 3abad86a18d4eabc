import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { takeTurn } from '@/lib/accounts/limits';
import { lockComment } from '@/lib/comments/change-status';
import { cacheTag } from '@/lib/core/cache-tags';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { canAppeal, takesAway } from '../appeal-policy';
import { newAppeal } from '../schema';

/**
 * Asks another human to look at a decision about one's own comment. Again, whatever its words, answers with the first receipt.
 * @throws Refused `not-found` for what is not about one's own comment or takes nothing away, `gone` for words that were withdrawn,
 * `conflict` when the comment is back already, `not-allowed` when the time is over
 */
export async function appeal(member: Member, input: unknown, now = new Date()): Promise<{ id: string }> {
  const { eventId, text } = parse(newAppeal, input);
  await takeTurn('appeal', member);
  return db.$transaction(async (tx) => {
    const event = await tx.moderationEvent.findUnique({
      where: { id: eventId },
      select: { action: true, toStatus: true, createdAt: true, commentId: true },
    });
    const comment = event?.commentId ? await lockComment(tx, event.commentId) : null;
    if (!event || comment?.authorId !== member.id || !takesAway(event)) throw new Refused('not-found');
    const before = await tx.appeal.findUnique({ where: { eventId }, select: { id: true } });
    if (before) return before;
    if (comment.status === 'withdrawn') throw new Refused('gone');
    if (comment.status === 'visible') throw new Refused('conflict');
    if (!canAppeal(event, comment.status, now)) throw new Refused('not-allowed');
    const made = await tx.appeal.create({ data: { eventId, memberId: member.id, text, createdAt: now }, select: { id: true } });
    await tx.moderationEvent.create({ data: { commentId: comment.id, actorId: member.id, action: 'appealed' } });
    await purge(tx, cacheTag.moderation);
    return made;
  });
}
