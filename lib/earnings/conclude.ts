import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { Refused } from '@/lib/core/refused';
import { Prisma, type Tx } from '@/lib/db/client';
import { type Answerable, isAlone, refuseReleaser } from './closing';
import { giveBack } from './restore';

export interface HeldRow {
  id: string;
  memberId: string | null;
  byId: string | null;
  endedById: string | null;
  outcome: 'cleared' | 'confirmed' | null;
  createdAt: Date;
}

/** A hold, locked until the transaction ends. @throws Refused `not-found` */
export async function lockHold(tx: Tx, holdId: string): Promise<HeldRow> {
  const [hold] = await tx.$queryRaw<HeldRow[]>`
    SELECT id, "memberId", "byId", "endedById", outcome::text AS outcome, "createdAt" FROM earning_hold WHERE id = ${holdId}::uuid FOR NO KEY UPDATE`;
  if (!hold) throw new Refused('not-found');
  return hold;
}

/**
 * Whether the site's only admin decides a second time, where nobody else could: about what they set or answered themselves, never about
 * their own reading.
 */
export async function decidesAlone(tx: Tx, by: Member, { memberId, byId, endedById, createdAt }: HeldRow, now: Date): Promise<boolean> {
  return memberId !== by.id && [byId, endedById].includes(by.id) && (await isAlone(tx, by, { since: createdAt, now }));
}

/** Whether this admin may decide about a hold: nobody does about themselves, or a second time. */
export const mayDecide = (by: Member, { memberId, byId, endedById }: HeldRow): boolean =>
  memberId !== by.id && byId !== by.id && endedById !== by.id;

/** A hold, as what somebody may answer. */
export const aboutHold = ({ id, memberId, byId, endedById, createdAt }: Omit<HeldRow, 'outcome'>): Answerable => ({
  ...{ memberIds: memberId ? [memberId] : [], holdId: id, decided: [memberId, byId, endedById], createdAt },
});

interface Ending {
  hold: HeldRow;
  outcome: 'cleared' | 'confirmed';
  answer: string;
  now: Date;
}

/**
 * Writes down how a hold ended; cleared, what releases took for it comes back. The caller holds it and writes the audit.
 * @throws Refused `not-allowed` for who releases an epoch of it
 */
export async function conclude(tx: Tx, by: Member, { hold, outcome, answer, now }: Ending): Promise<void> {
  await refuseReleaser(tx, by, aboutHold(hold), now);
  // Of who has left nothing that was seen is kept any longer than somebody must judge it.
  const forget = hold.memberId ? {} : { evidence: Prisma.DbNull };
  await tx.earningHold.update({
    where: { id: hold.id },
    data: { outcome, answer, endedById: by.id, endedAt: now, ...forget },
    select: { id: true },
  });
  if (outcome === 'confirmed') return;
  // Another that was set before these epochs were released, and stands, keeps them away for itself.
  await tx.$executeRaw`
    UPDATE epoch_reader e SET "holdId" = h.id FROM earning_hold h, epoch o
    WHERE e."holdId" = ${hold.id}::uuid AND o.number = e.epoch AND h."memberId" = e."memberId" AND h.id <> e."holdId"
      AND (h.outcome IS NULL OR h.outcome = 'confirmed' AND h."endedAt" > o."startsAt") AND (o."releasedAt" IS NULL OR h."createdAt" < o."releasedAt")`;
  const readers = await tx.epochReader.findMany({ where: { holdId: hold.id }, select: { id: true } });
  await giveBack(tx, { readerIds: readers.map(({ id }) => id), was: 'held', by: hold.id }, now);
}
