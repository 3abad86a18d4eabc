import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { takeTurn } from '@/lib/accounts/limits';
import { cacheTag } from '@/lib/core/cache-tags';
import { parse } from '@/lib/core/parse';
import { db } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { impose, keptReason, personToSanction, presentOf, requireModerator } from '../sanctioning';
import { sanctioned } from '../schema';

const DAY = 86_400_000;

/**
 * Limits, suspends or bans someone in one blog, or (by site moderators, without a blog) everywhere, and tells them with the reason
 * and the end. The same again changes nothing; another end or reason takes the place of the earlier one of its kind.
 * @throws Refused `invalid` for an unknown person, `not-allowed` about oneself, an equal or where one does not moderate, `conflict`
 * while an appeal against the earlier one waits
 */
export async function sanction(member: Member, input: unknown, now = new Date()): Promise<void> {
  const { handle, blogId, kind, days, reason, note } = parse(sanctioned, input);
  const byRole = await requireModerator(member, blogId);
  await takeTurn('write', member);
  const until = days === null ? null : new Date(now.getTime() + days * DAY);
  await db.$transaction(async (tx) => {
    const { id: memberId } = await personToSanction(tx, member, { handle, blogId });
    const wanted = { memberId, blogId, kind, until, reason, note };
    const present = await presentOf(tx, wanted);
    if (present?.same) return;
    const sanctionId = await impose(tx, present, { ...wanted, by: member, now });
    await tx.moderationEvent.create({
      data: { actorId: member.id, personId: memberId, blogId, sanctionId, action: kind, byRole, reason: keptReason(wanted) },
    });
    await purge(tx, cacheTag.person(memberId), cacheTag.moderation);
  });
}
