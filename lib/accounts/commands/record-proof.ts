import 'server-only';
import { env } from '@/lib/core/env';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { signatureHolds } from '@/lib/core/token';
import { db, type Tx } from '@/lib/db/client';
import { enqueue } from '@/lib/jobs/queue';
import { isAdmin, type Member } from '../actor';
import { lockPerson } from '../lock-person';
import { fingerprintOf, normalProof, type ProofKind } from '../proof';
import { provenByCall, provenBySight } from '../schema';
import { tell } from '../tell';

/** Refuses, within the transaction, an admin who may not say just now what somebody has proven. */
export type ProofGuard = (tx: Tx, admin: Member, memberId: string) => Promise<void>;

/**
 * An admin has seen what somebody shows of themselves. Of what was shown a keyed hash is kept. The same again changes nothing; what
 * another account shows too is kept, and links the two by a job. @throws Refused `not-allowed` for anyone else and about oneself,
 * and what `guard` throws
 */
export async function recordProof(admin: Member, input: unknown, guard?: ProofGuard): Promise<void> {
  if (!isAdmin(admin)) throw new Refused('not-allowed');
  const { handle, kind, shown } = parse(provenBySight, input);
  const normal = normalProof(kind, shown);
  if (normal === null) throw new Refused('invalid', { fields: { shown: 'wrong' } });
  await db.$transaction(async (tx) => {
    const person = await lockPerson(tx, { handle });
    if (!person) throw new Refused('invalid', { fields: { handle: 'unknown-person' } });
    if (person.id === admin.id) throw new Refused('not-allowed');
    await guard?.(tx, admin, person.id);
    await keep(tx, { memberId: person.id, kind, normal, byId: admin.id, callId: null });
  });
}

/** Seconds that a call's time may be off. */
const FRESH = 300;
const PURPOSE = 'proof-call';

export interface Call {
  /** Seconds since 1970, as it was sent. */
  time: string;
  /** HMAC-SHA256 with `PROOF_SECRET` over `proof-call`, the time and the body, each on its line, as base64url. */
  signature: string;
  body: string;
}

/**
 * A provider says what somebody proved to it. @throws Refused `not-found` where no provider is set, `not-allowed` for a signature or a
 * time that does not hold, `conflict` for a call that was taken before, `invalid`
 */
export async function recordProofByCall({ time, signature, body }: Call, now = new Date()): Promise<void> {
  const { PROOF_SECRET } = env();
  if (PROOF_SECRET === '') throw new Refused('not-found');
  const late = Math.abs(now.getTime() / 1_000 - Number(time));
  if (!/^\d{1,12}$/.test(time) || late > FRESH || !signatureHolds(PROOF_SECRET, PURPOSE, `${time}\n${body}`, signature))
    throw new Refused('not-allowed');
  const { call: callId, member: memberId, kind, shown } = parse(provenByCall, jsonOf(body));
  const normal = normalProof(kind, shown);
  if (normal === null) throw new Refused('invalid', { fields: { shown: 'wrong' } });
  await db.$transaction(async (tx) => {
    const person = await lockPerson(tx, { id: memberId });
    if (!person) throw new Refused('invalid', { fields: { member: 'unknown-person' } });
    // Kept with the limits' counters, so that what says nothing new is taken once as well.
    const taken = await tx.limitCounter.createMany({
      data: [{ key: `proof-call:${callId}`, points: 1, expire: new Date(now.getTime() + 2 * FRESH * 1_000) }],
      skipDuplicates: true,
    });
    if (taken.count === 0) throw new Refused('conflict');
    await keep(tx, { memberId, kind, normal, byId: null, callId });
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused('invalid');
  }
}

interface Kept {
  memberId: string;
  kind: ProofKind;
  normal: string;
  byId: string | null;
  callId: string | null;
}

/** The caller holds the person. */
async function keep(tx: Tx, { memberId, kind, normal, byId, callId }: Kept): Promise<void> {
  const fingerprint = fingerprintOf(env().SECRET, kind, normal);
  const standing = { memberId, kind, fingerprint, endedAt: null };
  if ((await tx.proof.count({ where: standing })) > 0) return;
  const { id: proofId } = await tx.proof.create({ data: { memberId, kind, fingerprint, byId, callId }, select: { id: true } });
  const { id: eventId } = await tx.moderationEvent.create({
    data: {
      actorId: byId,
      personId: memberId,
      action: 'proof-recorded',
      reason: kind,
      byMachine: byId === null,
      byRole: byId ? 'site' : '',
    },
    select: { id: true },
  });
  await tell(tx, { eventId, memberId });
  await enqueue(tx, 'proof.link', { proofId });
}
