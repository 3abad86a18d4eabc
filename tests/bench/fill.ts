import { randomUUID } from 'node:crypto';
import { db } from '@/lib/db/client';

/** Brings the post's thread to exactly `wanted` visible comments. */
export async function fillThread(slug: string, wanted: number): Promise<void> {
  const post = await db.post.findFirstOrThrow({ where: { slug }, select: { id: true } });
  const writers = await db.member.findMany({ select: { id: true }, take: 8 });
  const there = await db.comment.count({ where: { postId: post.id, status: 'visible' } });
  const missing = Math.max(0, wanted - there);
  await db.comment.createMany({
    data: Array.from({ length: missing }, (_, nth) => ({
      postId: post.id,
      authorId: writers[nth % writers.length]?.id ?? null,
      body: `The tables of the ${nth + 1}th of the month say otherwise, and I have them here beside the older ones. Read them for the verbs.`,
      status: 'visible' as const,
      submissionKey: randomUUID(),
      ups: nth % 5,
    })),
  });
  await db.post.update({ where: { id: post.id }, data: { commentCount: there + missing } });
}
