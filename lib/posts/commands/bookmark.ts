import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { takeTurn } from '@/lib/accounts/limits';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { toggle } from '../schema';

/** Keeps a post for later, or no longer. @throws Refused `not-found` for one that is not published */
export async function bookmark(member: Member, input: unknown): Promise<void> {
  const { postId, on } = parse(toggle, input);
  await takeTurn('vote', member);
  await db.$transaction(async (tx) => {
    if ((await tx.post.count({ where: { id: postId, publishedAt: { not: null } } })) === 0) throw new Refused('not-found');
    const data = { postId, memberId: member.id };
    if (on) await tx.bookmark.createMany({ data, skipDuplicates: true });
    else await tx.bookmark.deleteMany({ where: data });
  });
}
