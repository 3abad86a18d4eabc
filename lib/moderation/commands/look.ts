import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { moderatedBlogIds } from '../queries';
import { looking } from '../schema';

/** Says that this moderator looks at a comment now; the last one counts. @throws Refused `not-found` for what is not theirs to decide */
export async function look(member: Member, input: unknown, seenAt = new Date()): Promise<void> {
  const { commentId } = parse(looking, input);
  const blogIds = await moderatedBlogIds(member);
  const where = { id: commentId, ...(blogIds ? { post: { blogId: { in: blogIds } } } : {}) };
  if ((await db.comment.count({ where })) === 0) throw new Refused('not-found');
  // One statement: an upsert of Prisma's may lose a race against itself.
  await db.$executeRaw`
    INSERT INTO queue_look ("memberId", "commentId", "seenAt") VALUES (${member.id}::uuid, ${commentId}::uuid, ${seenAt})
    ON CONFLICT ("memberId") DO UPDATE SET "commentId" = excluded."commentId", "seenAt" = excluded."seenAt"`;
}
