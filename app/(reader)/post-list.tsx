import { PostListItem } from '@/components/posts/post-list-item';
import { formats, words } from '@/lib/core/words';
import type { PostCard } from '@/lib/posts/view';

export function PostList({ posts, language, showBlog = true }: { posts: readonly PostCard[]; language: string; showBlog?: boolean }) {
  const t = words(language, 'site');
  const { dateTime } = formats(language);
  const listWords = {
    minutes: (minutes: number) => t('list.minutes', { minutes }),
    comments: (count: number) => t('list.comments', { count }),
    date: (date: Date) => dateTime(date, { dateStyle: 'long' }),
    left: t('list.left'),
  };
  return posts.map((post) => <PostListItem key={post.id} post={post} words={listWords} showBlog={showBlog} />);
}
