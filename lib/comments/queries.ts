import 'server-only';
import { canModerateBlog } from '@/lib/blogs/policy';
import { db } from '@/lib/db/client';
import { pool } from '@/lib/db/pool';
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
  const [rows, people] = await Promise.all([rowsOf(post.postId), peopleOfPost(post)]);
  return threadOf(rows, people, view);
}

// One statement: every reader of a page that has to be rendered waits for it.
async function rowsOf(postId: string): Promise<CommentRow[]> {
  const { rows } = await pool.query<CommentRow>({
    name: 'thread',
    text: `SELECT c.id, c."parentId", c.body, c.status::text AS status, c.ups, c.downs, c."createdAt", c."editedAt",
        CASE WHEN a.id IS NOT NULL THEN json_build_object('id', a.id, 'name', a.name, 'handle', a.handle, 'role', a.role) END AS author
      FROM comment c LEFT JOIN member a ON a.id = c."authorId"
      WHERE c."postId" = $1 AND c.status IN ('visible', 'removed', 'withdrawn')`,
    values: [postId],
  });
  return rows;
}

/** Who is marked and never filtered: the post's writer and those with a role in the blog. */
async function peopleOfPost({ blogId, authorId }: Asked): Promise<{ writerId: string | null; blogPeople: Map<string, boolean> }> {
  const rows = await db.blogMember.findMany({ where: { blogId }, select: { memberId: true, role: true } });
  return { writerId: authorId, blogPeople: new Map(rows.map(({ memberId, role }) => [memberId, canModerateBlog(role)])) };
}
