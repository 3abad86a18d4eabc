import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { takeTurn } from '@/lib/accounts/limits';
import { cacheTag } from '@/lib/core/cache-tags';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db, type Tx } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { toggle } from '../schema';

/** Gives a bulb or takes it back; the count moves only when something changed. */
export async function react(member: Member, input: unknown): Promise<void> {
  const { postId, on } = parse(toggle, input);
  await takeTurn('vote', member);
  await db.$transaction(async (tx) => {
    await requirePublished(tx, postId);
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

async function requirePublished(tx: Tx, postId: string): Promise<void> {
  if ((await tx.post.count({ where: { id: postId, publishedAt: { not: null } } })) === 0) throw new Refused('not-found');
}
