import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { leave } from '@/lib/accounts/commands/leave';
import { Refused } from '@/lib/core/refused';
import { db, type Tx } from '@/lib/db/client';
import { answerDispute } from '@/lib/earnings/commands/answer-dispute';
import { ledgerFaults } from '@/lib/earnings/commands/audit-ledger';
import { disputeLine } from '@/lib/earnings/commands/dispute-line';
import { endHold } from '@/lib/earnings/commands/end-hold';
import { holdCredit } from '@/lib/earnings/commands/hold-credit';
import { pendingOf } from '@/lib/earnings/names';
import { ownEarnings } from '@/lib/earnings/own-earnings';
import { purseOf, statementOf } from '@/lib/earnings/queries';
import { sheetOf } from '@/lib/earnings/statement';
import { statementCsv } from '@/lib/earnings/statement-csv';
import { waitingOf, weeksOf } from '@/lib/earnings/weeks';
import { openAccounts, post } from '@/lib/ledger/commands';
import { CLEARING } from '@/lib/payouts/points';
import { type FactoryMember, member } from '../../factories/people';
import { asOwner } from '../../support/owner';
import { refusalOf } from '../../support/refusal';
import { allocated, DAY, demoWeek, read, steps, town, type Week, week } from './week';

afterEach(async () => expect(await ledgerFaults()).toEqual([]));

const event = fc.record({
  week: fc.nat(2),
  reader: fc.nat(5),
  post: fc.nat(2),
  seconds: fc.integer({ min: 1, max: 45 }),
  day: fc.nat(6),
});
const scenario = fc.record({
  reading: fc.array(event, { minLength: 6, maxLength: 24 }),
  held: fc.option(fc.nat(5)),
  cleared: fc.boolean(),
  banned: fc.option(fc.nat(5)),
  removed: fc.option(fc.nat(2)),
  linked: fc.option(fc.tuple(fc.nat(5), fc.nat(1))),
  leaving: fc.option(fc.nat(5)),
  releases: fc.array(fc.nat(2), { maxLength: 3 }),
  disputes: fc.boolean(),
});

/** The lines of all statements of somebody tie out, one statement begins where the one before ended, and the last ends with what they have. */
async function tiesOut(who: FactoryMember): Promise<void> {
  const weeks = (await weeksOf(who)).reverse();
  let last = null as Awaited<ReturnType<typeof statementOf>>;
  for (const { epoch, points } of weeks) {
    const statement = await statementOf(who, epoch);
    if (!statement) throw new Error(`no statement of week ${epoch}`);
    const { opening, earned, booked, others, closing } = sheetOf(statement);
    const rest = others.reduce((all, one) => all + one.pending + one.available, 0n);
    expect([booked, opening + earned + rest]).toEqual([true, closing]);
    expect(points).toBe(earned);
    expect(statement.opening).toEqual(last?.closing ?? { pending: 0n, available: 0n });
    const csv = statementCsv(statement, 'en').trim().split('\r\n').slice(1);
    const column = csv.map((line) => BigInt((line.split(',').at(-1) ?? '0').replace('.', '')));
    expect(column.slice(0, -1).reduce((all, one) => all + one, 0n)).toBe(column.at(-1));
    last = statement;
  }
  const purse = await purseOf(who);
  expect(last?.closing ?? { pending: 0n, available: 0n }).toEqual(purse);
  const waits = (await waitingOf(who, new Date())).reduce((all, { amount }) => all + amount, 0n);
  expect(waits).toBe(purse.pending);
}

async function play(wanted: typeof scenario extends fc.Arbitrary<infer T> ? T : never): Promise<void> {
  const there = await town();
  const { ines, sade, khanh, pavel, mai, scale, ice, cron } = there;
  const people = [khanh, pavel, mai, sade, ines, await member({ name: 'Teo Marchetti' })];
  const posts = [scale, ice, cron];
  const [ada, judit] = [await member({ role: 'admin' }), await member({ role: 'admin' })];
  const pick = <T>(list: readonly T[], nth: number | null) => (nth === null ? undefined : list[nth % list.length]);
  const weeks: Week[] = [];
  for (let nth = 0; nth < 3; nth += 1) {
    const of = await week();
    weeks.push(of);
    for (const [place, one] of wanted.reading.entries())
      if (one.week === nth) {
        const [reader, post] = [pick(people, one.reader), pick(posts, one.post)];
        if (reader && post) await read(reader, post, one.seconds * 10, of, { day: one.day, at: place * 600 });
      }
    await allocated(of);
    if (nth === 0) {
      const held = pick(people, wanted.held);
      const banned = pick(people, wanted.banned);
      const removed = pick(posts, wanted.removed);
      const [one, other] = [pick(people, wanted.linked?.[0] ?? null), pick([ines, sade], wanted.linked?.[1] ?? null)];
      if (held) await holdCredit(null, { memberId: held.id, reason: 'burst' });
      if (banned) await db.sanction.create({ data: { memberId: banned.id, kind: 'banned', reason: 'spam' } });
      if (removed) await db.post.update({ where: { id: removed.id }, data: { publishedAt: null } });
      if (one && other && one.id !== other.id) await db.earningLink.create({ data: { oneId: one.id, otherId: other.id, ground: 'found' } });
    }
    for (const past of wanted.releases) {
      const earlier = weeks[past];
      if (earlier) await steps(earlier)[3]?.();
    }
    if (nth === 1 && wanted.cleared)
      for (const { id } of await db.earningHold.findMany({ where: { outcome: null } }))
        await endHold(judit, { holdId: id, outcome: 'cleared', answer: 'There was nothing to it.' });
    if (nth === 2 && wanted.disputes)
      for (const who of people)
        for (const { line, epoch } of [
          ...posts.map((post) => ({ line: `read:${post.id}`, epoch: of.number })),
          { line: 'written:few', epoch: of.number },
        ]) {
          const asked = { epoch, line, reason: 'not-counted', words: 'I read it.' };
          // Once: who disputes many lines in an hour may be asked to wait, between two of them too.
          const made = await disputeLine(who, asked).catch((error: unknown) => {
            if (error instanceof Refused) return null;
            throw error;
          });
          if (made) await refusalOf(answerDispute(ada, { disputeId: made.id, outcome: 'upheld', answer: 'So it was.' }));
        }
  }
  const leaving = pick(people, wanted.leaving);
  if (leaving) await leave(leaving, { confirm: 'leave' });
  for (const who of people) if (who !== leaving) await tiesOut(who);
  for (const { id, budget, contribution } of await db.epochReader.findMany({
    where: { epoch: { in: weeks.map(({ number }) => number) } },
  })) {
    const made = await db.earningCorrection.findMany({ where: { readerId: id } });
    expect(contribution + made.reduce((all, one) => all + one.amount + one.reward, 0n) <= budget).toBe(true);
  }
}

test('opening, lines and closing tie out over any weeks, with holds, bans, releases, claw-backs, disputes and people who leave', async () => {
  await fc.assert(fc.asyncProperty(scenario, play), { numRuns: 12, endOnFailure: true });
}, 240_000);

test('a statement ends with what is there also when of two postings that overlapped the one that began later was written first', async () => {
  const [there, of] = [await town(), await week()];
  await demoWeek(there, of);
  await allocated(of);
  const { code } = await db.earningAccount.findUniqueOrThrow({ where: { memberId: there.ines.id } });
  const before = (await purseOf(there.ines)).pending;
  const take = (tx: Tx, amount: bigint) => {
    const lines = [
      { account: pendingOf(code), amount: -amount },
      { account: CLEARING, amount },
    ];
    return post(tx, { id: randomUUID(), kind: 'payout', lines });
  };
  await db.$transaction((tx) => openAccounts(tx, [CLEARING], { asset: 'POINT', normal: 'credit' }));
  await db.$transaction(async (tx) => {
    // It has begun, and writes last.
    await tx.$queryRaw`SELECT now()`;
    await db.$transaction((later) => take(later, 500n));
    await take(tx, 300n);
  });
  const statement = await statementOf(there.ines, of.number);
  expect(statement?.closing).toEqual({ pending: before - 800n, available: 0n });
  expect(statement?.closing).toEqual(await purseOf(there.ines));
});

test('what a release is late with is not said to become available on a day that is over', async () => {
  const [there, of] = [await town(), await week()];
  await demoWeek(there, of);
  await allocated(of);
  const at = async (now: Date) => {
    const { waiting, shown } = await ownEarnings(there.ines, of.number, now);
    return [...waiting.map(({ overdue }) => overdue), shown?.overdue];
  };
  const { from } = (await waitingOf(there.ines, new Date()))[0] ?? { from: new Date(0) };
  expect(await at(from)).toEqual([false, false]);
  expect(await at(new Date(from.getTime() + 2 * DAY))).toEqual([true, true]);
});

test('what somebody has is told without an estimate, where that cannot be worked out', async () => {
  const [there, of] = [await town(), await week()];
  const during = new Date(of.startsAt.getTime() + DAY);
  expect((await ownEarnings(there.ines, null, during)).estimate?.epoch).toBe(of.number);
  await asOwner('ALTER TABLE earning_link RENAME TO earning_link_away');
  try {
    expect(await ownEarnings(there.ines, null, during)).toMatchObject({ estimate: null, purse: { pending: 0n, available: 0n } });
  } finally {
    await asOwner('ALTER TABLE earning_link_away RENAME TO earning_link');
  }
  // For a while it is not tried again.
  expect((await ownEarnings(there.ines, null, during)).estimate).toBeNull();
});
