import { afterEach, beforeAll, expect, test } from 'vitest';
import { revokeProof } from '@/lib/accounts/commands/end-proof';
import { recordProof } from '@/lib/accounts/commands/record-proof';
import { db } from '@/lib/db/client';
import { ledgerFaults } from '@/lib/earnings/commands/audit-ledger';
import { beginRelease } from '@/lib/earnings/commands/begin-release';
import { endHold } from '@/lib/earnings/commands/end-hold';
import { linkProof, linkSharedProofs } from '@/lib/earnings/commands/link-proof';
import { release } from '@/lib/earnings/commands/release';
import { purseOf } from '@/lib/earnings/queries';
import { handlers } from '@/lib/notifications/handlers';
import { type FactoryMember, member } from '../../factories/people';
import { runJobs } from '../../support/jobs';
import { afterHold, allocated, demoWeek, steps, town, week } from './week';

afterEach(async () => expect(await ledgerFaults()).toEqual([]));

let [ada, kofi]: FactoryMember[] = [];
beforeAll(async () => {
  [ada, kofi] = [await member({ role: 'admin', name: 'Ada Lindqvist' }), await member({ role: 'admin', name: 'Kofi Mensah' })];
});

const wrongProof = async (of: FactoryMember, shown: string) => {
  await recordProof(ada as FactoryMember, { handle: of.handle, kind: 'phone', shown });
  const { id: proofId } = await db.proof.findFirstOrThrow({ where: { memberId: of.id } });
  await revokeProof(kofi as FactoryMember, { proofId });
  await runJobs('proof.link');
  await handlers['proof.link']({ proofId });
  return proofId;
};
const holdsOf = ({ id }: FactoryMember) => db.earningHold.findMany({ where: { memberId: id } });

test('what a wrong proof let somebody’s reading move waits for an admin before it is released, once', async () => {
  const [there, of] = [await town(), await week()];
  await demoWeek(there, of);
  await allocated(of);
  const proofId = await wrongProof(there.khanh, '+44 7700 900 777');
  const [hold, ...more] = await holdsOf(there.khanh);
  expect(hold).toMatchObject({ reason: 'unproven', byMachine: true, outcome: null });
  expect(more).toEqual([]);
  // Mai had proven nothing, so that nothing of hers was moved by it.
  await wrongProof(there.mai, '+44 7700 900 778');
  expect(await holdsOf(there.mai)).toEqual([]);

  const before = (await purseOf(there.khanh)).pending;
  expect(before).toBeGreaterThan(0n);
  await beginRelease(await member({ role: 'admin' }), { number: of.number }, afterHold());
  await release(of.number, { now: afterHold() });
  expect(await purseOf(there.khanh)).toEqual({ pending: 0n, available: 0n });
  await endHold(ada as FactoryMember, { holdId: hold?.id, outcome: 'cleared', answer: 'Another number of theirs stood for it.' });
  expect(await purseOf(there.khanh)).toEqual({ pending: 0n, available: before });
  // Cleared, the same proof holds nothing again.
  await handlers['proof.link']({ proofId });
  expect((await holdsOf(there.khanh)).length).toBe(1);
});

test('what is proven after a wrong proof was found is of its own weeks: no night holds them for the old one', async () => {
  const there = await town();
  await wrongProof(there.khanh, '+44 7700 900 780');
  expect(await holdsOf(there.khanh)).toEqual([]);
  const of = await week();
  await demoWeek(there, of);
  await allocated(of);
  expect(await db.epochReader.count({ where: { epoch: of.number, memberId: there.khanh.id, tier: { not: 'none' } } })).toBe(1);
  await linkSharedProofs();
  expect(await holdsOf(there.khanh)).toEqual([]);
});

test('found while a week is being frozen, or while its link cannot be lifted, it is held and lifted all the same by the night', async () => {
  const [there, of] = [await town(), await week()];
  await demoWeek(there, of);
  const { khanh, pavel } = there;
  let come = 0;
  const dies = () => {
    come += 1;
    if (come === 4) throw new Error('killed');
  };
  await expect(steps(of, { watch: dies })[0]?.()).rejects.toThrow('killed');
  const frozen = (await db.epochReader.findMany({ where: { epoch: of.number, tier: { not: 'none' } }, select: { memberId: true } })).map(
    ({ memberId }) => memberId,
  );
  const [who, other] = frozen.includes(khanh.id) ? [khanh, pavel] : [pavel, khanh];
  expect(frozen).toContain(who.id);
  for (const one of [who, other]) await recordProof(ada as FactoryMember, { handle: one.handle, kind: 'phone', shown: '+44 7700 900 779' });
  for (const { id } of await db.proof.findMany({ where: { memberId: { in: [who.id, other.id] } } })) await linkProof(id);
  const links = () => db.earningLink.count({ where: { OR: [{ oneId: who.id }, { otherId: who.id }], liftedAt: null } });
  expect(await links()).toBe(1);
  // Its own job has given up.
  await db.proof.updateMany({ where: { memberId: who.id }, data: { wrong: true, endedAt: new Date() } });
  await linkSharedProofs();
  expect([await links(), (await holdsOf(who)).map(({ reason }) => reason)]).toEqual([0, ['unproven']]);
  await linkSharedProofs();
  expect((await holdsOf(who)).length).toBe(1);
});
