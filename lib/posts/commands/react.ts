import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { barred } from '@/lib/accounts/barred-sql';
import { takeTurn } from '@/lib/accounts/limits';
import { cacheTag } from '@/lib/core/cache-tags';
import { log } from '@/lib/core/log';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { pool } from '@/lib/db/pool';
import { notice } from '@/lib/jobs/notice';
import { toggle } from '../schema';

const ASK = `SELECT ${barred({ member: '$2', blog: 'p."blogId"', now: 'now()' })} AS barred
FROM post p WHERE p.id = $1 AND p."publishedAt" IS NOT NULL`;

const set = (change: string, step: number): string => `
WITH changed AS (${change} RETURNING "postId"),
  counted AS (UPDATE post SET "reactionCount" = "reactionCount" + ${step} FROM changed WHERE id = changed."postId" RETURNING id)
SELECT pg_notify($3, $4) FROM counted`;

// Of a post that is still published and a person who is still here, who both stay until it is counted.
const GIVE = set(
  `INSERT INTO reaction ("postId", "memberId")
   SELECT p.id, m.id FROM post p, member m WHERE p.id = $1 AND p."publishedAt" IS NOT NULL AND m.id = $2
   FOR KEY SHARE ON CONFLICT DO NOTHING`,
  1,
);
const TAKE = set('DELETE FROM reaction WHERE "postId" = $1 AND "memberId" = $2', -1);

/**
 * Gives a bulb or takes it back; the count moves only when something changed. @throws Refused `not-found` for a post that is not
 * published, `not-allowed` for who would give one while barred there
 */
export async function react(member: Member, input: unknown): Promise<void> {
  const { postId, on } = parse(toggle, input);
  await takeTurn('vote', member);
  const [post] = (await pool.query<{ barred: boolean }>({ name: 'bulb on', text: ASK, values: [postId, member.id] })).rows;
  if (!post) throw new Refused('not-found');
  if (on && post.barred) throw new Refused('not-allowed');
  const { channel, payload, told } = notice(cacheTag.thread(postId));
  // One statement, which is one transaction.
  const statement = on ? { name: 'give bulb', text: GIVE } : { name: 'take bulb', text: TAKE };
  const { rowCount } = await pool.query({ ...statement, values: [postId, member.id, channel, payload] });
  if (rowCount) await told().catch((error: unknown) => log.error({ err: error }, 'a cache in front was not told of a bulb'));
}
