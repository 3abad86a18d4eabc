import { type CacheTag, cacheTag } from '@/lib/core/cache-tags';
import type { PostCard } from './view';

/** What a page shows that lists these posts. */
export const cardTags = (posts: readonly PostCard[]): CacheTag[] =>
  posts.flatMap(({ id, blog, author }) => [cacheTag.post(id), cacheTag.blog(blog.id), ...(author ? [cacheTag.person(author.id)] : [])]);
