import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { lockPerson } from '@/lib/accounts/lock-person';
import { cacheTag } from '@/lib/core/cache-tags';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { enqueue } from '@/lib/jobs/queue';
import { requireModerator, restoreEarnings } from '../sanctioning';
import { sweepUndone } from '../schema';
import { settleSanctionAppeal } from '../settle-appeal';
import { turnRound } from '../sweep';
import { maySweepBeUndone } from '../sweep-policy';

/**
 * Takes a ban with its removals back within a week: a job gives back what it removed and nobody decided otherwise since, and the ban
 * is lifted if it is still the same. That answers an appeal which waits. Again changes nothing.
 * @throws Refused `not-found`, `not-allowed` where one does not moderate and about oneself, `gone` when it is too late
 */
export async function undoSweep(member: Member, input: unknown, now = new Date()): Promise<void> {
  const { sweepId } = parse(sweepUndone, input);
  const sweep = await db.sweep.findUnique({ where: { id: sweepId } });
  if (!sweep) throw new Refused('not-found');
  const byRole = await requireModerator(member, sweep.blogId);
  const { memberId: personId, sanctionId, blogId } = sweep;
  if (personId === member.id) throw new Refused('not-allowed');
  await db.$transaction(async (tx) => {
    if (personId) await lockPerson(tx, { id: personId });
    const { state } = await tx.sweep.findUniqueOrThrow({ where: { id: sweepId }, select: { state: true } });
    if (state === 'undoing' || state === 'undone') return;
    if (!maySweepBeUndone(sweep, now)) throw new Refused('gone');
    if (!(await turnRound(tx, sweepId, { by: member, now }))) return;
    if (sanctionId) {
      await tx.sanction.updateMany({ where: { id: sanctionId, liftedAt: null }, data: { liftedAt: now } });
      await settleSanctionAppeal(tx, member, { sanctionId, byRole });
      await restoreEarnings(tx, { sanctionId, by: sweepId });
    }
    await tx.moderationEvent.create({
      data: { actorId: member.id, personId, blogId, sanctionId, sweepId, action: 'sweep-undone', byRole },
    });
    await enqueue(tx, 'mail.sweep-undone', { sweepId });
    await purge(tx, cacheTag.moderation, ...(personId ? [cacheTag.person(personId)] : []));
  });
}
