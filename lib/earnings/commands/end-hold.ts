import 'server-only';
import { isAdmin, type Member } from '@/lib/accounts/actor';
import { tell } from '@/lib/accounts/tell';
import { cacheTag } from '@/lib/core/cache-tags';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { conclude, decidesAlone, lockHold, mayDecide } from '../conclude';
import { ending } from '../hold-schema';
import { settlePleas } from '../pleas';

/**
 * Answers a hold, once: `cleared` lets what the person's reading moved go on its way, and gives back what a release took for it;
 * `confirmed` lets it be taken. By another admin than the one who held, and than who releases an epoch of it; who is the only one may
 * take back their own. An appeal that waits is answered by it. The same answer again changes nothing.
 * @throws Refused `not-allowed`, `not-found`, `conflict` when it was answered otherwise or an epoch of it is being released
 */
export async function endHold(by: Member, input: unknown, now = new Date()): Promise<void> {
  const { holdId, outcome, answer } = parse(ending, input);
  if (!isAdmin(by)) throw new Refused('not-allowed');
  await db.$transaction(async (tx) => {
    const hold = await lockHold(tx, holdId);
    const first = { ...hold, endedById: null };
    if (!mayDecide(by, first) && !(outcome === 'cleared' && (await decidesAlone(tx, by, first, now)))) throw new Refused('not-allowed');
    if (hold.outcome === outcome) return;
    if (hold.outcome !== null) throw new Refused('conflict');
    await conclude(tx, by, { hold, outcome, answer, now });
    const about = { personId: hold.memberId, holdId, actorId: by.id, byRole: 'site' };
    const answered = await settlePleas(tx, by, { about, outcome: outcome === 'cleared' ? 'reversed' : 'upheld', words: answer });
    const { id: eventId } = await tx.moderationEvent.create({
      data: { ...about, action: `earning-${outcome}`, reason: answer },
      select: { id: true },
    });
    // Whom an appeal is answered is told by that.
    if (hold.memberId && answered.length === 0) await tell(tx, { eventId, memberId: hold.memberId });
    await purge(tx, cacheTag.moderation);
  });
}
