import 'server-only';
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
export async function threadFor({ postId, blogId, authorId }: Asked, view: View): Promise<Thread> {
  // One statement: every reader of a page that has to be rendered waits for it.
  const { rows } = await pool.query<CommentRow>({
    name: 'thread',
    text: `SELECT c.id, c."parentId", c.body, c.status::text AS status, c.ups, c.downs, c."createdAt", c."editedAt",
        CASE WHEN a.id IS NOT NULL THEN json_build_object('id', a.id, 'name', a.name, 'handle', a.handle, 'role', a.role, 'inBlog', b.role) END AS author
      FROM comment c LEFT JOIN member a ON a.id = c."authorId"
        LEFT JOIN blog_member b ON b."memberId" = a.id AND b."blogId" = $2
      WHERE c."postId" = $1 AND c.status IN ('visible', 'removed', 'withdrawn')`,
    values: [postId, blogId],
  });
  return threadOf(rows, authorId, view);
}
