import type { Metadata } from 'next';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { cacheTag, share } from '@/lib/core/cache-tags';
import { words } from '@/lib/core/words';
import { cardTags } from '@/lib/posts/card-tags';
import { searchPosts } from '@/lib/posts/queries';
import { PostList } from '../../post-list';

export function generateMetadata(): Metadata {
  return { title: words('en', 'site')('search.title'), robots: { index: false } };
}

export default async function Search({ searchParams }: { searchParams: Promise<{ q?: string | string[] }> }) {
  const { q } = await searchParams;
  const asked = String(Array.isArray(q) ? (q[0] ?? '') : (q ?? '')).slice(0, 200);
  const t = words('en', 'site');
  const posts = asked.trim() === '' ? null : await searchPosts(asked);
  share(cacheTag.lists, ...cardTags(posts ?? []));
  return (
    <main className="mx-auto max-w-[760px] px-5 pt-10">
      <h1 className="font-serif text-[32px] tracking-tight">{t('search.title')}</h1>
      <search>
        <form action="/search" className="mt-5 flex flex-wrap items-end gap-2">
          <div className="grow basis-60">
            <Field
              label={t('search.label')}
              name="q"
              type="search"
              defaultValue={asked}
              placeholder={t('search.placeholder')}
              dir="auto"
              maxLength={200}
              hint={t('search.hint')}
            />
          </div>
          <Button kind="main" className="mb-[27px]">
            {t('search.button')}
          </Button>
        </form>
      </search>
      {posts ? (
        <>
          <p role="status" className="mt-4 text-sm text-soft">
            {t('search.found', { count: posts.length, words: asked })}
          </p>
          {posts.length === 0 ? (
            <EmptyState title={t('search.found', { count: 0, words: asked })}>{t('search.empty-text')}</EmptyState>
          ) : null}
          <PostList posts={posts} language="en" />
        </>
      ) : null}
    </main>
  );
}
