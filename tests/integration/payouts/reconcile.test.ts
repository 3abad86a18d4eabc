import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { clearFault } from '@/lib/payouts/commands/clear-fault';
import { reconcile, reconcileNow } from '@/lib/payouts/commands/reconcile';
import { workRail } from '@/lib/payouts/commands/work-rail';
import { adminPayouts } from '@/lib/payouts/queries';
import { member } from '../../factories/people';
import { asOwner } from '../../support/owner';
import { refusalOf } from '../../support/refusal';
import { ask, bank, HOUR, payee, setRailTo } from './paying';

test('reconciliation finds what left the treasury, what the chain does not know, and what lies in the clearing', async () => {
  await setRailTo('solana');
  const [ada, ines, there] = [await member({ role: 'admin' }), await payee(), await bank()];
  const { payoutId } = await ask(ines.member);
  await workRail('solana', there.rail);
  await workRail('solana', there.rail);
  await reconcile(new Date(), { solana: there.rail });
  const last = async () => (await adminPayouts(ada, new Date())).rails.find(({ name }) => name === 'solana')?.last;
  expect(await last()).toMatchObject({ treasury: 10n ** 12n - 20_000n, settled: 20_000n, clearing: 0n, faults: [] });
  // Somebody took from it by other means.
  await there.chain.give(there.owner.address, there.mint, 10n ** 12n - 20_001n);
  await reconcile(new Date(), { solana: there.rail });
  expect((await last())?.faults).toEqual([{ code: 'treasury', what: `${10n ** 12n - 20_001n} ${10n ** 12n - 20_000n}` }]);
  // Another chain, which has never heard of it.
  const other = await bank();
  other.chain.pass(10_000);
  await reconcile(new Date(), { solana: other.rail });
  const { externalId } = await db.payoutSubmission.findFirstOrThrow({ where: { items: { some: { payoutId } } } });
  expect((await last())?.faults).toEqual([{ code: 'not-on-chain', what: externalId }]);
  // On its way for more than a day.
  await there.chain.give(there.owner.address, there.mint, 10n ** 12n);
  const sade = await payee();
  await ask(sade.member);
  const send = { ...there.rail, send: async () => null };
  await workRail('solana', send);
  // Nothing goes out where the chain and the ledger do not agree, until an admin has looked.
  const [stopped] = (await adminPayouts(ada, new Date())).rails.flatMap(({ faults }) => faults);
  expect([stopped?.code, await db.payout.count({ where: { state: 'reserved' } })]).toEqual(['reconciliation', 1]);
  await clearFault(ada, { faultId: stopped?.id });
  await workRail('solana', send);
  await reconcile(new Date(Date.now() + 25 * HOUR), { solana: there.rail });
  expect((await last())?.faults.map(({ code }) => code)).toEqual(['open-too-long']);
  expect(await last()).toMatchObject({ open: 1, clearing: 10_000n });
  const away = {
    ...there.rail,
    status: async () => Promise.reject(new Error('away')),
    treasury: async () => Promise.reject(new Error('away')),
  };
  await reconcile(new Date(Date.now() + 26 * HOUR), { solana: away });
  expect(new Set((await last())?.faults.map(({ code }) => code))).toEqual(new Set(['open-too-long', 'not-asked']));
  expect(await refusalOf(reconcileNow(ines.member))).toBe('not-allowed');
  // Forged: a payout that says it is paid, with no entry in the ledger.
  await asOwner(`ALTER TABLE payout DISABLE TRIGGER payout_moves`);
  await asOwner(`UPDATE payout SET state = 'settled', "endedAt" = now() WHERE state = 'submitted'`);
  await asOwner(`ALTER TABLE payout ENABLE TRIGGER payout_moves`);
  await reconcile(new Date(Date.now() + 27 * HOUR), { solana: there.rail });
  expect((await last())?.faults.map(({ code }) => code)).toEqual(expect.arrayContaining(['clearing', 'paid']));
});
