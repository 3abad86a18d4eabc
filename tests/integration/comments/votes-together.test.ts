import { expect, test } from 'vitest';
import { leave } from '@/lib/accounts/commands/leave';
import { recountVotes } from '@/lib/comments/commands/recount-votes';
import { vote } from '@/lib/comments/commands/vote';
import { countVotes } from '@/lib/comments/count-votes';
import { db } from '@/lib/db/client';
import { trustVotes } from '@/lib/moderation/commands/thread';
import { blog, comment, type FactoryMember, member, post } from '../../factories/people';
import { runJobs } from '../../support/jobs';
import { asOwner } from '../../support/owner';
import { refusalOf, twentyAtOnce } from '../../support/refusal';

async function scene() {
  const [ines, teo, judit] = [
    await member({ name: 'Ines Duarte' }),
    await member({ name: 'Teo' }),
    await member({ name: 'Judit', role: 'moderator' }),
  ];
  const said = await post({ blog: await blog({ owner: ines }), author: ines });
  return { ines, teo, judit, said, words: await comment({ post: said, author: teo }) };
}

/** Accounts made in one go, `days` ago. */
const crowd = (size: number, days: number) =>
  Promise.all(Array.from({ length: size }, (_, nth) => member({ joinedDaysAgo: days + nth / 10_000 })));
const countsOf = async ({ id }: { id: string }) => {
  const { ups, downs } = await db.comment.findUniqueOrThrow({ where: { id } });
  return [ups, downs];
};
const all = (people: readonly FactoryMember[], words: { id: string }, value: number) =>
  Promise.all(people.map((person) => vote(person, { commentId: words.id, value })));

test('votes that come together from accounts made together count as one, in any order and at once', async () => {
  const { words, ines } = await scene();
  await all(await crowd(12, 5), words, 1);
  expect(await countsOf(words)).toEqual([1, 0]);
  await vote(ines, { commentId: words.id, value: 1 });
  expect(await countsOf(words)).toEqual([2, 0]);
});

test('accounts made apart, votes that came apart, and accounts that have been here long count each', async () => {
  const { words } = await scene();
  for (const days of [2, 3, 4]) await all(await crowd(1, days), words, 1);
  expect(await countsOf(words)).toEqual([3, 0]);
  await all(await crowd(4, 200), words, -1);
  expect(await countsOf(words)).toEqual([3, 4]);
  const [first, second] = await crowd(2, 10);
  if (!first || !second) throw new Error('two people are needed');
  await vote(first, { commentId: words.id, value: 1 });
  await db.vote.updateMany({ where: { memberId: first.id }, data: { createdAt: new Date(Date.now() - 3_600_000) } });
  await vote(second, { commentId: words.id, value: 1 });
  expect(await countsOf(words)).toEqual([5, 4]);
});

test('a crowd does not count by having waited: how young its accounts were when they voted stays so', async () => {
  const { words } = await scene();
  const people = await crowd(6, 85);
  await all(people, words, 1);
  expect(await countsOf(words)).toEqual([1, 0]);
  // Ten days later, when each of them is older than ninety, all is counted anew.
  await db.vote.updateMany({ where: { commentId: words.id }, data: { createdAt: new Date(Date.now() - 10 * 86_400_000) } });
  await db.member.updateMany({
    where: { id: { in: people.map(({ id }) => id) } },
    data: { createdAt: new Date(Date.now() - 95 * 86_400_000) },
  });
  await recountVotes([words.id]);
  expect(await countsOf(words)).toEqual([1, 0]);
});

test('one that is taken back leaves another to count; one that is turned counts for its kind', async () => {
  const { words } = await scene();
  const people = await crowd(3, 5);
  await all(people, words, 1);
  const counted = await db.vote.findFirstOrThrow({ where: { commentId: words.id, counted: true } });
  const first = people.find(({ id }) => id === counted.memberId) as FactoryMember;
  await twentyAtOnce(() => vote(first, { commentId: words.id, value: 0 }));
  expect(await countsOf(words)).toEqual([1, 0]);
  await vote(first, { commentId: words.id, value: -1 });
  expect(await countsOf(words)).toEqual([1, 1]);
});

test('votes that were given apart and are turned together came together', async () => {
  const { words } = await scene();
  const people = await crowd(6, 5);
  const early = (person: FactoryMember, hours: number) =>
    db.vote.updateMany({ where: { memberId: person.id }, data: { createdAt: new Date(Date.now() - hours * 3_600_000) } });
  for (const [nth, person] of people.entries()) {
    await vote(person, { commentId: words.id, value: 1 });
    await vote(person, { commentId: words.id, value: nth % 2 === 0 ? 0 : -1 });
    await early(person, nth + 1);
  }
  await all(people, words, 1);
  expect(await countsOf(words)).toEqual([1, 0]);
  // The same again is no new vote.
  const last = people[5] as FactoryMember;
  await early(last, 9);
  const at = () => db.vote.findFirstOrThrow({ where: { memberId: last.id }, select: { createdAt: true } });
  const before = await at();
  await vote(last, { commentId: words.id, value: 1 });
  expect(await at()).toEqual(before);
});

test('whoever leaves takes their votes along, and of a crowd another counts', async () => {
  const { words, ines } = await scene();
  const people = await crowd(4, 5);
  await all(people, words, 1);
  const old = await member();
  await vote(old, { commentId: words.id, value: -1 });
  await vote(ines, { commentId: words.id, value: 1 });
  expect(await countsOf(words)).toEqual([2, 1]);
  const counted = await db.vote.findFirstOrThrow({
    where: { commentId: words.id, memberId: { in: people.map(({ id }) => id) }, counted: true },
  });
  for (const one of [old, people.find(({ id }) => id === counted.memberId) as FactoryMember]) await leave(one, { confirm: 'leave' });
  expect(await runJobs('votes.recount')).toBe(2);
  expect(await countsOf(words)).toEqual([2, 0]);
  for (const one of people) await leave(one, { confirm: 'leave' });
  await runJobs('votes.recount');
  expect(await countsOf(words)).toEqual([1, 0]);
});

test('a moderator may say that they count each, and take it back; nobody else', async () => {
  const { words, judit, teo } = await scene();
  await all(await crowd(5, 5), words, 1);
  expect(await refusalOf(trustVotes(teo, { commentId: words.id, on: '1' }))).toBe('not-allowed');
  await twentyAtOnce(() => trustVotes(judit, { commentId: words.id, on: '1' }));
  expect([await countsOf(words), await db.moderationEvent.count({ where: { commentId: words.id } })]).toEqual([[5, 0], 1]);
  await trustVotes(judit, { commentId: words.id, on: '0' });
  expect(await countsOf(words)).toEqual([1, 0]);
});

test('what young and old send at once is what a count of it gives', async () => {
  const { words, said } = await scene();
  const [young, old] = [await crowd(8, 5), await crowd(12, 300)];
  await Promise.all(
    [...young, ...old].flatMap((person, nth) => [
      vote(person, { commentId: words.id, value: nth % 3 === 0 ? -1 : 1 }),
      vote(person, { commentId: words.id, value: nth % 4 === 0 ? 0 : 1 }),
    ]),
  );
  const votes = await db.vote.findMany({ where: { commentId: words.id, counted: true } });
  const count = (value: number) => votes.filter((one) => one.value === value).length;
  expect(await countsOf(words)).toEqual([count(1), count(-1)]);
  expect(said.id).toBe(words.postId);
});

test('whatever young people send and change, at any time, counts as a count of all of it does', async () => {
  const { words } = await scene();
  const people = [...(await crowd(6, 5)), ...(await crowd(6, 20)), ...(await crowd(3, 300))];
  for (let round = 0; round < 6; round += 1) {
    await Promise.all(people.map((person, nth) => vote(person, { commentId: words.id, value: ((nth * 7 + round * 5) % 3) - 1 })));
    const stepwise = await countsOf(words);
    const marks = () => db.vote.findMany({ where: { commentId: words.id, value: { not: 0 } }, orderBy: { memberId: 'asc' } });
    const before = await marks();
    await db.$transaction((tx) => countVotes(tx, words.id));
    expect([stepwise, before]).toEqual([await countsOf(words), await marks()]);
    // Some of what there is came a while ago.
    const minutes = [3, 8, 12, 40][round % 4] ?? 0;
    await db.$executeRaw`UPDATE vote SET "createdAt" = "createdAt" - make_interval(mins => ${minutes})
      WHERE "commentId" = ${words.id}::uuid AND get_byte(uuid_send("memberId"), 15) % 3 = ${round % 3}`;
    await db.$transaction((tx) => countVotes(tx, words.id));
  }
});

test('one more young vote reads those around it, not the thousands that came before', async () => {
  const { words } = await scene();
  await db.$executeRaw`INSERT INTO member (id, name, handle, email, "createdAt")
    SELECT gen_random_uuid(), 'Neighbour', 'neighbour-' || nth, 'neighbour-' || nth || '@town.example', now() - interval '10 days' + nth * interval '7 seconds'
    FROM generate_series(1, 4000) nth`;
  await db.$executeRaw`INSERT INTO vote ("commentId", "memberId", value, "createdAt")
    SELECT ${words.id}::uuid, id, 1, now() - interval '2 days' + row_number() OVER () * interval '3 seconds' FROM member WHERE handle LIKE 'neighbour-%'`;
  await asOwner('ANALYZE vote, member, comment');
  const [late] = await crowd(1, 5);
  if (!late) throw new Error('somebody is needed');
  await db.$transaction(async (tx) => {
    const reads = async () => {
      const [row] = await tx.$queryRaw<{ rows: number }[]>`
        SELECT (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::float8 AS rows FROM pg_stat_xact_user_tables WHERE relname = 'vote'`;
      return row?.rows ?? 0;
    };
    const before = await reads();
    await tx.$queryRaw`SELECT cast_vote(${words.id}::uuid, ${late.id}::uuid, 1::smallint)`;
    expect((await reads()) - before).toBeLessThan(50);
  });
  expect((await countsOf(words))[0]).toBe(1);
});
