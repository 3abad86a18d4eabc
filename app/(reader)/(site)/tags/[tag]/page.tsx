import type { Metadata } from 'next';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { cacheTag, share } from '@/lib/core/cache-tags';
import { env } from '@/lib/core/env';
import { words } from '@/lib/core/words';
import { cardTags } from '@/lib/posts/card-tags';
import { latestPosts } from '@/lib/posts/queries';
import { PostList } from '../../../post-list';

interface Props {
  params: Promise<{ tag: string }>;
  searchParams: Promise<{ before?: string }>;
}

const tagIn = async (params: Props['params']): Promise<string> => [...decodeURIComponent((await params).tag)].slice(0, 60).join('');

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const tag = await tagIn(params);
  return {
    title: words('en', 'site')('tag.title', { tag }),
    alternates: { canonical: `${env().SITE_URL}/tags/${encodeURIComponent(tag)}` },
  };
}

export default async function Tag({ params, searchParams }: Props) {
  const tag = await tagIn(params);
  const { before } = await searchParams;
  const t = words('en', 'site');
  const path = `/tags/${encodeURIComponent(tag)}`;
  const { posts, next } = await latestPosts({ tag, before });
  share(cacheTag.lists, ...cardTags(posts));
  return (
    <main className="mx-auto max-w-[760px] px-5 pt-10">
      <h1 className="font-serif text-[32px] tracking-tight" dir="auto">
        {t('tag.title', { tag })}
      </h1>
      {posts.length === 0 ? (
        <EmptyState title={t('tag.empty', { tag })}>{t('tag.empty-text')}</EmptyState>
      ) : (
        <PostList posts={posts} language="en" />
      )}
      <Pagination
        label={t('list.pages')}
        first={before ? { href: path, label: t('list.first') } : undefined}
        next={next ? { href: `${path}?before=${next}`, label: t('list.older') } : undefined}
      />
    </main>
  );
}
