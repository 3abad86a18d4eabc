import 'server-only';
import { isAdmin, type Member } from '@/lib/accounts/actor';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { refuseReleaser } from '../closing';
import { linking, unlinking } from '../hold-schema';
import { aboutLink, lift, linkPair, lockLink, partiesOf } from '../links';
import { settlePleas } from '../pleas';

/**
 * An admin finds that two accounts are one person's or stand in for one another, with a reason and words to both, who are told and may
 * appeal. Nothing is earned between them from now on, and what is pending between them goes back at the release. Again changes nothing.
 * @throws Refused `not-allowed` for anyone else, about oneself, and for who is releasing an epoch of theirs, `invalid`
 */
export async function linkAccounts(admin: Member, input: unknown): Promise<void> {
  if (!isAdmin(admin)) throw new Refused('not-allowed');
  const { handle, other, reason, note } = parse(linking, input);
  await db.$transaction(async (tx) => {
    const idOf = async (called: string) => (await tx.member.findUnique({ where: { handle: called }, select: { id: true } }))?.id;
    const [one, two] = [await idOf(handle), await idOf(other)];
    if (!one) throw new Refused('invalid', { fields: { handle: 'unknown-person' } });
    if (!two) throw new Refused('invalid', { fields: { other: 'unknown-person' } });
    if (one === two) throw new Refused('invalid', { fields: { other: 'wrong' } });
    if ([one, two].includes(admin.id)) throw new Refused('not-allowed');
    await linkPair(tx, { memberIds: [one, two], ground: 'found', shared: '', by: admin, reason, note });
  });
}

/**
 * An admin lifts a link, whoever made it: the machine does not make it again for what the two share. Appeals that wait are granted by
 * it. Again changes nothing. @throws Refused `not-allowed` for anyone else and about oneself, `not-found`, `conflict` while an epoch of
 * it is being released
 */
export async function unlinkAccounts(admin: Member, input: unknown, now = new Date()): Promise<void> {
  if (!isAdmin(admin)) throw new Refused('not-allowed');
  const { linkId, answer } = parse(unlinking, input);
  await db.$transaction(async (tx) => {
    const link = await lockLink(tx, linkId);
    if (!link) throw new Refused('not-found');
    if (partiesOf(link).includes(admin.id)) throw new Refused('not-allowed');
    if (link.liftedAt !== null) return;
    // Whoever made it may lift it too.
    await refuseReleaser(tx, admin, { ...aboutLink(link), decided: partiesOf(link) }, now);
    const told = await settlePleas(tx, admin, {
      about: { personId: null, actorId: admin.id, byRole: 'site', linkId },
      outcome: 'reversed',
      words: answer,
    });
    await lift(tx, link, { by: admin, answer, now, told });
  });
}
