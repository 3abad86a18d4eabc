import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import type { Tx } from '@/lib/db/client';
import { endAppeal } from '@/lib/moderation/settle-appeal';

export type About = { personId: string | null; actorId: string; byRole: string } & ({ holdId: string } | { linkId: string });

/**
 * Answers every appeal that waits about a hold or a link, or only one, since a human has decided; says whose. The caller holds what
 * it is about.
 */
export async function settlePleas(
  tx: Tx,
  by: Member,
  { about, outcome, words, appealId: only }: { about: About; outcome: 'upheld' | 'reversed'; words: string; appealId?: string },
): Promise<string[]> {
  const of = 'holdId' in about ? { holdId: about.holdId } : { linkId: about.linkId };
  const open = await tx.appeal.findMany({
    where: { outcome: null, event: of, ...(only ? { id: only } : {}) },
    select: { id: true, memberId: true },
  });
  const answered: string[] = [];
  for (const { id: appealId, memberId } of open) {
    if (!(await endAppeal(tx, by, { appealId, outcome, words }))) continue;
    answered.push(memberId);
    const { id: eventId } = await tx.moderationEvent.create({
      data: { ...about, personId: memberId, action: `appeal-${outcome}`, reason: words },
      select: { id: true },
    });
    await tx.notification.create({ data: { memberId, eventId, kind: 'decision' }, select: { id: true } });
  }
  return answered;
}
