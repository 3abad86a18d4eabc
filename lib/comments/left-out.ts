import 'server-only';
import { blogRole } from '@/lib/blogs/queries';
import { db } from '@/lib/db/client';
import { filterReason } from '@/lib/relevance/filter';
import type { FilterReason } from '@/lib/relevance/rule';
import { isExempt } from './thread/branches';

/** Why *Most relevant* leaves a comment out as its thread stands; null when it does not, or the comment is not shown. */
export async function whyLeftOut(commentId: string): Promise<FilterReason | null> {
  const row = await db.comment.findUnique({
    where: { id: commentId, status: 'visible' },
    select: {
      ups: true,
      downs: true,
      reportWeight: true,
      unwanted: true,
      highlightedAt: true,
      pinnedAt: true,
      author: { select: { id: true, role: true } },
      post: { select: { authorId: true, commentCount: true, blogId: true, blog: { select: { filterLevel: true } } } },
    },
  });
  if (!row) return null;
  const { author, post, highlightedAt, pinnedAt, ...judged } = row;
  const exempt = isExempt({ author: author && { ...author, inBlog: await blogRole(author.id, post.blogId) } }, post.authorId);
  const marks = { exempt, highlighted: highlightedAt !== null, pinned: pinnedAt !== null };
  return filterReason({ ...judged, ...marks }, { level: post.blog.filterLevel, total: post.commentCount });
}
