import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { GET } from '@/app/api/epochs/[number]/[file]/route';
import { db } from '@/lib/db/client';
import { record } from '@/lib/earnings/acts';
import { ledgerFaults } from '@/lib/earnings/commands/audit-ledger';
import { carryOn } from '@/lib/earnings/commands/carry-on';
import { divideEpoch } from '@/lib/earnings/commands/divide-epoch';
import { freeze } from '@/lib/earnings/commands/freeze';
import { openEpoch } from '@/lib/earnings/commands/open-epoch';
import { release } from '@/lib/earnings/commands/release';
import { divide } from '@/lib/earnings/divide';
import { purseOf, statementOf } from '@/lib/earnings/queries';
import { balanceOf } from '@/lib/ledger/queries';
import { asOwner } from '../../support/owner';
import { twentyAtOnce } from '../../support/refusal';
import {
  afterHold,
  afterWeek,
  allocated,
  DAY,
  demoWeek,
  divided,
  epochOf,
  givenTo,
  ledgerText,
  numbersOf,
  steps,
  town,
  week,
} from './week';

afterEach(async () => expect(await ledgerFaults()).toEqual([]));

test('a week of the town goes from what was read to what people have, and explains itself', async () => {
  const [there, of] = [await town(), await week()];
  const { ines, sade, khanh, pavel, mai, scale, cron } = there;
  await demoWeek(there, of);
  for (const step of steps(of)) await step();

  const { state, pools } = await epochOf(of);
  expect([state, pools.map(({ kind, readers, payees }) => [kind, readers, payees])]).toEqual([
    'released',
    [
      ['main', 3, 2],
      ['quarantine', 1, 1],
    ],
  ]);
  // Three accounts with a number, of 8 points each share 19; Mai, who has proven nothing, the twentieth that is set apart.
  expect(pools.map(({ pool, paid, carry }) => [pool, paid, carry])).toEqual([
    [19_000n, 19_000n, 0n],
    [1_000n, 1_000n, 0n],
  ]);
  const readers = await db.epochReader.findMany({ where: { epoch: of.number } });
  const moved = Object.fromEntries(readers.map(({ memberId, contribution, reward }) => [memberId, [contribution, reward]]));
  // 19,000 by 360 s, 400 s and 150 s, where nobody's 8,000 is passed: Pavel's 400 s would be 8,352.
  expect(moved[pavel.id]?.[0]).toBe(8_000n);
  expect(moved[khanh.id]).toEqual([7_765n, 1_164n]);
  expect(moved[sade.id]).toEqual([3_235n, 485n]);
  expect(moved[mai.id]).toEqual([1_000n, 150n]);

  const people = [ines, sade, khanh, pavel, mai];
  const given = await givenTo(of, people);
  expect(given.reduce((all, one) => all + one, 0n)).toBe(20_000n);
  const purses = await Promise.all(people.map(purseOf));
  expect(purses).toEqual(given.map((available) => ({ pending: 0n, available })));

  const statement = await statementOf(khanh, of.number);
  expect(statement?.read.map(({ credited, left, path }) => [credited, left, path !== null])).toEqual([
    [240, [], true],
    [120, [], true],
  ]);
  expect(statement?.read.reduce((all, { reward }) => all + reward, 0n)).toBe(1_164n);
  expect([statement?.opening, statement?.closing]).toEqual([
    { pending: 0n, available: 0n },
    { pending: 0n, available: 1_164n },
  ]);
  const written = (await statementOf(ines, of.number))?.written;
  // Two posts of few readers are one line, without a number of readers.
  const unnamed = { postId: null, title: null, path: null, blog: null, readers: null, credited: null, left: [] };
  expect(written).toEqual([{ ...unnamed, amount: given[0], returned: 0n }]);
  expect([scale.id, cron.id].every((id) => !JSON.stringify(written, (_, v) => (typeof v === 'bigint' ? String(v) : v)).includes(id))).toBe(
    true,
  );
});

test('what is published has nobody’s name, and the command makes its output of its input, to the hash', async () => {
  const [there, of] = [await town(), await week()];
  await demoWeek(there, of);
  await divided(of);
  const root = path.resolve(import.meta.dirname, '../../..');
  const got = async (file: string) => {
    const response = await GET(new Request('http://localhost/'), { params: Promise.resolve({ number: String(of.number), file }) });
    return { status: response.status, digest: response.headers.get('repr-digest'), text: await response.text() };
  };
  const sha = (text: string) => createHash('sha256').update(text).digest();
  for (const { kind, inputHash, outputHash } of (await epochOf(of)).pools) {
    const before = kind === 'main' ? '' : 'quarantine-';
    const [input, output] = [await got(`${before}input`), await got(`${before}output`)];
    expect([sha(input.text).toString('hex'), sha(output.text).toString('hex')]).toEqual([inputHash, outputHash]);
    expect(output.digest).toBe(`sha-256=:${sha(output.text).toString('base64')}:`);
    const run = spawnSync(process.execPath, ['bin/run.mjs', 'bin/divide.ts'], { cwd: root, input: input.text, encoding: 'utf8' });
    expect([run.status, run.stderr, run.stdout]).toEqual([0, '', output.text]);
    for (const { id, handle } of [there.ines, there.khanh, there.mai, there.scale].map((one) => ({
      id: one.id,
      handle: 'handle' in one ? one.handle : one.id,
    })))
      expect([input.text.includes(id), output.text.includes(id), input.text.includes(handle)]).toEqual([false, false, false]);
  }
  // Each finds themselves by the names that their own statement tells.
  const names = (await statementOf(there.sade, of.number))?.names;
  const published = await got('output');
  expect([names?.reader, ...(names?.payee ?? [])].map((name) => published.text.includes(name ?? 'nobody'))).toEqual([true, true]);
  expect((await got('secret')).status).toBe(404);
  const open = await week();
  const early = await GET(new Request('http://localhost/'), { params: Promise.resolve({ number: String(open.number), file: 'input' }) });
  expect(early.status).toBe(404);
  await freeze(open.number, { now: afterWeek(open) });
  await divideEpoch(open.number);
});

test('names of an epoch cannot be made again: its secret is gone, and the next one’s are others', async () => {
  const [there, first] = [await town(), await week()];
  await demoWeek(there, first);
  expect(first.secret).not.toBeNull();
  await divided(first);
  expect((await epochOf(first)).secret).toBeNull();
  const second = await week();
  await demoWeek(there, second);
  await divided(second);
  const rows = await db.epochReader.findMany({ where: { memberId: there.khanh.id } });
  expect(new Set(rows.map(({ id }) => id)).size).toBe(2);
});

describe('nothing goes on that does not hold', () => {
  const untouched = async (of: Awaited<ReturnType<typeof week>>) => {
    expect([(await epochOf(of)).state, await db.epochShare.count({ where: { epoch: of.number } })]).toEqual(['frozen', 0]);
    await divideEpoch(of.number);
    expect((await epochOf(of)).state).toBe('divided');
  };

  test.each<[string, RegExp, typeof divide]>([
    ['more than a cap', /cap|sum/, (epoch, heard) => divide({ ...epoch, budgets: epoch.budgets.map((one) => one + 1n) }, heard)],
    ['less than the budgets allow', /T5/, (epoch, heard) => divide({ ...epoch, pool: epoch.pool - 1n }, heard)],
    [
      'a payee twice',
      /what people get/,
      (epoch, heard) => {
        const right = divide(epoch, heard);
        right.payees[0] = (right.payees[0] ?? 0n) + 1n;
        return right;
      },
    ],
    ['a row too much', /sum up/, (epoch, heard) => divide(epoch, (reader, payee, amount) => heard?.(reader, payee, amount + 1n))],
  ])('%s', async (_what, message, by) => {
    const [there, of] = [await town(), await week()];
    await demoWeek(there, of);
    await freeze(of.number, { now: afterWeek(of), proofsOf: numbersOf });
    await expect(divideEpoch(of.number, { by })).rejects.toThrow(message);
    await untouched(of);
  });

  test('seconds that were changed after the freeze', async () => {
    const [there, of] = [await town(), await week()];
    await demoWeek(there, of);
    await freeze(of.number, { now: afterWeek(of), proofsOf: numbersOf });
    const change = (by: number) => asOwner(`UPDATE epoch_row SET seconds = seconds + $1 WHERE "postId" = $2`, [by, there.cron.id]);
    await change(10);
    await expect(divideEpoch(of.number)).rejects.toThrow(/not what was frozen/);
    await change(-10);
    await untouched(of);
  });
});

test('every step sent twenty times at once is done once', async () => {
  const [there, of] = [await town(), await week()];
  await demoWeek(there, of);
  for (const step of steps(of)) {
    const said = await twentyAtOnce(step);
    expect(said.filter(({ status }) => status === 'rejected')).toEqual([]);
  }
  const text = await ledgerText();
  for (const step of steps(of)) await step();
  expect([await ledgerText(), (await epochOf(of)).state]).toEqual([text, 'released']);
  const given = await givenTo(of, [there.ines, there.sade]);
  expect(await Promise.all([there.ines, there.sade].map(purseOf))).toEqual(given.map((available) => ({ pending: 0n, available })));
}, 120_000);

test('epochs open without a gap, one after another, and each waits for the one before', async () => {
  const last = await week();
  await twentyAtOnce(() => openEpoch(new Date(last.endsAt.getTime() + DAY)));
  const opened = await week();
  expect([opened.number, opened.startsAt, opened.endsAt.getTime() - opened.startsAt.getTime()]).toEqual([
    last.number + 1,
    last.endsAt,
    7 * DAY,
  ]);
  const of = opened;
  await freeze(of.number, { now: afterWeek(of) });
  expect((await epochOf(of)).state).toBe('running');
  await freeze(last.number, { now: new Date(last.endsAt.getTime() - 1) });
  expect((await epochOf(last)).state).toBe('running');
  for (const one of [last, of]) await divided(one);
  // Points for nobody: all of them go on.
  const [before, after] = [await epochOf(last), await epochOf(of)];
  const sum = (list: (bigint | null)[]) => list.reduce<bigint>((all, one) => all + (one ?? 0n), 0n);
  expect(sum(after.pools.map(({ pool }) => pool))).toBe(20_000n + sum(before.pools.map(({ carry }) => carry)));
  await carryOn(afterWeek(of));
  const jobs = await db.$queryRaw<
    { name: string }[]
  >`SELECT DISTINCT name FROM pgboss.job WHERE data->>'number' = ${String(of.number)} ORDER BY name`;
  expect(jobs.map(({ name }) => name)).toEqual(['epoch.allocate', 'epoch.divide', 'epoch.freeze']);
});

test('nothing is available before the hold is over', async () => {
  const [there, of] = [await town(), await week()];
  await demoWeek(there, of);
  await allocated(of);
  await release(of.number, { now: new Date(Date.now() + 29 * DAY) });
  const [given] = await givenTo(of, [there.khanh]);
  expect([(await epochOf(of)).state, await purseOf(there.khanh)]).toEqual(['allocated', { pending: given, available: 0n }]);
  const { code } = await db.earningAccount.findUniqueOrThrow({ where: { memberId: there.khanh.id } });
  expect((await balanceOf(`user:${code}:pending`)).posted).toBe(given);
  // Nor after it, until somebody lets it begin.
  await release(of.number, { now: afterHold() });
  expect(await purseOf(there.khanh)).toEqual({ pending: given, available: 0n });
  await record(db, 'release-begun', null, { epoch: of.number });
  await release(of.number, { now: new Date(Date.now() + 29 * DAY) });
  expect(await purseOf(there.khanh)).toEqual({ pending: given, available: 0n });
  await release(of.number, { now: afterHold() });
  expect(await purseOf(there.khanh)).toEqual({ pending: 0n, available: given });
});
