import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { reconcile } from '@/lib/payouts/commands/reconcile';
import { workRail } from '@/lib/payouts/commands/work-rail';
import { adminPayouts } from '@/lib/payouts/queries';
import { member } from '../../factories/people';
import { asOwner } from '../../support/owner';
import { ask, bank, payee, setRailTo } from './paying';

test('a hold that vanished with what its account says is held is found, and its rail stands still', async () => {
  await setRailTo('solana');
  const [ada, ines, sade, there] = [await member({ role: 'admin' }), await payee(), await payee(), await bank()];
  const { payoutId } = await ask(ines.member);
  await ask(sade.member);
  await reconcile(new Date(), { solana: there.rail });
  const found = async () => (await adminPayouts(ada, new Date())).rails.find(({ name }) => name === 'solana')?.last?.faults;
  expect(await found()).toEqual([]);
  const { account, points } = await db.payout.findUniqueOrThrow({ where: { id: payoutId } });
  const own = `(SELECT id FROM ledger.account WHERE code = 'user:${account}:available')`;
  const change = (way: string) => asOwner(`ALTER TABLE ledger.hold ${way} TRIGGER ALL`);
  await change('DISABLE');
  const [kept] = await db.$queryRaw<{ id: string }[]>`SELECT h.id FROM ledger.hold h JOIN ledger.account a ON a.id = h.account
    WHERE a.code = ${`user:${account}:available`} AND h.state = 'open'`;
  await asOwner(`DELETE FROM ledger.hold WHERE id = '${kept?.id}'`);
  await asOwner(`UPDATE ledger.account SET held = held - ${points} WHERE id = ${own}`);
  try {
    await reconcile(new Date(), { solana: there.rail });
    expect(await found()).toEqual([{ code: 'not-held', what: payoutId }]);
    await workRail('solana', there.rail);
    expect(await db.payout.count({ where: { state: 'reserved' } })).toBe(2);
  } finally {
    await asOwner(`INSERT INTO ledger.hold (id, account, amount) VALUES ('${kept?.id}', ${own}, ${points})`);
    await asOwner(`UPDATE ledger.account SET held = held + ${points} WHERE id = ${own}`);
    await change('ENABLE');
  }
});
