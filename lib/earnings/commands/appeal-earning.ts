import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { takeTurn } from '@/lib/accounts/limits';
import { cacheTag } from '@/lib/core/cache-tags';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db, type Tx } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { appealUntil } from '@/lib/moderation/appeal-policy';
import { lockHold } from '../conclude';
import { plea } from '../hold-schema';
import { lockLink } from '../links';

interface Event {
  action: string;
  holdId: string | null;
  linkId: string | null;
}

/**
 * Asks another human to look at a hold of what one's reading earns, or at a link of one's account. Once each, whatever becomes of it;
 * again answers with the first receipt.
 * @throws Refused `not-found` for what is not about oneself, `conflict` when it holds no more or was decided anew, `not-allowed` when the
 * time is over
 */
export async function appealEarning(member: Member, input: unknown, now = new Date()): Promise<{ id: string }> {
  const { eventId, text } = parse(plea, input);
  await takeTurn('appeal', member);
  return db.$transaction(async (tx) => {
    const event = await tx.moderationEvent.findUnique({ where: { id: eventId } });
    if (event?.personId !== member.id) throw new Refused('not-found');
    const { holdId, linkId } = event;
    const stands = await (holdId ? holdStands : linkStands)(tx, event);
    const before = await tx.appeal.findFirst({
      where: { memberId: member.id, event: holdId ? { holdId } : { linkId } },
      select: { id: true },
    });
    if (before) return before;
    if (!stands) throw new Refused('conflict');
    if (now > appealUntil(event.createdAt)) throw new Refused('not-allowed');
    const made = await tx.appeal.create({ data: { eventId, memberId: member.id, text, createdAt: now }, select: { id: true } });
    await tx.moderationEvent.create({ data: { personId: member.id, holdId, linkId, actorId: member.id, action: 'appealed' } });
    await purge(tx, cacheTag.moderation);
    return made;
  });
}

async function holdStands(tx: Tx, { holdId, action }: Event): Promise<boolean> {
  const { outcome } = await lockHold(tx, holdId ?? '');
  if (action !== 'earning-held' && action !== 'earning-confirmed') throw new Refused('not-found');
  return action === 'earning-held' ? outcome === null : outcome === 'confirmed';
}

async function linkStands(tx: Tx, { linkId, action }: Event): Promise<boolean> {
  const link = linkId === null || action !== 'earning-linked' ? null : await lockLink(tx, linkId);
  if (!link) throw new Refused('not-found');
  return link.liftedAt === null;
}
