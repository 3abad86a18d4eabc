import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { takeTurn } from '@/lib/accounts/limits';
import { cacheTag } from '@/lib/core/cache-tags';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { enqueue } from '@/lib/jobs/queue';
import { impose, keptReason, personToSanction, presentOf, requireModerator } from '../sanctioning';
import { swept } from '../schema';
import { sweepable } from '../sweep';

const DAY = 86_400_000;

/**
 * Bans someone in one blog, or (by site moderators, without a blog) everywhere, and has a job remove what they wrote there in the
 * last 1 to 30 days. One decision: one event, one mail, one appeal. The same again answers with the first.
 * @throws Refused as `sanction` does, and `conflict` while an earlier removal of theirs is being taken back
 */
export async function banAndRemove(member: Member, input: unknown, at?: Date): Promise<{ sweepId: string }> {
  const { handle, blogId, days, reason, note } = parse(swept, input);
  const byRole = await requireModerator(member, blogId);
  await takeTurn('write', member);
  return db.$transaction(async (tx) => {
    const { id: memberId } = await personToSanction(tx, member, { handle, blogId });
    // What is being posted is there before the ban's moment, or is refused after it.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`comments of ${memberId}`}, 0))`;
    const now = at ?? new Date();
    const wanted = { memberId, blogId, kind: 'banned' as const, until: null, reason, note };
    const present = await presentOf(tx, wanted);
    const before = present?.same ? present.sweeps.find((sweep) => sweep.days === days) : undefined;
    if (before) return { sweepId: before.id };
    if ((await tx.sweep.count({ where: { memberId, state: 'undoing' } })) > 0) throw new Refused('conflict');
    const sanctionId = await impose(tx, present, { ...wanted, by: member, now });
    const place = { memberId, blogId, since: new Date(now.getTime() - days * DAY), until: now };
    const { id: sweepId } = await tx.sweep.create({
      data: { ...place, sanctionId, byId: member.id, byRole, reason, days, total: await tx.comment.count({ where: sweepable(place) }) },
      select: { id: true },
    });
    await tx.moderationEvent.create({
      data: { actorId: member.id, personId: memberId, blogId, sanctionId, sweepId, action: 'banned', byRole, reason: keptReason(wanted) },
    });
    await enqueue(tx, 'sweep.advance', { sweepId });
    await purge(tx, cacheTag.person(memberId), cacheTag.moderation);
    return { sweepId };
  });
}
