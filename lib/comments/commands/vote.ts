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
import { canVote } from '../policy';
import { vote as voteSchema } from '../schema';
import type { CommentStatus } from '../view';

/**
 * Sets one's vote to up (1), down (-1) or none (0). Counts move by what really changed, however often it is sent.
 * @throws Refused `not-found`, `not-allowed` on one's own, too early, and while one is banned or suspended there
 */
export async function vote(member: Member, input: unknown, now = new Date()): Promise<void> {
  const { commentId, value } = parse(voteSchema, input);
  await takeTurn('vote', member);
  const { rows } = await pool.query<Asked>({ name: 'vote on', text: ASK, values: [commentId, member.id, now] });
  const [comment] = rows;
  if (comment?.status !== 'visible') throw new Refused('not-found');
  if (comment.barred || !canVote(member, comment, value, now)) throw new Refused('not-allowed');
  const { channel, payload, told } = notice(cacheTag.thread(comment.postId));
  // One statement, which is one transaction: a heated thread is voted on by hundreds at once.
  const cast = await pool.query<{ said: string }>({ name: 'vote', text: VOTE, values: [commentId, member.id, value, channel, payload] });
  const said = cast.rows[0]?.said;
  if (said === 'gone') throw new Refused('not-found');
  // The vote is given by now: that a cache in front is not told of it is no reason to say otherwise.
  if (said === 'cast') await told().catch((error: unknown) => log.error({ err: error }, 'a cache in front was not told of a vote'));
}

interface Asked {
  postId: string;
  authorId: string | null;
  status: CommentStatus;
  barred: boolean;
}

const ASK = `
SELECT c."postId", c."authorId", c.status::text AS status, ${barred({ member: '$2', blog: 'p."blogId"', now: '$3' })} AS barred
FROM comment c JOIN post p ON p.id = c."postId" WHERE c.id = $1`;

const VOTE = `
WITH given AS MATERIALIZED (SELECT cast_vote($1, $2, $3::smallint) AS said)
SELECT said, CASE WHEN said = 'cast' THEN pg_notify($4, $5) END FROM given`;
