import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { clearFault } from '@/lib/payouts/commands/clear-fault';
import { reconcile } from '@/lib/payouts/commands/reconcile';
import { workRail, workRails } from '@/lib/payouts/commands/work-rail';
import { adminPayouts } from '@/lib/payouts/queries';
import { member } from '../../factories/people';
import { ask, bank, payee, setRailTo, stops, waiting } from './paying';

test('a node that has forgotten a payment says nothing against it', async () => {
  await setRailTo('solana');
  const [ada, ines, there] = [await member({ role: 'admin' }), await payee(), await bank()];
  await ask(ines.member);
  await workRail('solana', there.rail);
  await workRail('solana', there.rail);
  await reconcile(new Date(), { solana: { ...there.rail, status: async () => ({ kind: 'unknown' as const }) } });
  const last = (await adminPayouts(ada, new Date())).rails.find(({ name }) => name === 'solana')?.last;
  expect([last?.faults.map(({ code }) => code), await stops(ada)]).toEqual([['not-asked'], []]);
});

test('what left the treasury stops a rail that is stopped for something else, and is not forgotten by the next comparison', async () => {
  await setRailTo('solana');
  const [ada, ines, there] = [await member({ role: 'admin' }), await payee(), await bank()];
  await reconcile(new Date(), { solana: there.rail });
  await ask(ines.member);
  await there.chain.give(there.owner.address, there.mint, 1n);
  await workRail('solana', there.rail);
  expect((await stops(ada)).map(({ code }) => code)).toEqual(['treasury-short']);
  await reconcile(new Date(), { solana: there.rail });
  await reconcile(new Date(), { solana: there.rail });
  expect((await stops(ada)).map(({ code }) => code).sort()).toEqual(['reconciliation', 'treasury-short']);
  await there.chain.give(there.owner.address, there.mint, 10n ** 12n);
  const short = (await stops(ada)).find(({ code }) => code === 'treasury-short');
  await clearFault(ada, { faultId: short?.id });
  await workRail('solana', there.rail);
  expect(await waiting()).toBe(1);
  for (const { id } of await stops(ada)) await clearFault(ada, { faultId: id });
  await workRail('solana', there.rail);
  expect(await waiting()).toBe(0);
});

test('while something is on its way the job comes again once, however many minutes begin', async () => {
  await setRailTo('solana');
  const [ines, there] = [await payee(), await bank()];
  await ask(ines.member);
  const again = () =>
    db.$queryRaw<object[]>`SELECT FROM pgboss.job WHERE name = 'payout.work' AND state = 'created' AND start_after > now()`;
  await db.$executeRaw`DELETE FROM pgboss.job WHERE name = 'payout.work'`;
  for (let nth = 0; nth < 3; nth += 1) await workRails({ ...there.rail, send: async () => null });
  expect(await again()).toHaveLength(1);
});
