import 'server-only';
import { canModerateBlog } from '@/lib/blogs/policy';
import { db } from '@/lib/db/client';
import type { View } from '@/lib/relevance/order';
import { type CommentRow, threadOf } from './thread';
import type { Thread } from './view';

interface Asked {
  postId: string;
  blogId: string;
  authorId: string | null;
}

/** All that a post's thread shows, in the order of a view. The same for everyone. */
export async function threadFor(post: Asked, view: View): Promise<Thread> {
  return threadOf(await rowsOf(post.postId), await peopleOfPost(post), view);
}

function rowsOf(postId: string): Promise<CommentRow[]> {
  return db.comment.findMany({
    where: { postId, status: { in: ['visible', 'removed', 'withdrawn'] } },
    select: {
      id: true,
      parentId: true,
      body: true,
      status: true,
      ups: true,
      downs: true,
      createdAt: true,
      editedAt: true,
      author: { select: { id: true, name: true, handle: true, role: true } },
    },
  });
}

/** Who is marked and never filtered: the post's writer and those with a role in the blog. */
async function peopleOfPost({ blogId, authorId }: Asked): Promise<{ writerId: string | null; blogPeople: Map<string, boolean> }> {
  const rows = await db.blogMember.findMany({ where: { blogId }, select: { memberId: true, role: true } });
  return { writerId: authorId, blogPeople: new Map(rows.map(({ memberId, role }) => [memberId, canModerateBlog(role)])) };
}
