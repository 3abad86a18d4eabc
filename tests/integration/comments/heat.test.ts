import { expect, test } from 'vitest';
import { postComment } from '@/lib/comments/commands/post-comment';
import { reportComment } from '@/lib/comments/commands/report-comment';
import { coolThread } from '@/lib/comments/heat';
import { db } from '@/lib/db/client';
import { blog, comment, member, post } from '../../factories/people';
import { twentyAtOnce } from '../../support/refusal';

/** A post by Ines that a crowd has slowed; its comments were an hour and a half ago. */
async function slowed(slowSeconds: number) {
  const ines = await member({ name: 'Ines Duarte' });
  const said = await post({ blog: await blog({ owner: ines }), author: ines });
  await comment({ post: said, author: await member(), minutesAgo: 90 });
  await db.post.update({ where: { id: said.id }, data: { slowSeconds, slowReason: 'crowd' } });
  await db.moderationEvent.create({ data: { postId: said.id, action: 'slowed', rule: 'heat-crowd', byMachine: true } });
  return { ines, said };
}

const secondsOf = async ({ id }: { id: string }) => (await db.post.findUniqueOrThrow({ where: { id } })).slowSeconds;
const jobsFor = async ({ id }: { id: string }) =>
  db.$queryRaw<object[]>`SELECT 1 FROM pgboss.job WHERE name = 'thread.cool' AND data->>'postId' = ${id}`;
const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);

test('comments do not cool a slowed thread, and all of them together ask once to look again', async () => {
  const { ines, said } = await slowed(120);
  // At the turn of five minutes there may be one of each side.
  for (let nth = 0; nth < 6; nth += 1) await postComment(ines, { postId: said.id, body: `And the ${nth}th weight?` });
  expect(await secondsOf(said)).toBe(120);
  expect([1, 2]).toContain((await jobsFor(said)).length);
});

test('a thread cools by one step in five minutes, however often it is looked at, and looking goes on until it is calm', async () => {
  const { said } = await slowed(120);
  await coolThread(said.id, later(4));
  expect(await secondsOf(said)).toBe(120);
  await twentyAtOnce(() => coolThread(said.id, later(6)));
  expect(await secondsOf(said)).toBe(60);
  await coolThread(said.id, later(10));
  expect(await secondsOf(said)).toBe(60);
  await twentyAtOnce(() => coolThread(said.id, later(12)));
  expect([await secondsOf(said), (await jobsFor(said)).length > 0]).toEqual([30, true]);
  await coolThread(said.id, later(18));
  await coolThread(said.id, later(60));
  expect(await secondsOf(said)).toBe(0);
  expect(await db.moderationEvent.count({ where: { postId: said.id, action: 'slow-ended' } })).toBe(1);
});

test('one person alone slows no thread by reports, nor do many newcomers; three who are known here do', async () => {
  const [ines, sade] = [await member({ name: 'Ines Duarte' }), await member({ name: 'Sade Okafor' })];
  const tide = await blog({ owner: ines });
  const [said, before] = [await post({ blog: tide, author: ines }), await post({ blog: tide, author: ines })];
  const words = await Promise.all(Array.from({ length: 10 }, () => comment({ post: said, author: sade })));
  const known = await Promise.all(Array.from({ length: 3 }, () => member()));
  for (const person of known)
    for (let nth = 0; nth < 5; nth += 1) await comment({ post: before, author: person, minutesAgo: 60 * 24 * 40 + nth });
  const [loud, second, third] = known;
  if (!loud || !second || !third) throw new Error('three are needed');
  for (const { id } of words) await reportComment(loud, { commentId: id, reason: 'unkind' });
  for (const { id } of words) await reportComment(await member({ joinedDaysAgo: 1 }), { commentId: id, reason: 'unkind' });
  expect(await secondsOf(said)).toBe(0);
  await reportComment(second, { commentId: words[0]?.id, reason: 'unkind' });
  await reportComment(third, { commentId: words[1]?.id, reason: 'unkind' });
  expect(await secondsOf(said)).toBe(30);
});

test('reports of the last hour are found by an index', async () => {
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
    const plan = await tx.$queryRaw<object[]>`EXPLAIN SELECT FROM report WHERE "createdAt" > now() - interval '1 hour'`;
    expect(JSON.stringify(plan)).toContain('report_createdAt_idx');
  });
});
