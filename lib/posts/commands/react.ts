import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { requireUnbarred } from '@/lib/accounts/barred';
import { takeTurn } from '@/lib/accounts/limits';
import { cacheTag } from '@/lib/core/cache-tags';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db, type Tx } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { toggle } from '../schema';

/** Gives a bulb or takes it back; the count moves only when something changed. Who is barred there gives none. */
export async function react(member: Member, input: unknown): Promise<void> {
  const { postId, on } = parse(toggle, input);
  await takeTurn('vote', member);
  await db.$transaction(async (tx) => {
    const { blogId } = await requirePublished(tx, postId);
    if (on) await requireUnbarred(tx, { memberId: member.id, blogId });
    const data = { postId, memberId: member.id };
    const { count } = on ? await tx.reaction.createMany({ data, skipDuplicates: true }) : await tx.reaction.deleteMany({ where: data });
    if (count === 0) return;
    await tx.post.update({ where: { id: postId }, data: { reactionCount: { increment: on ? 1 : -1 } }, select: { id: true } });
    await purge(tx, cacheTag.thread(postId));
  });
}

/** Keeps a post for later, or no longer. */
export async function bookmark(member: Member, input: unknown): Promise<void> {
  const { postId, on } = parse(toggle, input);
  await takeTurn('vote', member);
  await db.$transaction(async (tx) => {
    await requirePublished(tx, postId);
    const data = { postId, memberId: member.id };
    if (on) await tx.bookmark.createMany({ data, skipDuplicates: true });
    else await tx.bookmark.deleteMany({ where: data });
  });
}

async function requirePublished(tx: Tx, postId: string): Promise<{ blogId: string }> {
  const post = await tx.post.findFirst({ where: { id: postId, publishedAt: { not: null } }, select: { blogId: true } });
  if (!post) throw new Refused('not-found');
  return post;
}
