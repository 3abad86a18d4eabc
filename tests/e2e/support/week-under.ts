import { randomUUID } from 'node:crypto';
import { db } from '@/lib/db/client';
import { pool } from '@/lib/db/pool';
import { divideEpoch } from '@/lib/earnings/commands/divide-epoch';
import { freeze } from '@/lib/earnings/commands/freeze';
import { openEpoch } from '@/lib/earnings/commands/open-epoch';

// `week-under.ts VERSION`, with DATABASE_URL: lets time pass until an epoch under this version of the rule is read in and over.
const version = Number(process.argv[2]);
const DAY = 86_400_000;

for (let last = await latest(); last.ruleVersion !== version; last = await latest()) {
  await openEpoch(new Date(last.endsAt.getTime() + 1));
  await freeze(last.number, { now: new Date(last.endsAt.getTime() + DAY) });
  await divideEpoch(last.number);
}
// Nothing of it is done by itself meanwhile.
await db.$executeRaw`DELETE FROM pgboss.schedule WHERE name = 'epoch.open'`;
// A division has the next week frozen: the site looks, and finds that it is not over.
const waiting = () =>
  db.$queryRaw<
    object[]
  >`SELECT FROM pgboss.job WHERE name = 'epoch.freeze' AND state IN ('created', 'active', 'retry') AND start_after <= now()`;
while ((await waiting()).length > 0) await new Promise((resolve) => setTimeout(resolve, 200));
// What was to come has been: the site's own clock knows it as over, and its own jobs for it still wait.
const ahead = (await latest()).endsAt.getTime() - Date.now() + 120_000;
await db.$executeRaw`
  UPDATE epoch SET "startsAt" = "startsAt" - ${ahead} * interval '1 millisecond', "endsAt" = "endsAt" - ${ahead} * interval '1 millisecond'`;
const under = await latest();
await readIn(under.startsAt);
console.log(`epoch ${under.number} is over`);
await db.$disconnect();
process.exit(0);

async function latest() {
  if ((await db.epoch.count()) === 0) await openEpoch();
  return db.epoch.findFirstOrThrow({ orderBy: { number: 'desc' } });
}

/** Everybody of the town reads four posts of others, a few minutes each, one a day. */
async function readIn(startsAt: Date): Promise<void> {
  const people = await db.member.findMany({ orderBy: { handle: 'asc' }, select: { id: true } });
  const posts = await db.post.findMany({
    where: { publishedAt: { not: null }, words: { gt: 200 } },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  for (const [nth, { id: readerId }] of people.entries()) {
    for (let day = 0; day < 4; day += 1) {
      const postId = posts[(nth * 3 + day) % posts.length]?.id ?? '';
      const id = randomUUID();
      const openedAt = new Date(startsAt.getTime() + day * DAY);
      await db.readingSession.create({ data: { id, readerId, postId, blocks: 10, openedAt } });
      await pool.query(`UPDATE reading_session SET seen = '{[0,10)}' WHERE id = $1`, [id]);
      const first = Math.ceil(openedAt.getTime() / 10_000);
      const beats = Array.from({ length: 9 + nth }, (_, at) => ({ readerId, slot: BigInt(first + at), sessionId: id }));
      // The town has its own readings in some of these ten seconds.
      await db.readingBeat.createMany({ data: beats, skipDuplicates: true });
    }
  }
}
