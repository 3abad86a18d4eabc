import 'server-only';
import { randomUUID } from 'node:crypto';
import type { FilterLevel } from '@/lib/blogs/view';
import { cacheTag } from '@/lib/core/cache-tags';
import { log } from '@/lib/core/log';
import { outsideRequests } from '@/lib/core/request';
import { db } from '@/lib/db/client';
import { pool } from '@/lib/db/pool';
import { purge } from '@/lib/jobs/purge';
import { filterReason } from '@/lib/relevance/filter';
import { ordered } from '@/lib/relevance/order';
import { MAY_BE_UNWANTED } from '@/lib/relevance/thresholds';
import { candidate } from './branches';
import { type Asked, doubtful, roots } from './rows';

/** A slice of the order in which a thread's pages are turned. */
export interface KeptOrder {
  id: string;
  ids: string[];
  length: number;
  filtered: number;
  /** Milliseconds. */
  age: number;
  /** Something of it was set by hand since. */
  stale: boolean;
  /** When the first comment came to be shown that would have a place in it and has none; null where all have theirs. */
  missing: Date | null;
  /** From which place on it is. */
  at: number;
}

export interface Ranking extends Asked {
  writerId: string | null;
  level: FilterLevel;
  total: number;
}

/** Of up to so many comments an order is made while the reader waits; of more, meanwhile the last one is shown. */
const AT_ONCE = 1_000;
/** An order is kept while a reader may still be turning its pages. */
const KEPT_FOR = '1 hour';
const FEWEST_KEPT = 3;
/** What was being written while an order was made may say that it is older than the order, by so much at most. */
const LONGEST_WRITE = '10 seconds';

/** An order grows old by what is read to make one: a millisecond for each comment, from 2 to 30 s. */
const oldAfter = (comments: number): number => Math.min(30_000, Math.max(2_000, comments));

/**
 * `limit` places of the order `id` from `at` on, or of the newest when none is named, made anew when it is old. Where the one that is named
 * is gone, its places say nothing of another: it is the newest from the start.
 */
export async function keptOrder(ranking: Ranking, page: { id: string | null; at: number; limit: number }, now: Date): Promise<KeptOrder> {
  const named = page.id === null ? null : await slice(ranking.postId, page);
  if (named) return named;
  const asked = { id: null, at: page.id === null ? page.at : 0, limit: page.limit };
  const newest = await slice(ranking.postId, asked);
  // All that are doubted are looked at, whatever they answer.
  const comments = Math.max(newest?.length ?? 0, ranking.total);
  if (newest && !newest.stale) {
    const young = newest.age <= oldAfter(comments);
    if (comments > AT_ONCE && !young) makeLater(ranking, now);
    // What a short one misses has its place at once; of a long one, whoever opens the page is told that it is new.
    if (comments > AT_ONCE || (young && newest.missing === null)) return newest;
  }
  const made = await makeOrder(ranking, now);
  return (made.kept && (await slice(ranking.postId, asked))) || unkept(made, asked);
}

async function slice(postId: string, { id, at, limit }: { id: string | null; at: number; limit: number }): Promise<KeptOrder | null> {
  const { rows } = await pool.query<Omit<KeptOrder, 'at'>>({
    name: `kept order ${id === null}`,
    text: `SELECT id, ids[$2::int + 1:$2::int + $3::int] AS ids, cardinality(ids) AS length, filtered,
        extract(epoch FROM clock_timestamp() - "createdAt")::float8 * 1000 AS age, stale,
        (SELECT min(c."shownAt") FROM comment c WHERE c."postId" = $1 AND c."parentId" IS NULL
          AND c."shownAt" > o."createdAt" - interval '${LONGEST_WRITE}' AND c.id <> ALL (o.ids)) AS missing
      FROM thread_order o WHERE "postId" = $1 ${id === null ? '' : 'AND id = $4'} ORDER BY "createdAt" DESC LIMIT 1`,
    values: [postId, at, limit, ...(id === null ? [] : [id])],
  });
  return rows[0] ? { ...rows[0], at } : null;
}

interface Made {
  ids: string[];
  filtered: number;
  /** Whether there was room to keep it. */
  kept: boolean;
}

// It serves this one page; the next page of the thread begins it anew.
const unkept = ({ ids, filtered }: Made, { at, limit }: { at: number; limit: number }): KeptOrder => ({
  ...{ id: randomUUID(), ids: ids.slice(at, at + limit), length: ids.length, filtered, at },
  ...{ age: 0, stale: false, missing: null },
});

/** Ranks a whole thread anew: eligible, scored, placed. Where nothing can be written, on a full disk or a copy that is only read, it is not kept. */
export async function makeOrder(ranking: Ranking, now: Date): Promise<Made> {
  const { postId, writerId, level, total } = ranking;
  const [top, doubted] = await Promise.all([roots(ranking), level === 'off' ? [] : doubtful(ranking, MAY_BE_UNWANTED)]);
  const ids = ordered(
    top.map((row) => candidate(row, writerId)),
    'relevant',
    now,
  ).map(({ id }) => id);
  const filtered = doubted.filter((row) => filterReason(candidate(row, writerId), { level, total }) !== null).length;
  try {
    // Whether there was room is nothing to the page.
    await outsideRequests(() => keep(postId, { ids, filtered }));
    return { ids, filtered, kept: true };
  } catch (error) {
    log.error({ err: error }, 'the order of a thread was not kept');
    return { ids, filtered, kept: false };
  }
}

async function keep(postId: string, order: { ids: string[]; filtered: number }): Promise<void> {
  await db.threadOrder.create({ data: { postId, ...order } });
  await pool.query({
    name: 'forget orders',
    text: `DELETE FROM thread_order WHERE "postId" = $1 AND "createdAt" < now() - interval '${KEPT_FOR}'
      AND id NOT IN (SELECT id FROM thread_order WHERE "postId" = $1 ORDER BY "createdAt" DESC LIMIT ${FEWEST_KEPT})`,
    values: [postId],
  });
}

const making = new Set<string>();

// Whoever asked has their page; the next one gets the new order.
function makeLater(ranking: Ranking, now: Date): void {
  if (making.has(ranking.postId)) return;
  making.add(ranking.postId);
  // The page under way is not the one that says what changes.
  const make = () => makeOrder(ranking, now).then(() => db.$transaction((tx) => purge(tx, cacheTag.thread(ranking.postId))));
  void outsideRequests(make)
    .catch((error: unknown) => log.error({ err: error }, 'a thread could not be ranked anew'))
    .finally(() => making.delete(ranking.postId));
}
