import 'server-only';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import type { Member } from '../actor';
import { takeTurn } from '../limits';
import { lockRegard } from '../regard';
import { following, MOST_FOLLOWED } from '../schema';

/**
 * Follows someone, or no longer; again changes nothing. Nobody is told. Whoever was muted by this member is shown to them again.
 * @throws Refused `not-allowed` for oneself, `invalid` with `memberId: too-many-followed` beyond what one may follow
 */
export async function follow(member: Member, input: unknown): Promise<void> {
  const { memberId: followedId, on } = parse(following, input);
  await takeTurn('vote', member);
  if (followedId === member.id) throw new Refused('not-allowed');
  if ((await db.member.count({ where: { id: followedId } })) === 0) throw new Refused('not-found');
  const data = { memberId: member.id, followedId };
  await db.$transaction(async (tx) => {
    await lockRegard(tx, member.id);
    if (!on) return void (await tx.follow.deleteMany({ where: data }));
    await tx.follow.createMany({ data, skipDuplicates: true });
    if ((await tx.follow.count({ where: { memberId: member.id } })) > MOST_FOLLOWED)
      throw new Refused('invalid', { fields: { memberId: 'too-many-followed' } });
    await tx.mute.deleteMany({ where: { memberId: member.id, mutedId: followedId } });
  });
}
