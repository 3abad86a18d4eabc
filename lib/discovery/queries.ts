import 'server-only';
import { blogFields } from '@/lib/blogs/queries';
import type { BlogView } from '@/lib/blogs/view';
import { db } from '@/lib/db/client';

export interface PopularBlog extends BlogView {
  subscribers: number;
}

/** The blogs with the most confirmed subscribers among those that have published. */
export async function popularBlogs(limit: number): Promise<PopularBlog[]> {
  // Not who has asked and not confirmed, nor who has left: anybody could ask in others' names.
  const ranked = await db.$queryRaw<{ id: string; subscribers: number }[]>`
    SELECT b.id, count(s.id)::int AS subscribers
    FROM blog b LEFT JOIN subscription s ON s."blogId" = b.id AND s."confirmedAt" IS NOT NULL AND s."endedAt" IS NULL
    WHERE EXISTS (SELECT FROM post p WHERE p."blogId" = b.id AND p."publishedAt" IS NOT NULL)
    GROUP BY b.id ORDER BY subscribers DESC, b."createdAt" LIMIT ${limit}`;
  const blogs = await db.blog.findMany({ where: { id: { in: ranked.map(({ id }) => id) } }, select: blogFields });
  return ranked.flatMap(({ id, subscribers }) => blogs.filter((blog) => blog.id === id).map((blog) => ({ ...blog, subscribers })));
}
