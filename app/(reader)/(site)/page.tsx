import type { Metadata } from 'next';
import { Dot } from '@/components/blogs/dot';
import { About } from '@/components/earnings/earn-banner';
import { Bulb } from '@/components/ui/bulb';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { TabLinks } from '@/components/ui/tab-links';
import { cacheTag, share } from '@/lib/core/cache-tags';
import { env } from '@/lib/core/env';
import { words } from '@/lib/core/words';
import { popularBlogs } from '@/lib/discovery/queries';
import { cardTags } from '@/lib/posts/card-tags';
import { latestPosts, topTags } from '@/lib/posts/queries';
import { PostList } from '../post-list';

export function generateMetadata(): Metadata {
  const t = words('en', 'site');
  const { SITE_NAME, SITE_URL } = env();
  return { title: t('home.title', { site: SITE_NAME }), description: t('home.description'), alternates: { canonical: `${SITE_URL}/` } };
}

export default async function Home({ searchParams }: { searchParams: Promise<{ before?: string }> }) {
  const { before } = await searchParams;
  const t = words('en', 'site');
  const [{ posts, next }, tags, blogs] = await Promise.all([latestPosts({ before }), topTags(8), popularBlogs(6)]);
  share(cacheTag.lists, cacheTag.popular, ...blogs.flatMap(({ id }) => [cacheTag.blog(id), cacheTag.subscribers(id)]), ...cardTags(posts));
  const tabs = [
    { href: '/', label: t('home.latest'), current: true },
    ...tags.map((tag) => ({ href: `/tags/${encodeURIComponent(tag)}`, label: tag, current: false })),
  ];
  return (
    <div className="mx-auto grid max-w-[1120px] gap-x-16 px-5 pt-6 lg:grid-cols-[minmax(0,1fr)_300px]">
      <main className="min-w-0">
        <h1 className="sr-only">{t('home.heading')}</h1>
        <TabLinks label={t('home.tabs')} items={tabs} />
        {posts.length === 0 ? (
          <EmptyState title={t('home.empty')}>
            <p>{t('home.empty-text')}</p>
            <ButtonLink href="/write" kind="main">
              {t('home.start')}
            </ButtonLink>
          </EmptyState>
        ) : (
          <PostList posts={posts} language="en" />
        )}
        <Pagination
          label={t('list.pages')}
          first={before ? { href: '/', label: t('list.first') } : undefined}
          next={next ? { href: `/?before=${next}`, label: t('list.older') } : undefined}
        />
      </main>
      <aside className="grid content-start gap-8 py-6">
        <section className="rounded-[14px] border border-amber-fill bg-amber-wash px-5 py-5">
          <Bulb size={24} />
          <h2 className="mt-2 font-semibold text-[17px]">{t('home.pool-title')}</h2>
          <p className="mt-1 mb-4 text-sm text-soft">{t('home.pool-text')}</p>
          <ButtonLink href="/earn" kind="amber">
            <About more={t('banner.more')} about={t('footer.earn')} />
          </ButtonLink>
        </section>
        {blogs.length > 0 ? (
          <section>
            <h2 className="mb-2 font-semibold text-sm">{t('home.blogs')}</h2>
            <ul>
              {blogs.map(({ id, handle, name, language, description, colour, subscribers }) => (
                <li key={id} className="border-line border-b py-3">
                  <a href={`/@${handle}`} className="flex min-h-6 items-center gap-2 font-semibold hover:underline" dir="auto">
                    <Dot colour={colour} />
                    {name}
                  </a>
                  <p lang={language} dir="auto" className="text-sm text-soft">
                    {description}
                  </p>
                  <p className="text-[13px] text-faint">{t('blog.subscribers', { count: subscribers })}</p>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </aside>
    </div>
  );
}
