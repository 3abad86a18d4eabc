import 'server-only';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { enqueue } from '@/lib/jobs/queue';
import { isAdmin, type Member } from '../actor';
import { takeTurn } from '../limits';
import { proofEnding } from '../schema';
import { tell } from '../tell';
import type { ProofGuard } from './record-proof';

/**
 * Somebody removes what they have proven: from now on it does not count. What links it made stay, since it was so; its hash goes when
 * they leave. Again changes nothing. @throws Refused `not-found` for another's
 */
export async function removeProof(member: Member, input: unknown, now = new Date()): Promise<void> {
  const { proofId } = parse(proofEnding, input);
  await takeTurn('account', member);
  const own = { id: proofId, memberId: member.id };
  const { count } = await db.proof.updateMany({ where: { ...own, endedAt: null }, data: { endedAt: now } });
  if (count === 0 && (await db.proof.count({ where: own })) === 0) throw new Refused('not-found');
}

/**
 * An admin finds that a proof was not theirs: it never counted, and the links that it made are taken back by a job. Again changes
 * nothing. @throws Refused `not-allowed` for anyone else and about oneself, `not-found`, and what `guard` throws
 */
export async function revokeProof(admin: Member, input: unknown, guard?: ProofGuard, now = new Date()): Promise<void> {
  if (!isAdmin(admin)) throw new Refused('not-allowed');
  const { proofId } = parse(proofEnding, input);
  await db.$transaction(async (tx) => {
    const [proof] = await tx.$queryRaw<{ memberId: string; kind: string; wrong: boolean }[]>`
      SELECT "memberId", kind::text AS kind, wrong FROM proof WHERE id = ${proofId}::uuid FOR NO KEY UPDATE`;
    if (!proof) throw new Refused('not-found');
    const { memberId, kind, wrong } = proof;
    if (memberId === admin.id) throw new Refused('not-allowed');
    if (wrong) return;
    await guard?.(tx, admin, memberId);
    await tx.proof.update({ where: { id: proofId }, data: { wrong: true, endedAt: now }, select: { id: true } });
    const { id: eventId } = await tx.moderationEvent.create({
      data: { actorId: admin.id, personId: memberId, action: 'proof-revoked', reason: kind, byRole: 'site' },
      select: { id: true },
    });
    await tell(tx, { eventId, memberId });
    await enqueue(tx, 'proof.link', { proofId });
  });
}
