import { afterEach, beforeAll, expect, test } from 'vitest';
import { revokeProof } from '@/lib/accounts/commands/end-proof';
import { recordProof } from '@/lib/accounts/commands/record-proof';
import { db } from '@/lib/db/client';
import { ledgerFaults } from '@/lib/earnings/commands/audit-ledger';
import { beginRelease } from '@/lib/earnings/commands/begin-release';
import { endHold } from '@/lib/earnings/commands/end-hold';
import { release } from '@/lib/earnings/commands/release';
import { purseOf } from '@/lib/earnings/queries';
import { handlers } from '@/lib/notifications/handlers';
import { type FactoryMember, member } from '../../factories/people';
import { runJobs } from '../../support/jobs';
import { afterHold, allocated, demoWeek, town, week } from './week';

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
