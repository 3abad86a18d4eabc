import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { weekByPostAndDay, weeksOfPosts } from '@/lib/earnings/blog-earnings';
import { ledgerFaults } from '@/lib/earnings/commands/audit-ledger';
import { livePool } from '@/lib/earnings/live-pool';
import { purseOf, statementOf } from '@/lib/earnings/queries';
import { sheetOf } from '@/lib/earnings/statement';
import { seedTown } from '@/prisma/seed';
import { WEEKS } from '@/tests/factories/town/readers';

test('the demo town has weeks of reading that are divided, paid and explained, the first released', async () => {
  const now = lastWednesdayNoon();
  expect(await seedTown(now)).toBe(true);
  const epochs = await db.epoch.findMany({ orderBy: { number: 'asc' } });
  expect(epochs.map(({ state }) => state)).toEqual(['released', ...Array(WEEKS - 1).fill('allocated'), 'running']);
  expect([await ledgerFaults(), await db.earningHold.count()]).toEqual([[], 0]);
  expect((await livePool(now))?.epoch).toBe(WEEKS + 1);

  const named = async (handle: string) => db.member.findUniqueOrThrow({ where: { handle } });
  for (const handle of ['ines', 'khanh', 'sade', 'le-an', 'salma', 'teo', 'pavel-m', 'rosa']) {
    const purse = await purseOf(await named(handle));
    expect(purse.pending > 0n, handle).toBe(true);
  }
  // The last week of a blog can be told by post and by day.
  const { id } = await db.blog.findUniqueOrThrow({ where: { handle: 'kt-online' } });
  const scope = { blogId: id, memberId: (await named('khanh')).id, all: true };
  const [last] = await weeksOfPosts(scope);
  const byDay = last && (await weekByPostAndDay(scope, last));
  expect([byDay?.posts.length, byDay?.days.map(({ day }) => day !== null)]).toEqual([1, [true, true]]);
  const ines = await named('ines');
  let told = 0;
  for (let number = 1; number <= WEEKS; number += 1) {
    const statement = await statementOf(ines, number);
    if (!statement) throw new Error(`no statement of week ${number}`);
    const { opening, earned, booked, others, closing } = sheetOf(statement);
    expect(booked).toBe(true);
    expect(opening + earned + others.reduce((all, one) => all + one.pending + one.available, 0n)).toBe(closing);
    told += statement.written.filter(({ readers }) => readers !== null).length;
  }
  expect(told).toBeGreaterThan(1);
  const reasons = new Set((await db.epochRow.findMany()).flatMap(({ left }) => (left as { reason: string }[]).map(({ reason }) => reason)));
  for (const reason of ['too-short', 'too-little-seen', 'post-cap', 'own-blog']) expect(reasons).toContain(reason);
}, 180_000);

/** What has been read of a running week, and of posts of the last days, depends on the hour: the town of this test is made at one. */
function lastWednesdayNoon(): Date {
  const [day, week] = [86_400_000, 7 * 86_400_000];
  // 1970 began on a Thursday.
  const noon = 6 * day + day / 2;
  return new Date(Math.floor((Date.now() - noon) / week) * week + noon);
}
