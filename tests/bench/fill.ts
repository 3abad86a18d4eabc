import { randomUUID } from 'node:crypto';
import { newToken, tokenHash } from '@/lib/core/token';
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

/** People of the bench: a year here, signed in, with comments of theirs known. */
export interface Crowd {
  tokens: string[];
  ids: string[];
}

/** People known here for a year; every second one of the last `mixed` joined within the last months, no two in one hour. */
export async function crowd(size: number, { mixed = 0 } = {}): Promise<Crowd> {
  const tokens = Array.from({ length: size }, newToken);
  const ids = tokens.map(() => randomUUID());
  const then = new Date(Date.now() - 365 * 86_400_000);
  const joined = (nth: number): Date =>
    nth >= size - mixed && nth % 2 === 0 ? new Date(Date.now() - 5 * 86_400_000 - (size - nth) * 61 * 60_000) : then;
  await db.member.createMany({
    data: ids.map((id, nth) => ({
      id,
      name: `Reader ${nth}`,
      handle: `reader-${nth}`,
      email: `reader-${nth}@bench.example`,
      emailVerifiedAt: then,
      createdAt: joined(nth),
    })),
  });
  // Known here: what newcomers say waits for a moderator.
  const blog = await db.blog.findFirstOrThrow({ select: { id: true } });
  const draft = await db.post.create({ data: { blogId: blog.id, submissionKey: randomUUID() }, select: { id: true } });
  await db.comment.createMany({
    data: ids.flatMap((authorId) =>
      [1, 2, 3].map(() => ({
        postId: draft.id,
        authorId,
        body: 'Earlier.',
        status: 'visible' as const,
        submissionKey: randomUUID(),
        createdAt: then,
      })),
    ),
  });
  await db.session.createMany({
    data: ids.map((memberId, nth) => ({ memberId, tokenHash: tokenHash(tokens[nth] ?? ''), expiresAt: new Date(Date.now() + 86_400_000) })),
  });
  return { tokens, ids };
}
