import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { Dot } from '@/components/blogs/dot';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { NothingHere } from '@/components/viewer/nothing-here';
import { ViewerProvider } from '@/components/viewer/viewer';
import { cacheTag, missing, share } from '@/lib/core/cache-tags';
import { env } from '@/lib/core/env';
import { words } from '@/lib/core/words';
import { cardTags } from '@/lib/posts/card-tags';
import { latestPosts } from '@/lib/posts/queries';
import { subscriberCount } from '@/lib/subscriptions/queries';
import { PostList } from '../post-list';
import { SubscribeTo } from '../subscribe-to';
import { blogAt } from './blog-at';

interface Props {
  params: Promise<{ blog: string }>;
  searchParams: Promise<{ before?: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await blogAt((await params).blog);
  if (found?.kind !== 'found') return { robots: { index: false } };
  const { name, description, handle } = found.blog;
  const url = `${env().SITE_URL}/@${handle}`;
  return { title: name, description, alternates: { canonical: url }, openGraph: { title: name, description, url, type: 'website' } };
}

export default async function Blog({ params, searchParams }: Props) {
  const found = await blogAt((await params).blog);
  if (!found) return missing(<NothingHere />);
  if (found.kind === 'moved') share(cacheTag.missing, cacheTag.blog(found.id));
  if (found.kind === 'moved') permanentRedirect(`/@${found.handle}`);
  const { blog } = found;
  const { before } = await searchParams;
  const [{ posts, next }, subscribers] = await Promise.all([latestPosts({ blogId: blog.id, before }), subscriberCount(blog.id)]);
  share(cacheTag.blog(blog.id), cacheTag.subscribers(blog.id), ...cardTags(posts));
  const t = words(blog.language, 'site');
  const path = `/@${blog.handle}`;
  return (
    <main className="mx-auto max-w-[760px] px-5 pt-10">
      <ViewerProvider blogId={blog.id} />
      <h1 className="flex items-center gap-3 font-serif text-[36px] leading-tight tracking-tight">
        <Dot colour={blog.colour} />
        {blog.name}
      </h1>
      <p className="mt-2 text-[17px] text-soft">{blog.description}</p>
      <p className="mt-1 text-[13px] text-faint">{t('blog.subscribers', { count: subscribers })}</p>
      <SubscribeTo blog={blog} />
      <h2 className="sr-only">{t('blog.posts')}</h2>
      {posts.length === 0 ? (
        <EmptyState title={t('blog.empty', { blog: blog.name })}>{t('blog.empty-text')}</EmptyState>
      ) : (
        <PostList posts={posts} language={blog.language} showBlog={false} />
      )}
      <Pagination
        label={t('list.pages')}
        first={before ? { href: path, label: t('list.first') } : undefined}
        next={next ? { href: `${path}?before=${next}`, label: t('list.older') } : undefined}
      />
    </main>
  );
}
