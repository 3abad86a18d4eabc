import 'server-only';
import { LRUCache } from 'lru-cache';
import { pool } from '@/lib/db/pool';

/** More are said to be as many. */
export const MOST_NEW = 10;

// Every open page of a busy post asks: what was counted is true for as long as nobody would notice.
const counted = new LRUCache<string, Promise<number>>({ max: 2_000, ttl: 2_000 });

/**
 * How many comments of a post came to be shown after a moment (milliseconds) and are; at most `MOST_NEW`. For somebody's
 * session, given as its hash, without their own and those of people whom they muted.
 */
export async function newSince(postId: string, after: number, sessionHash: string | null = null): Promise<number> {
  const count = await countedSince(postId, after);
  return count === 0 || sessionHash === null ? count : newsSince(postId, after, sessionHash);
}

async function newsSince(postId: string, after: number, sessionHash: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>({
    name: 'new-since, for one',
    text: `SELECT count(*)::int AS count FROM
      (SELECT FROM comment c WHERE c."postId" = $1 AND c."shownAt" > $2 AND NOT EXISTS (
        SELECT FROM session s LEFT JOIN mute u ON u."memberId" = s."memberId" AND u."mutedId" = c."authorId"
        WHERE s."tokenHash" = $3 AND s."expiresAt" > now() AND (s."memberId" = c."authorId" OR u."mutedId" IS NOT NULL)) LIMIT ${MOST_NEW}) AS latest`,
    values: [postId, new Date(after), sessionHash],
  });
  return rows[0]?.count ?? 0;
}

function countedSince(postId: string, after: number): Promise<number> {
  const key = `${postId} ${after}`;
  const before = counted.get(key);
  if (before) return before;
  const asked = pool
    .query<{ count: number }>({
      name: 'new-since',
      text: `SELECT count(*)::int AS count FROM
        (SELECT FROM comment WHERE "postId" = $1 AND "shownAt" > $2 LIMIT ${MOST_NEW}) AS latest`,
      values: [postId, new Date(after)],
    })
    .then(({ rows }) => rows[0]?.count ?? 0);
  counted.set(key, asked);
  asked.catch(() => counted.delete(key));
  return asked;
}
