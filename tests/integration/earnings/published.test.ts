import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { auditLedger, ledgerFaults } from '@/lib/earnings/commands/audit-ledger';
import { dueIn, publishedFaults } from '@/lib/earnings/published-faults';
import { asOwner } from '../../support/owner';
import { demoWeek, released, town, week } from './week';

const told = async (night?: number) => (await publishedFaults(night)).map(({ what }) => what);

test('what was published of a division is what it was; whoever changes a row of it is found out', async () => {
  const [there, of] = [await town(), await week()];
  await demoWeek(there, of);
  await released(of);
  expect(await ledgerFaults()).toEqual([]);
  const reader = await db.epochReader.findFirstOrThrow({ where: { epoch: of.number, memberId: there.khanh.id } });
  const seconds = (by: number) =>
    asOwner('UPDATE epoch_row SET seconds = seconds + $1 WHERE "readerId" = $2 AND "postId" = $3', [by, reader.id, there.scale.id]);
  const contribution = (by: number) => asOwner('UPDATE epoch_reader SET contribution = contribution + $1 WHERE id = $2', [by, reader.id]);
  const budget = (by: number) => asOwner('UPDATE epoch_reader SET budget = budget + $1 WHERE id = $2', [by, reader.id]);
  for (const [change, part] of [
    [seconds, 'input'],
    [budget, 'input'],
    [contribution, 'output'],
  ] as const) {
    await change(1);
    expect(await told()).toEqual([`${of.number} main ${part}`]);
    // The night sees it too: of what is released the last week is looked at each time.
    await auditLedger();
    const { faults } = await db.ledgerAudit.findFirstOrThrow({ orderBy: { at: 'desc' } });
    expect(JSON.stringify(faults)).toContain('E6: what is published is not what was');
    await change(-1);
    expect(await told()).toEqual([]);
  }
});

test('a night looks at what nobody was paid for, the last week that somebody was, and one of the earlier; all of them in their turn', () => {
  const epochs = [1, 2, 3, 4, 5, 6].map((number) => ({ number, released: number < 5 }));
  const nights = [0, 1, 2, 3].map((night) => dueIn(night, epochs));
  expect(nights).toEqual([
    [1, 4, 5, 6],
    [2, 4, 5, 6],
    [3, 4, 5, 6],
    [1, 4, 5, 6],
  ]);
  expect(dueIn(7, [])).toEqual([]);
  expect(dueIn(7, [{ number: 1, released: true }])).toEqual([1]);
  expect(dueIn(7, [{ number: 1, released: false }])).toEqual([1]);
});
