import 'server-only';
import { isAdmin, type Member } from '@/lib/accounts/actor';
import { lockPerson } from '@/lib/accounts/lock-person';
import { tell } from '@/lib/accounts/tell';
import { cacheTag } from '@/lib/core/cache-tags';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db, type Tx } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { refuseReleaser } from '../closing';
import { holding } from '../hold-schema';
import type { Found } from '../risk/list';
import type { Evidence } from '../risk/rule';

type Seen = Omit<Found, 'memberId' | 'rule'>;

/**
 * Holds what somebody's reading moves, in every epoch that is not released; of a rule (`by` null, with what it saw) or of an admin with
 * words. Nothing is taken from what is available. They are told. Held already, it stays as it is; what a rule finds meanwhile is added to
 * it, and told, so that nobody clears what they have not seen.
 * @throws Refused `not-allowed` for anyone else, about oneself, and for who is releasing an epoch that they have a part in, `invalid`, `not-found`
 */
export async function holdCredit(by: Member | null, input: unknown, seen: Seen | null = null) {
  const { memberId, reason, note } = parse(holding, input);
  if (by && (!isAdmin(by) || by.id === memberId)) throw new Refused('not-allowed');
  if (by && note === '') throw new Refused('invalid', { fields: { note: 'required' } });
  return db.$transaction(async (tx): Promise<{ holdId: string }> => {
    if (!(await lockPerson(tx, { id: memberId }))) throw new Refused('not-found');
    const open = await tx.earningHold.findFirst({ where: { memberId, outcome: null } });
    if (open) {
      if (by === null && (await add(tx, open, { reason, seen })))
        await say(tx, { holdId: open.id, memberId, by, reason, note, version: seen?.version ?? 0 });
      return { holdId: open.id };
    }
    if (by) await refuseReleaser(tx, by, { memberIds: [memberId] }, new Date());
    const { version = 0, marks = [] } = seen ?? {};
    const evidence = seen ? { evidence: JSON.parse(JSON.stringify(seen.evidence)) as object } : {};
    const { id: holdId } = await tx.earningHold.create({
      data: { memberId, reason, note, byMachine: by === null, byId: by?.id ?? null, ruleVersion: version, marks: [...marks], ...evidence },
      select: { id: true },
    });
    // What a confirmed one keeps away is not let go when this one is cleared.
    const free = { OR: [{ holdId: null }, { hold: { outcome: 'cleared' as const } }] };
    await tx.epochReader.updateMany({ where: { memberId, of: { state: { not: 'released' } }, ...free }, data: { holdId } });
    await say(tx, { holdId, memberId, by, reason, note, version });
    return { holdId };
  });
}

interface Said {
  holdId: string;
  memberId: string;
  by: Member | null;
  reason: string;
  note: string;
  version: number;
}

async function say(tx: Tx, { holdId, memberId, by, reason, note, version }: Said): Promise<void> {
  const { id: eventId } = await tx.moderationEvent.create({
    data: {
      ...{ personId: memberId, holdId, action: 'earning-held', actorId: by?.id ?? null, byMachine: by === null },
      ...{ byRole: by ? 'site' : '', rule: reason, ruleVersion: version, reason: note },
    },
    select: { id: true },
  });
  await tell(tx, { eventId, memberId });
  await purge(tx, cacheTag.moderation);
}

/** As many findings stand in one hold. */
const MOST_MORE = 20;

interface Open {
  id: string;
  reason: string;
  marks: readonly string[];
  evidence: unknown;
}

/** Adds to an open hold what a rule found since; false where it says nothing that is not there. */
async function add(
  tx: Tx,
  { id, reason: first, marks: known, evidence }: Open,
  found: { reason: string; seen: Seen | null },
): Promise<boolean> {
  const { figures = {}, posts = [], more = [] } = (evidence ?? {}) as unknown as Partial<Evidence>;
  const { version = 0, marks = [], evidence: own } = found.seen ?? {};
  const there = [{ reason: first, marks: known }, ...more].filter(({ reason }) => reason === found.reason);
  const fresh = marks.filter((mark) => !there.some((one) => one.marks.includes(mark)));
  if ((there.length > 0 && fresh.length === 0) || more.length >= MOST_MORE) return false;
  const all = { figures, posts, more: [...more, { reason: found.reason, version, marks, figures: own?.figures ?? {} }] };
  await tx.earningHold.update({ where: { id }, data: { evidence: JSON.parse(JSON.stringify(all)) as object } });
  return true;
}
