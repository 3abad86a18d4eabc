import { strFromU8, unzipSync } from 'fflate';
import pg from 'pg';
import { expect, test } from 'vitest';
import { archiveOf } from '@/lib/accounts/archive';
import { leave } from '@/lib/accounts/commands/leave';
import { db } from '@/lib/db/client';
import { DISPUTE_DAYS } from '@/lib/earnings/dispute-policy';
import { LONGEST_EPOCH } from '@/lib/earnings/rule-numbers';
import { readingArchive } from '@/lib/reading/archive';
import { forgetReading } from '@/lib/reading/commands/forget-reading';
import { KEPT_DAYS, thinBeats } from '@/lib/reading/commands/thin-beats';
import { blog, type FactoryMember, member, post } from '../../factories/people';
import { reading } from '../../factories/readings';
import { refusalOf, twentyAtOnce } from '../../support/refusal';

const NOW = new Date('2026-11-25T03:00:00Z');
const daysAgo = (days: number, time = '12:00:00') => {
  const at = new Date(NOW.getTime() - days * 86_400_000);
  return new Date(`${at.toISOString().slice(0, 10)}T${time}Z`);
};

async function scene() {
  const [ines, mai] = [await member({ name: 'Ines Duarte' }), await member({ name: 'Mai Tran' })];
  const tide = await blog({ owner: ines });
  return { ines, mai, said: await post({ blog: tide, author: ines }), more: await post({ blog: tide, author: ines }) };
}

const sumsOf = async ({ id }: FactoryMember) =>
  (
    await db.$queryRaw<{ said: string }[]>`
      SELECT format('%s %s s, %s of %s', day, seconds, seen, blocks) AS said FROM reading_sum WHERE "readerId" = ${id}::uuid ORDER BY day, seconds`
  ).map(({ said }) => said);
const beatsOf = ({ id }: FactoryMember) => db.readingBeat.count({ where: { readerId: id } });

test('what is older than the days of appeal becomes sums; what is not stays', async () => {
  const { mai, said, more } = await scene();
  // A week's first beat is there until nobody can dispute it any more, with some days for whoever divides late.
  expect(KEPT_DAYS).toBeGreaterThanOrEqual(LONGEST_EPOCH + DISPUTE_DAYS + 7);
  await reading({ reader: mai, post: said, at: daysAgo(43, '08:00:00'), beats: 6, seen: '{[0,4)}' });
  await reading({ reader: mai, post: said, at: daysAgo(43, '09:00:00'), beats: 3, seen: '{[2,5)}' });
  await reading({ reader: mai, post: more, at: daysAgo(43, '10:00:00'), beats: 2 });
  // Two of its five beats fall into the day that stays.
  await reading({ reader: mai, post: more, at: daysAgo(43, '23:59:30'), beats: 5 });
  await reading({ reader: mai, post: said, at: daysAgo(42, '12:00:00'), beats: 4 });
  await thinBeats(NOW);
  expect([await sumsOf(mai), await beatsOf(mai)]).toEqual([['2026-10-13 50 s, {[0,10)} of 10', '2026-10-13 90 s, {[0,5)} of 10'], 6]);
  expect(await db.readingSession.count({ where: { readerId: mai.id } })).toBe(2);
  // Again on the same night, and on the next, when the rest of the second day's is a line of its own.
  await thinBeats(NOW);
  expect([(await sumsOf(mai)).length, await beatsOf(mai)]).toEqual([2, 6]);
  await thinBeats(new Date(NOW.getTime() + 86_400_000));
  expect([await sumsOf(mai), await beatsOf(mai)]).toEqual([
    ['13 50 s, {[0,10)}', '13 90 s, {[0,5)}', '14 20 s, {[0,10)}', '14 40 s, {[0,10)}'].map((said) => `2026-10-${said} of 10`),
    0,
  ]);
  expect(await db.readingSession.count({ where: { readerId: mai.id } })).toBe(0);
});

test('a run that is killed half-way, and twenty at once, count every second once', async () => {
  const { said } = await scene();
  const readers = await Promise.all(Array.from({ length: 12 }, (_, nth) => member({ name: `Reader ${nth}` })));
  for (const reader of readers) await reading({ reader, post: said, at: daysAgo(47), beats: 7 });
  const where = { readerId: { in: readers.map(({ id }) => id) } };
  // Whoever thins is ended by the server, over and over, wherever it happens to be.
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  let over = false;
  const killing = (async () => {
    while (!over) {
      await client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name = 'bulb'
        AND state = 'active' AND query LIKE '%reading_beat%' AND random() < .5`);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  })();
  for (let nth = 0; nth < 6; nth += 1) await Promise.allSettled([thinBeats(NOW), thinBeats(NOW)]);
  over = true;
  await killing;
  await client.end();
  const [{ _sum }, beats] = [await db.readingSum.aggregate({ where, _sum: { seconds: true } }), await db.readingBeat.count({ where })];
  expect((_sum.seconds ?? 0) + beats * 10).toBe(12 * 70);
  await twentyAtOnce(() => thinBeats(NOW));
  expect((await db.readingSum.aggregate({ where, _sum: { seconds: true } }))._sum.seconds).toBe(12 * 70);
  expect(await db.readingBeat.count({ where })).toBe(0);
});

test('Mai deletes what was measured and is not divided: nothing of hers is left, what was divided stays, nor is Sade’s touched', async () => {
  const { mai, said } = await scene();
  const sade = await member({ name: 'Sade Okafor' });
  for (const reader of [mai, sade]) {
    await reading({ reader, post: said, at: daysAgo(50) });
    await reading({ reader, post: said, at: daysAgo(9) });
    await reading({ reader, post: said, at: daysAgo(1) });
  }
  await thinBeats(NOW);
  expect(await refusalOf(forgetReading(mai, {}, new Date(0)))).toBe('invalid');
  expect(await beatsOf(mai)).toBe(12);
  await forgetReading(mai, { confirm: 'yes' }, daysAgo(3, '00:00:00'));
  expect([await beatsOf(mai), (await sumsOf(mai)).length]).toEqual([6, 1]);
  await Promise.all([1, 2].map(() => forgetReading(mai, { confirm: 'yes' }, new Date(0))));
  expect([await beatsOf(mai), await sumsOf(mai), await db.readingSession.count({ where: { readerId: mai.id } })]).toEqual([0, [], 0]);
  expect([await beatsOf(sade), (await sumsOf(sade)).length]).toEqual([12, 1]);
});

test('her archive holds all of it, nobody else’s, and it is gone with her account', async () => {
  const { ines, mai, said } = await scene();
  await reading({ reader: mai, post: said, at: daysAgo(1), beats: 3 });
  await reading({ reader: mai, post: said, at: daysAgo(60), beats: 4 });
  await thinBeats(NOW);
  const read = async (person: FactoryMember, name: string) =>
    JSON.parse(strFromU8(unzipSync(await archiveOf(person, await readingArchive(person)))[name] ?? new Uint8Array())) as {
      beats: string[];
      seconds: number;
      postId: string;
    }[];
  expect(await read(mai, 'readings.json')).toMatchObject([{ postId: said.id, blocks: 10, seen: '{[0,10)}', beats: { length: 3 } }]);
  expect(await read(mai, 'reading-sums.json')).toMatchObject([{ postId: said.id, seconds: 40 }]);
  expect([await read(ines, 'readings.json'), await read(ines, 'reading-sums.json')]).toEqual([[], []]);
  await leave(mai, { confirm: 'leave' });
  expect([await beatsOf(mai), await sumsOf(mai), await db.readingSession.count({ where: { readerId: mai.id } })]).toEqual([0, [], 0]);
});
