import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { lockPerson } from '@/lib/accounts/lock-person';
import { tell } from '@/lib/accounts/tell';
import { cacheTag } from '@/lib/core/cache-tags';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { requireModerator, restoreEarnings } from '../sanctioning';
import { lifted } from '../schema';
import { settleSanctionAppeal } from '../settle-appeal';
import { stopSweeps } from '../sweep';

/**
 * Ends a sanction before its time, and with it the removing that goes on; again changes nothing. An appeal against it is answered by
 * that, unless what was removed with the ban stays away.
 */
export async function lift(member: Member, input: unknown, now = new Date()): Promise<void> {
  const { sanctionId } = parse(lifted, input);
  const row = await db.sanction.findUnique({ where: { id: sanctionId }, select: { blogId: true, memberId: true } });
  if (!row) throw new Refused('not-found');
  const { blogId, memberId: personId } = row;
  const byRole = await requireModerator(member, blogId);
  if (personId === member.id) throw new Refused('not-allowed');
  await db.$transaction(async (tx) => {
    await lockPerson(tx, { id: personId });
    const { count } = await tx.sanction.updateMany({ where: { id: sanctionId, liftedAt: null }, data: { liftedAt: now } });
    if (count === 0) return;
    const event = { actorId: member.id, personId, blogId, sanctionId, action: 'lifted', byRole };
    const { id: eventId } = await tx.moderationEvent.create({ data: event, select: { id: true } });
    await tell(tx, { eventId, memberId: personId });
    await restoreEarnings(tx, { sanctionId, by: eventId });
    await stopSweeps(tx, sanctionId, now);
    const away = await tx.sweep.count({ where: { sanctionId, state: 'done' } });
    if (away === 0) await settleSanctionAppeal(tx, member, { sanctionId, byRole });
    await purge(tx, cacheTag.person(personId), cacheTag.moderation);
  });
}
