import { newToken } from '@/lib/core/token';
import type { Tx } from '@/lib/db/client';
import { allocate } from '@/lib/earnings/commands/allocate';
import { divideEpoch } from '@/lib/earnings/commands/divide-epoch';
import { freeze } from '@/lib/earnings/commands/freeze';
import { release } from '@/lib/earnings/commands/release';
import { ruleAt } from '@/lib/earnings/rules';
import { expectedSeconds, readingRuleAt } from '@/lib/reading/rule';
import { blogs } from '@/tests/factories/town/blogs';
import { posts as townPosts } from '@/tests/factories/town/posts';
import { readingsOf, type TownReading, WEEKS } from '@/tests/factories/town/readers';
import { type Ids, idOf } from './ids';
import type { SeededPost } from './posts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const WEEK = 7 * DAY;
/** What was published later than that is left to whoever tries the town out. */
const UNREAD = 2 * DAY;
// 1970 began on a Thursday.
const mondayOf = (now: Date): number => now.getTime() - ((now.getTime() - 4 * DAY) % WEEK);

interface Town {
  people: Ids;
  posts: ReadonlyMap<string, SeededPost>;
  now: Date;
}

/** The town's past weeks and the one that runs, each with what was read in it, as pages would have sent it. */
export async function seedWeeks(tx: Tx, { people, posts, now }: Town): Promise<void> {
  const first = mondayOf(now) - WEEKS * WEEK;
  const known = await tx.post.findMany({ where: { publishedAt: { not: null } }, select: { id: true, words: true } });
  const words = new Map(known.map((post) => [post.id, post.words]));
  const shown = [...posts]
    .map(([slug, post]) => ({ ...post, blog: townPosts.find((one) => one.slug === slug)?.blog ?? '' }))
    .filter(({ publishedAt }) => now.getTime() - publishedAt.getTime() > UNREAD)
    .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime());
  const rows: Reading[] = [];
  for (let week = 0; week <= WEEKS; week += 1) {
    const startsAt = first + week * WEEK;
    await tx.epoch.create({
      data: {
        number: week + 1,
        startsAt: new Date(startsAt),
        endsAt: new Date(startsAt + WEEK),
        ruleVersion: (await ruleAt(new Date(startsAt), tx)).version,
        readingVersion: readingRuleAt(startsAt).version,
        secret: newToken(),
      },
    });
    const there = shown.filter(({ publishedAt }) => publishedAt.getTime() < startsAt + DAY);
    for (const one of readingsOf(week)) {
      const reading = readingAt(one, { startsAt, there, people, words });
      if (reading && reading.at + HOUR < now.getTime() - UNREAD / 2) rows.push(reading);
    }
  }
  await write(tx, rows);
}

interface Reading {
  readerId: string;
  postId: string;
  at: number;
  beats: number;
  seen: number;
}

interface Week {
  startsAt: number;
  /** The newest first. */
  there: readonly (SeededPost & { blog: string })[];
  people: Ids;
  words: ReadonlyMap<string, number>;
}

function readingAt({ reader, blog, back, day, hour, time, seen }: TownReading, { startsAt, there, people, words }: Week): Reading | null {
  const own = there.filter((one) => one.blog === blogs[blog]?.handle);
  const found = own[back] ?? own[0];
  const at = startsAt + day * DAY + hour * HOUR;
  if (!found || found.publishedAt.getTime() > at) return null;
  const seconds = (expectedSeconds(words.get(found.id) ?? 0, readingRuleAt(startsAt)) * time) / 100;
  return { readerId: idOf(people, reader), postId: found.id, at, beats: Math.max(1, Math.round(seconds / 10)), seen: Math.round(seen / 5) };
}

async function write(tx: Tx, rows: readonly Reading[]): Promise<void> {
  await tx.$executeRaw`
    WITH one AS (
      SELECT gen_random_uuid() AS id, n.* FROM unnest(${rows.map(({ readerId }) => readerId)}::uuid[], ${rows.map(({ postId }) => postId)}::uuid[],
        ${rows.map(({ at }) => Math.floor(at / 10_000))}::bigint[], ${rows.map(({ beats }) => beats)}::int[],
        ${rows.map(({ seen }) => seen)}::int[]) AS n (reader, post, slot, beats, seen)
    ), own AS (
      INSERT INTO reading_session (id, "readerId", "postId", "openedAt", "lastAt", "lastSeq", blocks, seen)
      SELECT id, reader, post, to_timestamp(slot * 10), to_timestamp((slot + beats) * 10), beats, 20, int4multirange(int4range(0, seen)) FROM one
      RETURNING id
    )
    INSERT INTO reading_beat ("readerId", slot, "sessionId")
    SELECT one.reader, one.slot + nth, one.id FROM one JOIN own ON own.id = one.id, generate_series(0, one.beats - 1) AS nth
    ON CONFLICT DO NOTHING`;
}

/**
 * Takes the town's past weeks through the engine, as its jobs would have week after week; the first is released in its place. What is
 * cut short here, the jobs carry on.
 */
export async function divideWeeks(now: Date): Promise<void> {
  for (let number = 1; number <= WEEKS; number += 1) {
    await freeze(number, { now });
    await divideEpoch(number);
    await allocate(number);
    // A week is released when the fifth after it has been divided.
    if (number === WEEKS - 1) await release(1, { now: new Date(now.getTime() + 60 * DAY) });
  }
}
