import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { alike, takenBack, weekByPostAndDay, weeksOfPosts } from '@/lib/earnings/blog-earnings';
import { reasonsOfChange } from '@/lib/earnings/change-reasons';
import { divideEpoch } from '@/lib/earnings/commands/divide-epoch';
import { freeze } from '@/lib/earnings/commands/freeze';
import { setWorth } from '@/lib/earnings/commands/set-worth';
import { livePool } from '@/lib/earnings/live-pool';
import { estimateOf, estimateOfPosts } from '@/lib/earnings/own-estimate';
import { statementOf } from '@/lib/earnings/queries';
import { scopeIn } from '@/lib/earnings/scope';
import { worthNow, worthsSet } from '@/lib/earnings/worth';
import { blog, type FactoryMember, member } from '../../factories/people';
import { refusalOf, twentyAtOnce } from '../../support/refusal';
import { afterWeek, allocated, DAY, longPost, read, steps, type Week, week } from './week';

/** A blog of Ines and Pavel with three posts, of which six people read two, and two the third. */
async function scene() {
  const [ines, pavel] = [await member({ name: 'Ines Duarte' }), await member({ name: 'Pavel M.' })];
  const tide = await blog({ owner: ines, others: [{ member: pavel, role: 'writer' }] });
  const [scale, fog] = [await longPost({ blog: tide, author: ines }), await longPost({ blog: tide, author: ines })];
  const nets = await longPost({ blog: tide, author: pavel });
  const readers: FactoryMember[] = [];
  for (let nth = 0; nth < 6; nth += 1) readers.push(await member({ name: 'Rosa Marques' }));
  return { ines, pavel, tide, scale, fog, nets, readers };
}
type Scene = Awaited<ReturnType<typeof scene>>;

async function readWeek({ readers, scale, fog, nets }: Scene, of: Week, day = 4): Promise<void> {
  for (const [nth, who] of readers.entries()) {
    await read(who, scale, 200, of, { day: 1, at: nth * 1_000 });
    await read(who, fog, 100, of, { day: nth < 3 ? 2 : 3, at: nth * 1_000 });
    if (nth < 2) await read(who, nets, 120, of, { day });
  }
}

test('the estimate of the running week is what a division at the last week’s price would give, and tells nothing of few readers', async () => {
  const [there, first] = [await scene(), await week()];
  // As nobody has proven anything, so that the small pool has to do for all of them.
  const divide = async (of: Week) => {
    await freeze(of.number, { now: afterWeek(of) });
    await divideEpoch(of.number);
  };
  await readWeek(there, first, 3);
  await divide(first);
  const of = await week();
  await readWeek(there, of, 3);
  // Two read on the sixth day: what they add is told when three more have.
  for (const who of there.readers.slice(0, 2)) await read(who, there.scale, 150, of, { day: 5 });
  // The blog's own people are none of these, nor is whose reading is held: with them there would be five.
  const [held, friend] = [await member(), await member()];
  await db.blogMember.create({ data: { blogId: there.tide.id, memberId: friend.id, role: 'moderator' } });
  await db.earningHold.create({ data: { memberId: held.id, reason: 'burst', byMachine: true } });
  for (const who of [there.pavel, friend, held]) await read(who, there.scale, 150, of, { day: 5 });
  const at = (days: number) => new Date(of.startsAt.getTime() + days * DAY);
  const now = at(6);
  const scope = scopeIn(there.ines, { id: there.tide.id, role: 'owner' });
  const [whole, rosa] = [await estimateOfPosts(scope, now), await estimateOf(there.readers[5] as FactoryMember, now)];
  const early = new Date(of.startsAt.getTime() + DAY + 5 * 3_600_000);
  expect((await estimateOfPosts(scope, early))?.writing).toBeNull();
  expect((await estimateOfPosts(scopeIn(there.pavel, { id: there.tide.id, role: 'writer' }), now))?.writing).toBeNull();
  expect((await livePool(now))?.epoch).toBe(of.number);
  expect((await estimateOfPosts(scope, now))?.writing).toBe((await estimateOfPosts(scope, at(5)))?.writing);
  await db.readingBeat.deleteMany({ where: { slot: { gte: BigInt(at(5).getTime() / 10_000) } } });
  await divide(of);
  const [given] = await weeksOfPosts(scope);
  const own = await db.epochReader.findFirstOrThrow({ where: { epoch: of.number, memberId: there.readers[5]?.id ?? null } });
  const pool = await db.epochPool.findUniqueOrThrow({ where: { epoch_kind: { epoch: of.number, kind: 'quarantine' } } });
  expect([pool.gammaOver !== null, pool.paid]).toEqual([true, pool.pool]);
  const near = (one: bigint, other: bigint) => expect(Math.abs(Number(one - other))).toBeLessThanOrEqual(20);
  near(whole?.writing ?? 0n, given?.points ?? 0n);
  near(rosa?.reading ?? 0n, own.reward);
  expect(own.reward > 20n).toBe(true);
});

test('a week of a blog by post and by day: what few read is told together, and all sums up', async () => {
  const [there, of] = [await scene(), await week()];
  await readWeek(there, of);
  await allocated(of);
  const scope = scopeIn(await member(), { id: there.tide.id, role: 'editor' });
  const [last] = await weeksOfPosts(scope);
  if (!last) throw new Error('no week');
  expect([last.epoch, last.readers, last.seconds, last.few, last.whose]).toEqual([of.number, 6, 6 * 300 + 240, false, 'all']);
  const lines = await weekByPostAndDay(scope, last);
  // The third has two readers: the smallest of the others goes with it, or what is left of the sum would tell it.
  expect(lines?.posts.map(({ post, readers }) => [post === null, readers])).toEqual([
    [false, 6],
    [true, null],
  ]);
  expect(lines?.posts.reduce((all, { points }) => all + points, 0n)).toBe(last.points);
  // On the second and third day three read, on the fourth two.
  expect(lines?.days.map(({ day, readers }) => [day, readers])).toEqual([[null, null]]);
  expect(lines?.days.reduce((all, { points }) => all + points, 0n)).toBe(last.points);
  const written = (await statementOf(there.ines, of.number))?.written.reduce((all, { amount }) => all + amount, 0n) ?? 0n;
  const pavels = (await statementOf(there.pavel, of.number))?.written.reduce((all, { amount }) => all + amount, 0n) ?? 0n;
  expect(written + pavels).toBe(last.points);
});

test('who writes there too is not told what few readers of the others’ brought, nor what is left of a sum without their own', async () => {
  const [there, of] = [await scene(), await week()];
  await readWeek(there, of);
  await allocated(of);
  const { ines, pavel, tide, readers } = there;
  const scope = scopeIn(ines, { id: tide.id, role: 'owner' });
  const [last] = await weeksOfPosts(scope);
  const own = (await statementOf(ines, of.number))?.written.reduce((all, { amount }) => all + amount, 0n) ?? 0n;
  expect(last).toMatchObject({ whose: 'own', few: false, points: own, readers: 6, seconds: 6 * 300 });
  const lines = last && (await weekByPostAndDay(scope, last));
  expect(lines?.posts.map(({ post, readers: count }) => [post?.author, count])).toEqual([
    ['Ines Duarte', 6],
    ['Ines Duarte', 6],
  ]);
  expect(lines?.days.reduce((all, { points }) => all + points, 0n)).toBe(own);
  // Of the others' three more read, and both parts are told: Pavel's alone is theirs without her own.
  const next = await week();
  await readWeek(there, next);
  for (const who of readers.slice(2, 5)) await read(who, there.nets, 120, next, { day: 4 });
  await allocated(next);
  const [both] = await weeksOfPosts(scope);
  const two = await Promise.all([ines, pavel].map(async (who) => (await statementOf(who, next.number))?.written ?? []));
  expect(both?.whose).toBe('all');
  expect(both?.points).toBe(two.flat().reduce((all, { amount }) => all + amount, 0n));
  // To him who has the other part as well, the same; and as a writer his own alone.
  expect((await weeksOfPosts(scopeIn(pavel, { id: tide.id, role: 'editor' })))[0]?.points).toBe(both?.points);
  expect((await weeksOfPosts(scopeIn(pavel, { id: tide.id, role: 'writer' })))[0]?.readers).toBe(5);
});

test('where neither part has five readers nothing is told, however many they are together; nor what one of two weeks alone may tell', async () => {
  const [there, of] = [await scene(), await week()];
  const { ines, tide, readers, scale, nets } = there;
  for (const who of readers.slice(0, 4)) await read(who, scale, 200, of);
  for (const who of readers.slice(3)) await read(who, nets, 200, of, { at: 1_000 });
  await allocated(of);
  const scope = scopeIn(ines, { id: tide.id, role: 'owner' });
  const [few] = await weeksOfPosts(scope);
  expect(few).toMatchObject({ few: true, readers: 0, points: 0n });
  expect(few && (await weekByPostAndDay(scope, { ...few, readers: 6 }))).toBeNull();
  // The next week tells her own part, the one after it both: what is compared is her own.
  const [second, third] = [await week(), await week()];
  await readWeek(there, second);
  await allocated(second);
  await readWeek(there, third);
  for (const who of readers.slice(2, 5)) await read(who, nets, 120, third, { day: 4 });
  await allocated(third);
  const [all, own] = await weeksOfPosts(scope);
  if (!all || !own || !few) throw new Error('three weeks');
  expect([all.whose, own.whose, alike(few, own), alike(own, all)?.whose]).toEqual(['all', 'own', null, 'own']);
  const written = await Promise.all([second, third].map(async ({ number }) => (await statementOf(ines, number))?.written ?? []));
  const sums = written.map((lines) => lines.reduce((sum, { amount }) => sum + amount, 0n));
  const two = alike(own, all);
  expect([two?.before.points, two?.after.points]).toEqual(sums);
});

test('a day is told where five read each post that was read on it: of one read by fewer the rest of the day would tell', async () => {
  const [there, of] = [await scene(), await week()];
  const { ines, tide, readers, scale, nets } = there;
  for (const [nth, who] of readers.entries()) {
    await read(who, scale, 200, of, { day: 6, at: nth * 1_000 });
    await read(who, nets, 120, of, { day: nth === 0 ? 6 : 2, at: 10_000 + nth * 1_000 });
  }
  await allocated(of);
  const scope = scopeIn(ines, { id: tide.id, role: 'owner' });
  const [last] = await weeksOfPosts(scope);
  expect(last?.whose).toBe('all');
  const days = last ? ((await weekByPostAndDay(scope, last))?.days ?? []) : [];
  expect(days.map(({ day, readers: count }) => [day, count])).toEqual([[null, null]]);
});

test('what was taken back of a post is told where five readers and more, or all, had moved it', async () => {
  const [there, of] = [await scene(), await week()];
  const { ines, tide, readers, scale, fog } = there;
  await readWeek(there, of);
  const held = readers[5] as FactoryMember;
  await db.earningHold.create({ data: { memberId: held.id, reason: 'burst', byMachine: true } });
  await allocated(of);
  await db.post.update({ where: { id: fog.id }, data: { publishedAt: null } });
  await steps(of)[3]?.();
  const rows = await db.epochRow.findMany({ where: { reader: { epoch: of.number }, returned: { not: null } } });
  expect(new Set(rows.map(({ returned }) => returned))).toEqual(new Set(['held', 'removed']));
  const scope = scopeIn(ines, { id: tide.id, role: 'owner' });
  const [last] = await weeksOfPosts(scope);
  const lines = last ? ((await weekByPostAndDay(scope, last))?.posts ?? []) : [];
  const written = (await statementOf(ines, of.number))?.written ?? [];
  for (const all of [written, lines.map(({ points: amount, returned, post }) => ({ amount, returned, title: post?.title ?? null }))]) {
    expect(all).toHaveLength(2);
    // All of what is shown no more; nothing of what one reader had moved, which is neither told alone nor by what is left.
    for (const { title, amount, returned } of all) expect(returned).toBe(title === null ? amount : null);
  }
  const gone = lines.find(({ post }) => post?.title === null)?.points ?? 0n;
  expect([gone > 0n, last && takenBack(last, lines, last.whose), last && takenBack(last, lines, 'others')]).toEqual([true, gone, 0n]);
  expect(scale.publishedAt).not.toBeNull();
});

test('who deletes a post finds nothing by what was told before: neither on the statement nor in the studio', async () => {
  const [there, of] = [await scene(), await week()];
  const { ines, pavel, tide, scale, fog, nets, readers } = there;
  // Of Ines’ own, six read one and two the other; of Pavel’s, six read one, and two another.
  const few = await longPost({ blog: tide, author: pavel });
  for (const [nth, who] of readers.entries()) {
    await read(who, scale, 200, of, { at: nth * 1_000 });
    await read(who, nets, 120, of, { day: 2, at: nth * 1_000 });
    if (nth < 2) {
      await read(who, fog, 100, of, { day: 3 });
      await read(who, few, 120, of, { day: 4 });
    }
  }
  await allocated(of);
  const scope = scopeIn(ines, { id: tide.id, role: 'owner' });
  const told = async () => {
    const [last] = await weeksOfPosts(scope);
    const posts = last ? ((await weekByPostAndDay(scope, last))?.posts ?? []) : [];
    const written = (await statementOf(ines, of.number))?.written ?? [];
    return { sum: last?.points, posts: posts.map(({ points }) => points), written: written.map(({ amount }) => amount) };
  };
  const before = await told();
  expect([before.posts.length, before.written.length]).toEqual([1, 1]);
  for (const { id } of [fog, few, scale]) await db.post.delete({ where: { id } });
  expect(await told()).toEqual(before);
});

test('days of five readers and more are told one by one', async () => {
  const [there, of] = [await scene(), await week()];
  for (const [nth, who] of there.readers.entries()) {
    await read(who, there.scale, 200, of, { day: 1, at: nth * 1_000 });
    await read(who, there.fog, 100, of, { day: 3, at: nth * 1_000 });
  }
  await allocated(of);
  const scope = scopeIn(there.ines, { id: there.tide.id, role: 'editor' });
  const [last] = await weeksOfPosts(scope);
  const lines = last && (await weekByPostAndDay(scope, last));
  const day = (nth: number) => new Date(of.startsAt.getTime() + nth * DAY).toISOString().slice(0, 10);
  expect(lines?.days.map((one) => [one.day, one.readers])).toEqual([
    [day(1), 6],
    [day(3), 6],
  ]);
  const [first, third] = lines?.days ?? [];
  expect((first?.points ?? 0n) + (third?.points ?? 0n)).toBe(last?.points);
  expect((first?.points ?? 0n) > (third?.points ?? 0n)).toBe(true);
});

test('an owner and an editor see every post’s, a writer their own, and nobody else any', async () => {
  const { ines, pavel, tide, nets, readers, ...rest } = await scene();
  const of = await week();
  await readWeek({ ines, pavel, tide, nets, readers, ...rest }, of);
  await allocated(of);
  expect(scopeIn(ines, { id: tide.id, role: 'editor' }).all).toBe(true);
  const own = scopeIn(pavel, { id: tide.id, role: 'writer' });
  const [week1] = await weeksOfPosts(own);
  const given = (await statementOf(pavel, of.number))?.written.reduce((all, { amount }) => all + amount, 0n);
  expect([given !== 0n, week1?.points, week1?.readers, week1?.few]).toEqual([true, 0n, 0, true]);
  expect(week1 && (await weekByPostAndDay(own, week1))).toBeNull();
  for (const role of ['moderator', null] as const)
    expect(await refusalOf(Promise.resolve().then(() => scopeIn(ines, { id: tide.id, role })))).toBe('not-found');
});

test('the reasons of change between two weeks are those that were', async () => {
  const there = await scene();
  const weeks: Week[] = [];
  for (let nth = 0; nth < 2; nth += 1) {
    const of = await week();
    weeks.push(of);
    for (const [place, who] of there.readers.slice(0, nth === 0 ? 5 : 6).entries())
      await read(who, there.scale, 200, of, { day: 1, at: place * 1_000 });
    await allocated(of);
  }
  const [after, before] = await weeksOfPosts(scopeIn(there.ines, { id: there.tide.id, role: 'owner' }));
  if (!after || !before) throw new Error('two weeks');
  const reasons = reasonsOfChange({ ...before, returned: 0n }, { ...after, returned: 0n });
  expect(reasons.reduce((all, { amount }) => all + amount, 0n)).toBe(after.points - before.points);
  expect(reasons[0]?.reason).toBe('readers');
});

test('the worth of a point is set by an admin alone, kept with its date, and the same again adds nothing', async () => {
  const [ada, ines, judit] = [await member({ role: 'admin', name: 'Ada Lindqvist' }), await member(), await member({ role: 'moderator' })];
  expect(await worthNow()).toBeNull();
  for (const who of [ines, judit]) expect(await refusalOf(setWorth(who, { value: '0.002', currency: 'USD' }))).toBe('not-allowed');
  for (const wrong of [{ value: '-1' }, { value: '0.0000001' }, { value: '1e3' }, { value: 'x' }, { currency: 'ZZZ' }, { currency: '' }])
    expect(await refusalOf(setWorth(ada, { value: '0.002', currency: 'USD', ...wrong }))).toBe('invalid');
  await twentyAtOnce(() => setWorth(ada, { value: '0.002', currency: 'usd' }));
  expect([(await worthNow())?.value, (await worthNow())?.currency, (await worthsSet()).length]).toEqual([2_000n, 'USD', 1]);
  await setWorth(ada, { value: '12', currency: 'EUR' });
  await setWorth(ada, { value: '', currency: 'EUR' });
  await setWorth(ada, { value: '', currency: 'USD' });
  expect([await worthNow(), (await worthsSet()).map(({ value, by }) => [value, by])]).toEqual([
    null,
    [
      [null, 'Ada Lindqvist'],
      [12_000_000n, 'Ada Lindqvist'],
      [2_000n, 'Ada Lindqvist'],
    ],
  ]);
});
