import { type Page, threadFor } from '@/lib/comments/queries';
import type { Branch } from '@/lib/comments/view';
import { db } from '@/lib/db/client';

/** A page of the post's thread as its readers get it. */
export async function threadAt(postId: string, page: Partial<Page> = {}) {
  const { blogId, authorId, commentCount, blog } = await db.post.findUniqueOrThrow({
    where: { id: postId },
    select: { blogId: true, authorId: true, commentCount: true, blog: { select: { filterLevel: true } } },
  });
  return threadFor({ postId, blogId, authorId, commentCount, level: blog.filterLevel }, { view: 'relevant', ...page });
}

/** Ids from the top down, answers after what they answer. */
export const idsOf = (branches: readonly Branch[]): string[] => branches.flatMap(({ comment, replies }) => [comment.id, ...idsOf(replies)]);
