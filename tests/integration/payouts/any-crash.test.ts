import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { auditFaults, balanceOf } from '@/lib/ledger/queries';
import { lookAfter } from '@/lib/payouts/commands/look-after';
import { reconcile } from '@/lib/payouts/commands/reconcile';
import { workRail } from '@/lib/payouts/commands/work-rail';
import { paidBy } from '@/lib/payouts/points';
import type { Rail } from '@/lib/payouts/rail';
import { openSubmissions } from '@/lib/payouts/steps';
import { ask, availableTo, bank, clearing, type Payee, payee, setRailTo } from './paying';

class Killed extends Error {}
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);

/** Numbers from 0 to 1 that follow from the seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

test('killed at random 500 times, with requests, answers and jobs lost or come twice, the chain and the ledger say the same', async () => {
  console.info(`seed ${SEED}`);
  const random = numbersFrom(SEED);
  const chance = (of: number) => random() < of;
  await setRailTo('solana');
  const there = await bank();
  const people: Payee[] = [];
  const points = new Map<string, number>();
  let killed = 0;
  let twice = 0;

  /** Dies at one of the next few points. */
  function dying() {
    let left = Math.floor(random() * 7);
    return (point: string): void => {
      if (left > 0) {
        left -= 1;
        return;
      }
      left = Number.POSITIVE_INFINITY;
      points.set(point, (points.get(point) ?? 0) + 1);
      throw new Killed(point);
    };
  }

  /** The way to the chain, on which things get lost and come twice. */
  const way: Rail = {
    ...there.rail,
    send: async (one) => {
      if (chance(0.2)) throw new Killed('the request was lost');
      const said = await there.rail.send(one);
      if (chance(0.2)) await there.rail.send(one);
      if (chance(0.2)) throw new Killed('the answer was lost');
      return said;
    },
    status: async (one) => {
      if (chance(0.1)) throw new Killed('the node is away');
      return there.rail.status(one);
    },
  };
  const survives = async (run: Promise<unknown>): Promise<void> => {
    try {
      await run;
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      killed += 1;
    }
  };

  while (killed < 500) {
    if (chance(0.2)) {
      // Everybody asks from one address here.
      await db.limitCounter.deleteMany();
      const one = await payee();
      people.push(one);
      const key = crypto.randomUUID();
      await ask(one.member, String(1 + Math.floor(random() * 99)), 'solana', key);
      if (chance(0.3)) await ask(one.member, '5', 'solana', key);
    }
    if (chance(0.3)) there.chain.pass(Math.floor(random() * 160));
    await survives(workRail('solana', way, { watch: dying(), most: 1 + Math.floor(random() * 12) }));
    if (chance(0.1)) {
      // Two at the same, as when the connection that holds the lock is cut and its worker lives on.
      twice += 1;
      for (const one of await openSubmissions('solana')) {
        const looking = { name: 'solana', rail: way, now: new Date(), watch: dying() };
        const both = await Promise.allSettled([lookAfter(one, looking), lookAfter(one, looking)]);
        for (const of of both) if (of.status === 'rejected') await survives(Promise.reject(of.reason));
      }
    }
  }
  expect([...points.keys()].sort()).toEqual([
    'hand over: committed',
    'hand over: prepared',
    'hand over: written, not committed',
    'look after: asked',
    'look after: concluded',
    'look after: concluded, not committed',
    'send: noted',
    'send: sent',
  ]);
  expect(twice).toBeGreaterThan(10);

  // Whoever waited for too many vain tries is let go on, and then all goes well.
  const { decidePayout } = await import('@/lib/payouts/commands/decide-payout');
  const { member } = await import('../../factories/people');
  const ada = await member({ role: 'admin' });
  for (const { id } of await db.payout.findMany({ where: { state: 'held' } }))
    await decidePayout(ada, { payoutId: id, decision: 'approve' });
  for (let left: number | null = 1; left !== 0 || (await db.payout.count({ where: { state: 'reserved' } })) > 0; ) {
    there.chain.pass(200);
    left = await workRail('solana', there.rail);
  }

  expect(await db.payoutFault.count()).toBe(0);
  expect(await clearing()).toBe(0n);
  let [units, spent] = [0n, 0n];
  for (const one of people) {
    const [payout] = await db.payout.findMany({ where: { memberId: one.member.id } });
    expect(payout?.state).toBe('settled');
    // Paid once, to the unit, as the chain says; and taken once, as the ledger says.
    expect(await there.has(one.wallet)).toBe(payout?.units);
    expect(await availableTo(one)).toBe(100_000n - (payout?.points ?? 0n));
    units += payout?.units ?? 0n;
    spent += payout?.points ?? 0n;
  }
  expect(10n ** 12n - ((await there.chain.tokenBalance(there.treasury)) ?? 0n)).toBe(units);
  expect((await balanceOf(paidBy('solana'))).posted).toBe(spent);
  expect(await auditFaults()).toEqual([]);
  await reconcile(new Date(), { solana: there.rail });
  expect(await db.payoutReconciliation.findFirst()).toMatchObject({ settled: units, open: 0, clearing: 0n, faults: [] });
}, 280_000);
