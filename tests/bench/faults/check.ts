import { db } from '@/lib/db/client';
import type { Truth } from './truth';

export interface Lost {
  comments: string[];
  votes: string[];
  twice: string[];
  counts: string[];
}

/** Holds the database against what was acknowledged. */
export async function check(truth: Truth): Promise<Lost> {
  const lost: Lost = { comments: [], votes: [], twice: [], counts: [] };
  for (const body of [...truth.said.keys(), ...truth.unsure]) {
    const there = await db.comment.count({ where: { body } });
    if (there === 0 && truth.said.has(body)) lost.comments.push(body);
    if (there > 1) lost.twice.push(body);
  }
  for (const [pair, value] of truth.votes) {
    const [memberId = '', commentId = ''] = pair.split(' ');
    const row = await db.vote.findUnique({ where: { commentId_memberId: { commentId, memberId } }, select: { value: true } });
    if (value !== 'unsure' && (row?.value ?? 0) !== value) lost.votes.push(`${pair}: ${row?.value ?? 0} instead of ${value}`);
  }
  const posts = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM post WHERE "commentCount" <> (SELECT count(*) FROM comment WHERE "postId" = post.id AND status = 'visible') AND "publishedAt" IS NOT NULL`;
  lost.counts.push(...posts.map(({ id }) => `post ${id}`));
  return lost;
}
