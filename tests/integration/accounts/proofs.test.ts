import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { removeProof, revokeProof } from '@/lib/accounts/commands/end-proof';
import { leave } from '@/lib/accounts/commands/leave';
import { recordProof, recordProofByCall } from '@/lib/accounts/commands/record-proof';
import { proofsOf, proofsSeen } from '@/lib/accounts/proofs';
import { env } from '@/lib/core/env';
import { sign } from '@/lib/core/token';
import { db } from '@/lib/db/client';
import { linkProof, linkSharedProofs } from '@/lib/earnings/commands/link-proof';
import { linkedWith } from '@/lib/earnings/facts';
import { proofsOf as provenAt } from '@/lib/earnings/proofs';
import { type FactoryMember, member } from '../../factories/people';
import { runJobs } from '../../support/jobs';
import { refusalOf, twentyAtOnce } from '../../support/refusal';

const NUMBER = '+49 171 555 0102';
const ada = await member({ role: 'admin', name: 'Ada Lindqvist' });
const later = () => new Date(Date.now() + 1_000);
const people = async () => [await member({ name: 'Ines Duarte' }), await member({ name: 'Teo' })] as const;
const record = ({ handle }: FactoryMember, shown = NUMBER, kind = 'phone') => recordProof(ada, { handle, kind, shown });
const tierOf = async ({ id }: FactoryMember, at = later()) => ((await provenAt(db, [id], at)).get(id) ?? []).map(({ tier }) => tier);
const proofOf = ({ id }: FactoryMember) => db.proof.findFirstOrThrow({ where: { memberId: id }, orderBy: { id: 'desc' } });
const linkedTo = async ({ id }: FactoryMember) => [...((await linkedWith(db, [id])).get(id) ?? [])].filter((other) => other !== id).sort();
const eventsOf = ({ id }: FactoryMember) =>
  db.moderationEvent.findMany({ where: { personId: id }, orderBy: { seq: 'asc' }, select: { action: true } });

test('an admin records what they saw, twenty times at once is once, and of the number a keyed hash is kept', async () => {
  const [ines] = await people();
  await twentyAtOnce(() => record(ines));
  expect(await db.proof.count({ where: { memberId: ines.id } })).toBe(1);
  const { fingerprint } = await proofOf(ines);
  const text = JSON.stringify(
    await db.$queryRaw`SELECT p.*, e.* FROM proof p JOIN moderation_event e ON e."personId" = p."memberId"`,
    (_k, v) => (typeof v === 'bigint' ? String(v) : v),
  );
  expect([text.includes('1715550102'), text.includes(NUMBER), fingerprint.length]).toEqual([false, false, 43]);
  expect(await tierOf(ines)).toEqual(['phone']);
  expect(await db.notification.count({ where: { memberId: ines.id, kind: 'decision' } })).toBe(1);
  // Written in another way it is the same.
  await record(ines, '0049 (171) 555-0102');
  expect(await db.proof.count({ where: { memberId: ines.id } })).toBe(1);
});

test('who may record and revoke, and what is no number', async () => {
  const [ines, teo] = await people();
  const [judit, otherAdmin] = [await member({ role: 'moderator' }), await member({ role: 'admin' })];
  const asked = { handle: ines.handle, kind: 'phone', shown: NUMBER };
  for (const who of [judit, ines, teo]) expect(await refusalOf(recordProof(who, asked))).toBe('not-allowed');
  expect(await refusalOf(recordProof(ada, { ...asked, handle: ada.handle }))).toBe('not-allowed');
  for (const shown of ['171 555', '+49', 'call me', '']) expect(await refusalOf(recordProof(ada, { ...asked, shown }))).toBe('invalid');
  expect(await refusalOf(recordProof(ada, { ...asked, handle: 'nobody-here' }))).toBe('invalid');
  await record(ines);
  const { id: proofId } = await proofOf(ines);
  for (const who of [judit, ines, teo]) expect(await refusalOf(revokeProof(who, { proofId }))).toBe('not-allowed');
  expect(await refusalOf(removeProof(teo, { proofId }))).toBe('not-found');
  expect(await proofsSeen(judit, ines.id)).toEqual([]);
  await recordProof(otherAdmin, { handle: ada.handle, kind: 'identity', shown: 'DE L01X00T47' });
  expect(await refusalOf(revokeProof(ada, { proofId: (await proofOf(ada)).id }))).toBe('not-allowed');
});

test('what two accounts show links them, and counts for the first alone until they remove it', async () => {
  const [ines, teo] = await people();
  const shown = '+351 912 000 111';
  await record(ines, shown);
  await record(teo, shown);
  await twentyAtOnce(async () => linkProof((await proofOf(teo)).id));
  expect(await runJobs('proof.link')).toBeGreaterThanOrEqual(2);
  const links = await db.earningLink.findMany({ where: { OR: [{ oneId: teo.id }, { otherId: teo.id }] } });
  expect(links.map(({ ground, byId, oneId, otherId }) => [ground, byId, (oneId ?? '') < (otherId ?? '')])).toEqual([
    ['number', null, true],
  ]);
  expect([await tierOf(ines), await tierOf(teo)]).toEqual([['phone'], []]);
  expect((await proofsOf(teo)).map(({ taken }) => taken)).toEqual([true]);
  for (const who of [ines, teo]) {
    expect((await eventsOf(who)).map(({ action }) => action)).toEqual(['proof-recorded', 'earning-linked']);
    expect(await db.notification.count({ where: { memberId: who.id } })).toBe(2);
  }
  const before = later();
  await removeProof(ines, { proofId: (await proofOf(ines)).id }, new Date(before.getTime() + 60_000));
  const after = new Date(before.getTime() + 120_000);
  expect([await tierOf(ines, before), await tierOf(ines, after), await tierOf(teo, before), await tierOf(teo, after)]).toEqual([
    ['phone'],
    [],
    [],
    ['phone'],
  ]);
  // It was so: the link stays.
  await linkSharedProofs();
  expect(await linkedTo(teo)).toEqual([ines.id]);
});

test('three with one number are linked through the first, and again when the first leaves', async () => {
  const [ines, teo] = await people();
  const mai = await member({ name: 'Mai Tran' });
  for (const who of [ines, teo, mai]) await record(who, '+84 90 555 01 23');
  await runJobs('proof.link');
  expect(await linkedTo(mai)).toEqual([ines.id, teo.id].sort());
  await leave(ines, { confirm: 'leave' });
  expect(await linkedTo(mai)).toEqual([]);
  await linkSharedProofs();
  expect(await linkedTo(mai)).toEqual([teo.id]);
  expect(await tierOf(teo)).toEqual(['phone']);
});

test('a proof found wrong never counted, and takes the link along that it made', async () => {
  const [ines, teo] = await people();
  await record(ines, '+44 7700 900 111');
  const before = later();
  await record(teo, '+44 7700 900 111');
  await runJobs('proof.link');
  const { id: proofId } = await proofOf(teo);
  await twentyAtOnce(() => revokeProof(ada, { proofId }));
  await runJobs('proof.link');
  expect([await linkedTo(teo), await tierOf(teo, before), await tierOf(ines)]).toEqual([[], [], ['phone']]);
  expect((await eventsOf(teo)).map(({ action }) => action)).toEqual([
    'proof-recorded',
    'earning-linked',
    'proof-revoked',
    'earning-unlinked',
  ]);
});

const SECRET = 'what-the-verifier-signs-its-calls-with-1';
env().PROOF_SECRET = SECRET;
afterAll(() => {
  env().PROOF_SECRET = '';
});
const now = new Date();
const callOf = (what: object, { secret = SECRET, at = now }: { secret?: string; at?: Date } = {}) => {
  const [time, body] = [String(Math.floor(at.getTime() / 1_000)), JSON.stringify(what)];
  return { time, body, signature: sign(secret, 'proof-call', `${time}\n${body}`) };
};

test('a verifier’s signed call is taken once; forged, late, replayed and changed ones are not', async () => {
  const [ines] = await people();
  const what = { call: randomUUID(), member: ines.id, kind: 'identity', shown: 'pt 12345678 9 zz4' };
  const call = callOf(what);
  const said = await twentyAtOnce(() => recordProofByCall(call, now));
  expect(said.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await tierOf(ines)).toEqual(['identity']);
  await removeProof(ines, { proofId: (await proofOf(ines)).id });
  expect(await refusalOf(recordProofByCall(call, now))).toBe('conflict');
  const another = { ...what, call: randomUUID() };
  const late = new Date(now.getTime() + 301_000);
  expect(await refusalOf(recordProofByCall(callOf(another), late))).toBe('not-allowed');
  expect(await refusalOf(recordProofByCall(callOf(another, { secret: 'another-secret-of-the-same-length-0000' }), now))).toBe(
    'not-allowed',
  );
  expect(await refusalOf(recordProofByCall({ ...callOf(another), body: JSON.stringify({ ...another, kind: 'card' }) }, now))).toBe(
    'not-allowed',
  );
  expect(await refusalOf(recordProofByCall({ ...callOf(another), time: 'soon' }, now))).toBe('not-allowed');
  expect(await refusalOf(recordProofByCall(callOf({ ...another, member: randomUUID() }), now))).toBe('invalid');
  expect(await tierOf(ines)).toEqual([]);
  env().PROOF_SECRET = '';
  expect(await refusalOf(recordProofByCall(callOf(another), now))).toBe('not-found');
  env().PROOF_SECRET = SECRET;
});

test('a passkey proves nobody, but the same on two accounts links them', async () => {
  const [ines, teo] = await people();
  for (const { id } of [ines, teo])
    await recordProofByCall(callOf({ call: randomUUID(), member: id, kind: 'passkey', shown: 'cred-0a1b2c3d' }), now);
  await runJobs('proof.link');
  expect([await tierOf(ines), await linkedTo(ines)]).toEqual([[], [teo.id]]);
});
