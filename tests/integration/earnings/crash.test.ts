import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { answerDispute } from '@/lib/earnings/commands/answer-dispute';
import { ledgerFaults } from '@/lib/earnings/commands/audit-ledger';
import { disputeLine } from '@/lib/earnings/commands/dispute-line';
import { endHold } from '@/lib/earnings/commands/end-hold';
import { derivedId } from '@/lib/earnings/names';
import { purseOf } from '@/lib/earnings/queries';
import { member } from '../../factories/people';
import { runEpochApart } from '../../support/epoch-process';
import { twentyAtOnce } from '../../support/refusal';
import { randomFrom } from '../../unit/earnings/instances';
import { allocated, correctionId, demoWeek, epochOf, givenTo, ledgerText, read, steps, type Town, town, type Week, week } from './week';

class Killed extends Error {}

/** Dies at the point with this number; a point is counted each time it is come to. */
function dyingAt(place: number) {
  let come = 0;
  return (point: string): void => {
    come += 1;
    if (come === place) throw new Killed(point);
  };
}

/** Runs an epoch from its beginning to its end; a run that dies is over. */
async function run(of: Week, watch: (point: string) => void): Promise<boolean> {
  try {
    for (const step of steps(of, { watch })) await step();
    return true;
  } catch (error) {
    if (error instanceof Killed) return false;
    throw error;
  }
}

/** Everybody has what they were given; answers with that, person by person. */
async function settled({ ines, sade, khanh, pavel, mai }: Town, of: Week): Promise<bigint[]> {
  const people = [ines, sade, khanh, pavel, mai];
  const { state, pools } = await epochOf(of);
  const given = await givenTo(of, people);
  const has = await Promise.all(people.map(purseOf));
  expect([state, pools.map(({ paid }) => paid)]).toEqual(['released', [19_000n, 1_000n]]);
  expect(given.reduce((all, one) => all + one, 0n)).toBe(20_000n);
  expect(has).toEqual(given.map((available) => ({ pending: 0n, available })));
  // Five accounts, two in a posting: each posting is there once, under the id that follows from the epoch.
  const ids = [0, 1, 2].flatMap((chunk) => ['allocation', 'release'].map((kind) => derivedId(`${kind}:${of.number}:${chunk}`)));
  const rows = await db.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM ledger.tx WHERE id = ANY (${ids}::uuid[])`;
  expect(rows[0]?.n).toBe(6);
  const acts = await db.earningEvent.findMany({ where: { epoch: of.number }, orderBy: { id: 'asc' }, select: { action: true } });
  expect(acts.map(({ action }) => action)).toEqual(['approved', 'release-begun']);
  return given;
}

test('killed between any two steps and in the middle of any, twice, an epoch comes to the same ledger', async () => {
  const points: string[] = [];
  const [whole, first] = [await town(), await week()];
  await demoWeek(whole, first);
  await run(first, (point) => void points.push(point));
  const unkilled = await settled(whole, first);
  expect(new Set(points).size).toBeGreaterThanOrEqual(16);

  for (let place = 1; place <= points.length; place += 1) {
    const [there, of] = [await town(), await week()];
    await demoWeek(there, of);
    expect([points[place - 1], await run(of, dyingAt(place))]).toEqual([points[place - 1], false]);
    // And once more, a little further than the first time came.
    await run(of, dyingAt(2));
    while (!(await run(of, () => undefined)));
    expect([points[place - 1], await settled(there, of)]).toEqual([points[place - 1], unkilled]);
    const text = await ledgerText();
    await run(of, () => undefined);
    expect(await ledgerText()).toBe(text);
  }
  expect(await ledgerFaults()).toEqual([]);
}, 300_000);

test('killed by the operating system again and again, in processes of its own, an epoch comes to the same ledger', async () => {
  const [whole, first] = [await town(), await week()];
  await demoWeek(whole, first);
  await run(first, () => undefined);
  const unkilled = await settled(whole, first);
  const [there, of] = [await town(), await week()];
  await demoWeek(there, of);
  const [ada, random] = [await member({ name: 'Ada Lindqvist', role: 'admin' }), randomFrom(7)];
  let kills = 0;
  // A division that was killed begins anew: each comes a little further than the one before.
  while (!(await runEpochApart(of.number, ada, 2 + 3 * kills + random(3)))) kills += 1;
  expect(kills).toBeGreaterThanOrEqual(4);
  expect(await settled(there, of)).toEqual(unkilled);
  const text = await ledgerText();
  expect(await runEpochApart(of.number, ada, 1_000)).toBe(true);
  expect([await ledgerText(), await ledgerFaults()]).toEqual([text, []]);
}, 120_000);

/**
 * A week that is allocated, of which a release takes back what Khanh moved, who is held, and what a post brought that is shown no more, and
 * pays what Teo disputed with success.
 */
async function doubted() {
  const [there, of] = [await town(), await week()];
  const [teo, ada] = [await member({ name: 'Teo Marchetti' }), await member({ role: 'admin', name: 'Ada Lindqvist' })];
  await demoWeek(there, of);
  await read(teo, there.scale, 40, of, { day: 1 });
  await allocated(of);
  const line = `read:${there.scale.id}`;
  const dispute = await disputeLine(teo, { epoch: of.number, line, reason: 'not-counted', words: 'I read it on the train.' });
  await answerDispute(ada, { disputeId: dispute.id, outcome: 'upheld', answer: 'So it was.' });
  const hold = await db.earningHold.create({ data: { memberId: there.khanh.id, reason: 'burst', byMachine: true } });
  await db.post.update({ where: { id: there.ice.id }, data: { publishedAt: null } });
  const release = async (watch: (point: string) => void): Promise<boolean> => {
    try {
      await steps(of, { watch })[3]?.();
      return true;
    } catch (error) {
      if (error instanceof Killed) return false;
      throw error;
    }
  };
  const people = [there.ines, there.sade, there.khanh, there.pavel, there.mai, teo];
  return { of, hold, dispute, release, has: () => Promise.all(people.map(purseOf)), given: () => givenTo(of, people) };
}

/** How much was taken back so far by all releases, by why. In how many postings depends on the accounts' codes. */
async function clawBacks(): Promise<Record<string, bigint>> {
  const rows = await db.$queryRaw<{ kind: string; amount: bigint }[]>`
    SELECT t.kind, sum(e.amount)::bigint AS amount FROM ledger.tx t JOIN ledger.entry e ON e.tx = t.id
    WHERE t.kind LIKE 'claw-back%' AND e.amount > 0 GROUP BY t.kind`;
  return Object.fromEntries(rows.map(({ kind, amount }) => [kind, amount]));
}

async function takenSince(before: Readonly<Record<string, bigint>>): Promise<Record<string, bigint>> {
  return Object.fromEntries(Object.entries(await clawBacks()).map(([kind, amount]) => [kind, amount - (before[kind] ?? 0n)]));
}

test('killed anywhere in a release that takes something back, and once more, it takes back the same, once, and gives the same back', async () => {
  const points: string[] = [];
  const whole = await doubted();
  const earlier = await clawBacks();
  await whole.release((point) => void points.push(point));
  const taken = await takenSince(earlier);
  expect(Object.keys(taken).sort()).toEqual(['claw-back: held', 'claw-back: removed']);
  const [stands, given] = [await whole.has(), await whole.given()];
  const sum = (all: readonly bigint[]) => all.reduce((one, other) => one + other, 0n);
  expect(stands.every(({ pending }) => pending === 0n)).toBe(true);
  expect(sum(stands.map(({ available }) => available)) < sum(given)).toBe(true);
  expect(stands[2]?.available).toBe(0n);
  const made = async ({ dispute }: { dispute: { id: string } }) =>
    (await db.$queryRaw<object[]>`SELECT FROM ledger.tx WHERE id = ${await correctionId(dispute.id)}::uuid`).length;
  expect(await made(whole)).toBe(1);
  for (let place = 1; place <= points.length; place += 1) {
    const [there, before] = [await doubted(), await clawBacks()];
    expect([points[place - 1], await there.release(dyingAt(place))]).toEqual([points[place - 1], false]);
    await there.release(dyingAt(2));
    while (!(await there.release(() => undefined)));
    expect([await there.has(), await made(there)]).toEqual([stands, 1]);
    expect(await takenSince(before)).toEqual(taken);
    const text = await ledgerText();
    await there.release(() => undefined);
    expect(await ledgerText()).toBe(text);
  }
  // Cleared twenty times at once, and by whom it is said twice, what was taken for the hold comes back to the unit.
  const ada = await member({ role: 'admin', name: 'Ada Lindqvist' });
  await twentyAtOnce(() => endHold(ada, { holdId: whole.hold.id, outcome: 'cleared', answer: 'A person who reads in the morning.' }));
  const back = await whole.has();
  expect(back[2]?.available).toBe(given[2]);
  expect(await ledgerFaults()).toEqual([]);
}, 300_000);
