import 'server-only';
import { blogFields } from '@/lib/blogs/queries';
import type { BlogView } from '@/lib/blogs/view';
import { db } from '@/lib/db/client';

export interface PopularBlog extends BlogView {
  subscribers: number;
}

/** The blogs with the most confirmed subscribers among those that have published. */
export async function popularBlogs(limit: number): Promise<PopularBlog[]> {
  const rows = await db.blog.findMany({
    where: { posts: { some: { publishedAt: { not: null } } } },
    select: { ...blogFields, _count: { select: { subscriptions: { where: { confirmedAt: { not: null }, endedAt: null } } } } },
    orderBy: [{ subscriptions: { _count: 'desc' } }, { createdAt: 'asc' }],
    take: limit,
  });
  return rows.map(({ _count, ...blog }) => ({ ...blog, subscribers: _count.subscriptions })).sort((a, b) => b.subscribers - a.subscribers);
}
