import { canEditAnyPost, canWriteIn } from '@/lib/blogs/policy';
import type { BlogRole } from '@/lib/blogs/view';

/** Writers touch their own posts; owners and editors any of the blog. */
export function canEditPost(memberId: string, role: BlogRole | null, post: { authorId: string | null }): boolean {
  return canEditAnyPost(role) || (canWriteIn(role) && post.authorId === memberId);
}
