import { beforeEach, expect, test } from 'vitest';
import { reconcile } from '@/lib/payouts/commands/reconcile';
import { workRail } from '@/lib/payouts/commands/work-rail';
import { adminPayouts } from '@/lib/payouts/queries';
import { type FactoryMember, member } from '../../factories/people';
import { ask, bank, forgetPayouts, payee, setRailTo } from './paying';

beforeEach(async () => {
  await forgetPayouts();
  await setRailTo('solana');
});

/** What the last look says is missing; the ledger keeps what was paid before. */
const missing = async (ada: FactoryMember) =>
  (await adminPayouts(ada, new Date())).rails.find(({ name }) => name === 'solana')?.last?.faults.filter(({ code }) => code === 'treasury');

test('what was taken while as much was on its way is missed once that has come to its end', async () => {
  const [ada, ines, there] = [await member({ role: 'admin' }), await payee(), await bank()];
  await reconcile(new Date(), { solana: there.rail });
  await ask(ines.member);
  const held: string[] = [];
  await workRail('solana', { ...there.rail, send: async (one) => void held.push(one.externalId) as never });
  await there.chain.give(there.owner.address, there.mint, 10n ** 12n - 20_000n);
  const last = () => missing(ada);
  await reconcile(new Date(), { solana: there.rail });
  // It may be the payment itself, of which nobody has heard yet.
  expect(await last()).toEqual([]);
  for (let nth = 0; nth < 2; nth += 1) await workRail('solana', there.rail);
  expect(await there.has(ines.wallet)).toBe(20_000n);
  await reconcile(new Date(), { solana: there.rail });
  expect(await last()).toEqual([{ code: 'treasury', what: `${10n ** 12n - 40_000n} ${10n ** 12n - 20_000n}` }]);
});

test('what was on its way and had left already is missed by nobody', async () => {
  const [ada, ines, there] = [await member({ role: 'admin' }), await payee(), await bank()];
  await reconcile(new Date(), { solana: there.rail });
  await ask(ines.member);
  await workRail('solana', there.rail);
  const faults = [];
  for (let nth = 0; nth < 3; nth += 1) {
    await reconcile(new Date(), { solana: there.rail });
    faults.push(await missing(ada));
    await workRail('solana', there.rail);
  }
  expect(faults).toEqual([[], [], []]);
});
