import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { OPENINGS_A_MINUTE, openReading } from '@/lib/reading/commands/open-reading';
import { setMeasured } from '@/lib/reading/commands/set-measured';
import { takeBeat } from '@/lib/reading/commands/take-beat';
import { blog, type FactoryMember, member, post, sessionOf } from '../../factories/people';
import { stopClock } from '../../support/database-clock';
import { refusalOf, twentyAtOnce } from '../../support/refusal';

let setClock: (to: Date) => Promise<void>;
// At the beginning of a ten seconds' piece, early on some day.
let now = Date.UTC(2026, 10, 25, 8);
beforeAll(async () => {
  setClock = await stopClock(new Date(now));
});
/** So many seconds later, by the database's clock. */
const later = async (seconds: number) => {
  now += Math.round(seconds * 1000);
  await setClock(new Date(now));
};
// A day on, and again where ten seconds begin.
beforeEach(() => later(86_400 + 10 - ((now / 1000) % 10)));

async function scene() {
  const [ines, mai] = [await member({ name: 'Ines Duarte' }), await member({ name: 'Mai Tran' })];
  const tide = await blog({ owner: ines });
  const said = await post({ blog: tide, author: ines });
  await db.post.update({ where: { id: said.id }, data: { document: tenParagraphs } });
  await setMeasured(mai, { on: '1' });
  return { ines, mai, tide, said, hash: await sessionOf(mai) };
}
const tenParagraphs = { type: 'doc', content: Array.from({ length: 10 }, () => ({ type: 'paragraph' })) };
const creditOf = async ({ id }: FactoryMember) => 10 * (await db.readingBeat.count({ where: { readerId: id } }));

/** A tab of Mai's with the post, as an honest page would drive it. */
async function tab({ hash, said }: { hash: string; said: { id: string } }) {
  const session = randomUUID();
  let { seq } = await openReading(hash, { session, post: said.id });
  const beat = async (of = seq + 1, seen = [0, 10]) => {
    const answer = await takeBeat(hash, { session, seq: of, seen });
    seq = answer.seq;
    return answer;
  };
  return { session, beat };
}

test('Mai reads for a minute: each ten seconds count, and she is told of today’s', async () => {
  const here = await scene();
  const { beat } = await tab(here);
  const told: number[] = [];
  for (let nth = 0; nth < 6; nth += 1) {
    await later(10);
    told.push((await beat()).today);
  }
  expect(told).toEqual([10, 20, 30, 40, 50, 60]);
  await later(86_400);
  expect(await openReading(here.hash, { session: randomUUID(), post: here.said.id })).toEqual({ seq: 0, today: 0 });
});

test('a beat is one indexed row: its reading is moved on where it stands', async () => {
  const here = await scene();
  // So many that those of the middle have no page of their own.
  await db.$executeRaw`INSERT INTO reading_session (id, "readerId", "postId", blocks, "openedAt", "lastAt")
    SELECT gen_random_uuid(), ${here.mai.id}::uuid, ${here.said.id}::uuid, 10, now(), now() FROM generate_series(1, 600)`;
  const placed = () => db.$queryRaw<{ id: string; page: number }[]>`
    SELECT id, (ctid::text::point)[0]::int AS page FROM reading_session WHERE "readerId" = ${here.mai.id}::uuid ORDER BY id LIMIT 30`;
  const before = await placed();
  for (let seq = 1; seq <= 3; seq += 1) {
    await later(10);
    for (const { id } of before) await takeBeat(here.hash, { session: id, seq, seen: [0, seq] });
  }
  expect(await placed()).toEqual(before);
  // Nor does any index hold what a beat changes.
  const indexed = await db.$queryRaw<{ name: string }[]>`
    SELECT DISTINCT attname::text AS name FROM pg_index JOIN pg_attribute ON attrelid = indexrelid
    WHERE indrelid = 'reading_session'::regclass ORDER BY 1`;
  expect(indexed.map(({ name }) => name)).toEqual(['id', 'postId', 'readerId']);
});

describe('a beat', () => {
  test.each([
    [7.999, { taken: false, counted: false, seq: 0 }],
    [8, { taken: true, counted: true, seq: 1 }],
    [25, { taken: true, counted: true, seq: 1 }],
    [25.001, { taken: true, counted: false, seq: 1 }],
  ])('%s s after the one before', async (seconds, expected) => {
    const { beat } = await tab(await scene());
    await later(seconds);
    expect(await beat()).toMatchObject(expected);
  });

  test('too early changes nothing, and the next is measured from the last that was taken', async () => {
    const { beat } = await tab(await scene());
    for (let nth = 0; nth < 4; nth += 1) {
      await later(5);
      expect((await beat()).taken).toBe(nth % 2 === 1);
    }
  });

  test('too late credits nothing, and the one after it does', async () => {
    const { beat } = await tab(await scene());
    await later(300);
    expect(await beat()).toMatchObject({ taken: true, counted: false, today: 0 });
    await later(10);
    expect(await beat()).toMatchObject({ taken: true, counted: true, today: 10 });
  });

  test('out of order changes nothing and says which is next; sent again it is not taken again', async () => {
    const { beat } = await tab(await scene());
    await later(10);
    expect(await beat(2)).toMatchObject({ taken: false, seq: 0 });
    expect(await beat(1)).toMatchObject({ taken: true, seq: 1 });
    await later(10);
    expect(await beat(1)).toMatchObject({ taken: false, counted: false, seq: 1 });
    expect(await beat(2)).toMatchObject({ taken: true, seq: 2, today: 20 });
  });

  test('twenty at once are one', async () => {
    const here = await scene();
    const { beat } = await tab(here);
    await later(10);
    const answers = await twentyAtOnce(() => beat(1));
    const taken = answers.filter((one) => one.status === 'fulfilled' && one.value.taken);
    expect([taken.length, await creditOf(here.mai)]).toEqual([1, 10]);
  });

  test('in a piece of time that began before the page was opened credits nothing', async () => {
    const here = await scene();
    await later(1);
    const { beat } = await tab(here);
    await later(8);
    expect(await beat()).toMatchObject({ taken: true, counted: false });
  });

  test('six hours after the page was opened the reading is over: it opens another', async () => {
    const here = await scene();
    const { session, beat } = await tab(here);
    await later(10);
    expect((await beat()).counted).toBe(true);
    await later(6 * 3_600);
    expect(await refusalOf(takeBeat(here.hash, { session, seq: 2, seen: [0, 10] }))).toBe('not-found');
    const again = await tab(here);
    await later(10);
    expect((await again.beat()).counted).toBe(true);
  });

  test('says what was in view; what it claims beyond the post’s blocks is not believed', async () => {
    const here = await scene();
    const { beat, session } = await tab(here);
    const seen = () => db.$queryRaw`SELECT blocks, seen::text FROM reading_session WHERE id = ${session}::uuid`;
    for (const range of [
      [0, 2],
      [1, 4],
      [7, 20_000],
      [500, 600],
      [5, 5],
    ]) {
      await later(10);
      await beat(undefined, range);
    }
    expect(await seen()).toEqual([{ blocks: 10, seen: '{[0,4),[7,10)}' }]);
  });
});

test('thirty tabs for thirty minutes send 5,400 beats: at most 1,800 seconds', async () => {
  const here = await scene();
  // Their openings are spread over two minutes: more in one are refused.
  const tabs = [];
  for (let nth = 0; nth < 30; nth += 1) {
    tabs.push(await tab(here));
    await later(4);
  }
  for (let nth = 0; nth < 180; nth += 1) {
    await later(10);
    await Promise.all(tabs.map(({ beat }) => beat()));
  }
  expect(await creditOf(here.mai)).toBe(1_800);
}, 120_000);

test('a guest, a session that is over or made up, and who did not agree are refused', async () => {
  const { ines, mai, said, hash } = await scene();
  const session = randomUUID();
  await openReading(hash, { session, post: said.id });
  await later(10);
  const beat = { session, seq: 1, seen: [0, 1] };
  const [another, old] = [await sessionOf(ines), await sessionOf(mai)];
  await db.session.update({ where: { tokenHash: old }, data: { expiresAt: new Date(now - 1) } });
  expect([
    await refusalOf(takeBeat('f'.repeat(64), beat)),
    await refusalOf(takeBeat(old, beat)),
    await refusalOf(takeBeat(another, beat)),
    await refusalOf(openReading('f'.repeat(64), { session: randomUUID(), post: said.id })),
    await refusalOf(openReading(another, { session: randomUUID(), post: said.id })),
  ]).toEqual(['sign-in-needed', 'sign-in-needed', 'not-allowed', 'sign-in-needed', 'not-allowed']);
  await setMeasured(ines, { on: '1' });
  // Mai's reading is none of Ines'.
  expect([await refusalOf(takeBeat(another, beat)), await refusalOf(openReading(another, { session, post: said.id }))]).toEqual([
    'not-found',
    'conflict',
  ]);
  await setMeasured(mai, { on: '0' });
  expect(await refusalOf(takeBeat(hash, beat))).toBe('not-allowed');
  expect([await creditOf(mai), await creditOf(ines)]).toEqual([0, 0]);
  await setMeasured(mai, { on: '1' });
  expect((await takeBeat(hash, beat)).counted).toBe(true);
});

test('a post that is not published, or never was, is not opened; nor is anything that makes no sense', async () => {
  const { ines, tide, said, hash } = await scene();
  const draft = await post({ blog: tide, author: ines, publishedDaysAgo: null });
  const open = (of: string) => refusalOf(openReading(hash, { session: randomUUID(), post: of }));
  expect([await open(draft.id), await open(randomUUID()), await open('five-weights')]).toEqual(['not-found', 'not-found', 'invalid']);
  const session = randomUUID();
  await openReading(hash, { session, post: said.id });
  for (const wrong of [{}, { seq: 0 }, { seq: 1.5 }, { seq: 'x' }, { seen: [3, 1] }, { seen: [-1, 1] }, { seen: [0] }, { session: 'mine' }])
    expect(await refusalOf(takeBeat(hash, Object.keys(wrong).length === 0 ? {} : { session, seq: 1, seen: [0, 1], ...wrong }))).toBe(
      'invalid',
    );
});

test('openings are few a minute, and the same key is the same reading, twenty at once', async () => {
  const { mai, said, hash } = await scene();
  const session = randomUUID();
  const answers = await twentyAtOnce(() => openReading(hash, { session, post: said.id }));
  expect(answers.filter(({ status }) => status === 'rejected')).toEqual([]);
  expect(await db.readingSession.count({ where: { readerId: mai.id } })).toBe(1);
  expect(OPENINGS_A_MINUTE).toBe(20);
  expect(await refusalOf(openReading(hash, { session: randomUUID(), post: said.id }))).toBe('too-many');
  await later(61);
  const many = await Promise.allSettled(Array.from({ length: 60 }, () => openReading(hash, { session: randomUUID(), post: said.id })));
  expect(many.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
});
