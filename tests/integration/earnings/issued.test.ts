import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { auditLedger } from '@/lib/earnings/commands/audit-ledger';
import { issuedFaults } from '@/lib/earnings/issued-faults';
import { availableOf, ISSUED, pendingOf } from '@/lib/earnings/names';
import { post } from '@/lib/ledger/commands';
import { auditFaults } from '@/lib/ledger/queries';
import { asOwner } from '../../support/owner';
import { allocated, demoWeek, divided, steps, town, week } from './week';

const told = async () => (await issuedFaults()).map(({ fault }) => fault.slice(0, 2)).sort();

test('what was issued is what was divided, before, between and after the steps of an epoch; whatever else is, is found', async () => {
  const [there, of] = [await town(), await week()];
  await demoWeek(there, of);
  expect(await told()).toEqual([]);
  for (const step of steps(of)) {
    await step();
    expect(await told()).toEqual([]);
  }
  const { code } = await db.earningAccount.findUniqueOrThrow({ where: { memberId: there.khanh.id } });
  const change = (by: number) =>
    asOwner('UPDATE epoch_share SET amount = amount + $1 WHERE epoch = $2 AND account = $3', [by, of.number, code]);

  // The division says something else than what was posted.
  await change(5);
  expect(await told()).toEqual(['E1', 'E2', 'E5']);
  await change(-5);
  const paid = (by: number) =>
    asOwner(`UPDATE epoch_pool SET paid = paid + $1, carry = carry - $1 WHERE epoch = $2 AND kind = 'main'`, [by, of.number]);
  await paid(1);
  expect(await told()).toEqual(['E2']);
  await paid(-1);
  expect(await told()).toEqual([]);

  // Postings that the ledger's own rules have nothing against.
  const gift = (kind: string, account: string) =>
    post(db, {
      ...{ id: randomUUID(), kind },
      lines: [
        { account: ISSUED, amount: -7n },
        { account, amount: 7n },
      ],
    });
  await gift('allocation', pendingOf(code));
  expect([await told(), await auditFaults()]).toEqual([['E1'], []]);
  await gift('gift', availableOf(code));
  await gift('correction', availableOf(code));
  expect([await told(), await auditFaults()]).toEqual([['E1', 'E3', 'E3'], []]);
  // Points that come in by the name of those that go back, and more given back than was taken.
  await gift('claw-back: banned', pendingOf(code));
  await gift('restoration', availableOf(code));
  await gift('restoration', availableOf(code));
  expect((await told()).filter((fault) => fault === 'E3')).toHaveLength(4);
  expect((await told()).filter((fault) => fault > 'E3')).toEqual(['E4', 'E5']);
  // And from one person to another, by the names of what may be.
  const other = await db.earningAccount.findUniqueOrThrow({ where: { memberId: there.ines.id } });
  for (const kind of ['release', 'payout', 'gift']) {
    const lines = [
      { account: pendingOf(code), amount: -2n },
      { account: pendingOf(other.code), amount: 2n },
    ];
    await post(db, { id: randomUUID(), kind, lines });
  }
  // Some of what is taken back from one goes to another, and a release that is nobody's.
  const lines = [
    { account: pendingOf(code), amount: -3n },
    { account: ISSUED, amount: 1n },
    { account: pendingOf(other.code), amount: 2n },
  ];
  await post(db, { id: randomUUID(), kind: 'claw-back: banned', lines });
  const all = await told();
  expect([all.filter((fault) => fault === 'E4').length, all.filter((fault) => fault === 'E5').length, await auditFaults()]).toEqual([
    5,
    3,
    [],
  ]);
  await auditLedger();
  const { faults } = await db.ledgerAudit.findFirstOrThrow({ orderBy: { at: 'desc' } });
  expect(faults).toHaveLength(13);
});

test('an allocation that was never posted is missed', async () => {
  const [there, of] = [await town(), await week()];
  await demoWeek(there, of);
  const before = await told();
  await divided(of);
  expect(await told()).toEqual(before);
  await db.epoch.update({ where: { number: of.number }, data: { state: 'allocated' } });
  expect((await told()).length).toBeGreaterThan(before.length);
  await db.epoch.update({ where: { number: of.number }, data: { state: 'divided' } });
  await allocated(of);
  expect(await told()).toEqual(before);
});
