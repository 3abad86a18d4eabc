import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { takeTurn } from '@/lib/accounts/limits';
import { cacheTag } from '@/lib/core/cache-tags';
import { parse } from '@/lib/core/parse';
import { db } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { forgetting } from '../schema';
import { slotOf } from '../slots';

/**
 * Deletes what was measured of a member and is not divided yet: all since `from`, midnight UTC of the first day whose reading no epoch
 * has taken. Again changes nothing; a page that is open begins anew.
 * @throws Refused `invalid` when it was not confirmed
 */
export async function forgetReading(member: Member, input: unknown, from: Date): Promise<void> {
  parse(forgetting, input);
  await takeTurn('account', member);
  const readerId = member.id;
  await db.$transaction(async (tx) => {
    await tx.readingSession.deleteMany({ where: { readerId, openedAt: { gte: from } } });
    await tx.readingBeat.deleteMany({ where: { readerId, slot: { gte: slotOf(from) } } });
    await tx.readingSum.deleteMany({ where: { readerId, day: { gte: from.toISOString().slice(0, 10) } } });
    // Its readers are counted there.
    await purge(tx, cacheTag.earn);
  });
}
