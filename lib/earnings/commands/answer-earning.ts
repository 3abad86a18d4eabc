import 'server-only';
import { isAdmin, type Member } from '@/lib/accounts/actor';
import { cacheTag } from '@/lib/core/cache-tags';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db, type Tx } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { isAlone, refuseReleaser } from '../closing';
import { aboutHold, conclude, decidesAlone, lockHold, mayDecide } from '../conclude';
import { pleaAnswer } from '../hold-schema';
import { aboutLink, lift, lockLink, partiesOf } from '../links';
import { settlePleas } from '../pleas';

interface Answer {
  outcome: 'upheld' | 'reversed';
  words: string;
  now: Date;
}

/**
 * The answer to an appeal about a hold or a link by another admin than who decided, and than who released an epoch of it; where there is no
 * such one, by who released it; where there is one admin, their own. Reversed, the hold is cleared and what was taken comes back, or the
 * link is lifted; upheld, an open hold is confirmed by it. The same answer by the same person again changes nothing.
 * @throws Refused `not-found` for who is no admin, `not-allowed` for who decided before and for the person, `conflict` when it is
 * answered, or an epoch of it is being released
 */
export async function answerEarning(admin: Member, input: unknown, now = new Date()): Promise<void> {
  const { appealId, outcome, words } = parse(pleaAnswer, input);
  if (!isAdmin(admin)) throw new Refused('not-found');
  await db.$transaction(async (tx) => {
    const found = await tx.appeal.findUnique({
      where: { id: appealId },
      select: { memberId: true, event: { select: { holdId: true, linkId: true } } },
    });
    if (!found) throw new Refused('not-found');
    const { holdId, linkId } = found.event;
    const ask = { appealId, memberId: found.memberId };
    if (holdId) await ofHold(tx, admin, { ...ask, holdId, outcome, words, now });
    else if (linkId) await ofLink(tx, admin, { ...ask, linkId, outcome, words, now });
    else throw new Refused('not-found');
    await purge(tx, cacheTag.moderation);
  });
}

interface Asked {
  appealId: string;
  memberId: string;
}

async function ofHold(
  tx: Tx,
  admin: Member,
  { holdId, appealId, outcome, words, now }: Answer & Asked & { holdId: string },
): Promise<void> {
  const hold = await lockHold(tx, holdId);
  if (await answeredSo(tx, admin, { appealId, outcome })) return;
  // What is open nobody confirms who held it, alone or not.
  const again = (outcome === 'reversed' || hold.outcome !== null) && (await decidesAlone(tx, admin, hold, now));
  if (!mayDecide(admin, hold) && !again) throw new Refused('not-allowed');
  await refuseReleaser(tx, admin, aboutHold(hold), now);
  const about = { personId: hold.memberId, holdId, actorId: admin.id, byRole: 'site' };
  if ((await settlePleas(tx, admin, { about, outcome, words })).length === 0) throw new Refused('conflict');
  if (outcome === 'reversed') await conclude(tx, admin, { hold, outcome: 'cleared', answer: words, now });
  else if (hold.outcome === null) await conclude(tx, admin, { hold, outcome: 'confirmed', answer: words, now });
}

async function ofLink(tx: Tx, admin: Member, asked: Answer & Asked & { linkId: string }): Promise<void> {
  const { linkId, appealId, memberId, outcome, words, now } = asked;
  const link = await lockLink(tx, linkId);
  if (!link) throw new Refused('not-found');
  if (await answeredSo(tx, admin, { appealId, outcome })) return;
  const own = link.byId === admin.id && !(await isAlone(tx, admin, { since: link.createdAt, now }));
  if (own || partiesOf(link).includes(admin.id)) throw new Refused('not-allowed');
  await refuseReleaser(tx, admin, aboutLink(link), now);
  const about = { personId: memberId, actorId: admin.id, byRole: 'site', linkId };
  // Both may appeal: each refusal is an answer of its own, but lifted is lifted.
  const only = outcome === 'upheld' ? { appealId } : {};
  const answered = await settlePleas(tx, admin, { about, outcome, words, ...only });
  if (answered.length === 0) throw new Refused('conflict');
  if (outcome === 'upheld') return;
  await lift(tx, link, { by: admin, answer: words, now, told: answered });
}

/** Whether this person gave this answer before. */
const answeredSo = async (tx: Tx, by: Member, { appealId, outcome }: { appealId: string; outcome: 'upheld' | 'reversed' }) =>
  (await tx.appeal.count({ where: { id: appealId, outcome, decidedById: by.id } })) > 0;
