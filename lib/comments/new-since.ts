import 'server-only';
import { LRUCache } from 'lru-cache';
import { pool } from '@/lib/db/pool';

/** More are said to be as many. */
export const MOST_NEW = 10;

// Every open page of a busy post asks: what was counted is true for as long as nobody would notice.
const counted = new LRUCache<string, Promise<number>>({ max: 2_000, ttl: 2_000 });

/** How many comments of a post were written after a moment (milliseconds) and are visible; at most `MOST_NEW`. */
export function newSince(postId: string, after: number): Promise<number> {
  const key = `${postId} ${after}`;
  const before = counted.get(key);
  if (before) return before;
  const asked = pool
    .query<{ count: number }>({
      name: 'new-since',
      text: `SELECT count(*)::int AS count FROM
        (SELECT FROM comment WHERE "postId" = $1 AND status = 'visible' AND "createdAt" > $2 LIMIT ${MOST_NEW}) AS latest`,
      values: [postId, new Date(after)],
    })
    .then(({ rows }) => rows[0]?.count ?? 0);
  counted.set(key, asked);
  asked.catch(() => counted.delete(key));
  return asked;
}
