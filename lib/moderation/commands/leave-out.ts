import 'server-only';
import { isAdmin, type Member } from '@/lib/accounts/actor';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { enqueue } from '@/lib/jobs/queue';
import { holdHistory, settleLessons } from '@/lib/relevance/site/remember';
import { leavingOut } from '../leaving-out';

/**
 * Takes a moderator's decisions out of what the filter learns, those to come included, or in again; the weights are made anew as if
 * they had never decided, or always. Again changes nothing. @throws Refused `invalid` for an unknown person
 */
export async function leaveOut(member: Member, input: unknown): Promise<void> {
  if (!isAdmin(member)) throw new Refused('not-allowed');
  const { handle, on } = parse(leavingOut, input);
  await db.$transaction(async (tx) => {
    // No decision of theirs comes between.
    await holdHistory(tx);
    const person = await tx.member.findUnique({ where: { handle }, select: { id: true, leftOut: true } });
    if (!person) throw new Refused('invalid', { fields: { handle: 'unknown-person' } });
    if ((person.leftOut !== null) === on) return;
    const moderatorId = person.id;
    if (on) await tx.filterLeftOut.create({ data: { moderatorId } });
    else await tx.filterLeftOut.delete({ where: { moderatorId } });
    await tx.filterDecision.updateMany({ where: { moderatorId }, data: { leftOut: on } });
    const theirs = await tx.filterDecision.findMany({ where: { moderatorId }, select: { commentId: true } });
    await settleLessons(
      tx,
      theirs.map(({ commentId }) => commentId),
    );
    const action = on ? 'filter-left-out' : 'filter-taken-in';
    await tx.moderationEvent.create({ data: { actorId: member.id, action, reason: handle } });
    await enqueue(tx, 'filter.learn', { anew: true });
  });
}
