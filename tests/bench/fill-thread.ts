import { randomUUID } from 'node:crypto';
import { db } from '@/lib/db/client';
import { asOwner } from '../support/owner';

interface Size {
  comments: number;
  /** Comments that begin one. */
  branches: number;
  votes: number;
}

const BATCH = 5_000;

/** Fills the thread of a post of the town: branches of a like number of answers, up to four deep, and votes by `people`. */
export async function threadToMeasure(slug: string, people: readonly string[], { comments, branches, votes }: Size) {
  const post = await db.post.findFirstOrThrow({ where: { slug }, include: { blog: { select: { handle: true, filterLevel: true } } } });
  await db.comment.deleteMany({ where: { postId: post.id } });
  const ids: string[] = Array.from({ length: comments }, () => randomUUID());
  const parentOf = (nth: number): string | null => {
    if (nth < branches) return null;
    const layer = Math.floor(nth / branches);
    return ids[nth - branches * (layer % 4 === 0 ? layer : 1)] ?? null;
  };
  const then = Date.now() - 30 * 86_400_000;
  for (let at = 0; at < comments; at += BATCH)
    await db.comment.createMany({
      data: ids.slice(at, at + BATCH).map((id, step) => ({
        id,
        postId: post.id,
        parentId: parentOf(at + step),
        authorId: people[(at + step) % people.length] ?? null,
        body: `The tables of line ${at + step} say otherwise, and I have them here beside the older ones. Read them for the verbs.`,
        status: 'visible' as const,
        submissionKey: randomUUID(),
        createdAt: new Date(then + (at + step) * 10),
      })),
    });
  for (let at = 0; at < comments; at += BATCH) await voteOn(ids.slice(at, at + BATCH), people, { each: votes / comments, at });
  await db.post.update({ where: { id: post.id }, data: { commentCount: comments } });
  await asOwner('VACUUM ANALYZE comment, comment_text, vote');
  return {
    asked: { postId: post.id, blogId: post.blogId, authorId: post.authorId, commentCount: comments, level: post.blog.filterLevel },
    path: `/@${post.blog.handle}/${slug}`,
    deepest: ids.slice(-Math.min(1_000, branches)),
  };
}

/** `each` votes on every one of them, and the counts and scores that come of it. */
async function voteOn(ids: readonly string[], people: readonly string[], { each, at }: { each: number; at: number }): Promise<void> {
  await db.$executeRaw`
    INSERT INTO vote ("commentId", "memberId", value)
    SELECT c.id, p.id, CASE WHEN (c.nth * 7 + k * 13) % 10 < c.nth % 11 THEN 1 ELSE -1 END
    FROM unnest(${[...ids]}::uuid[]) WITH ORDINALITY AS c (id, nth) CROSS JOIN generate_series(1, ${each}::int) AS k
      JOIN unnest(${[...people]}::uuid[]) WITH ORDINALITY AS p (id, nth) ON p.nth = 1 + ((c.nth + ${at}::int) * 31 + k * 97) % ${people.length}::int
    ON CONFLICT DO NOTHING`;
  const counted = await db.$queryRaw<{ id: string; ups: number; downs: number }[]>`
    SELECT "commentId" AS id, count(*) FILTER (WHERE value = 1)::int AS ups, count(*) FILTER (WHERE value = -1)::int AS downs
    FROM vote WHERE "commentId" = ANY(${[...ids]}::uuid[]) GROUP BY 1`;
  await db.$executeRaw`
    UPDATE comment SET ups = s.ups, downs = s.downs
    FROM unnest(${counted.map(({ id }) => id)}::uuid[], ${counted.map(({ ups }) => ups)}::int[], ${counted.map(({ downs }) => downs)}::int[])
      AS s (id, ups, downs) WHERE comment.id = s.id`;
}
