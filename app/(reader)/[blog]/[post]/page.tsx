import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { EarnBanner } from '@/components/earnings/earn-banner';
import { PostActions } from '@/components/posts/post-actions';
import { Figure, PostDocument } from '@/components/posts/post-document';
import { ViewerProvider } from '@/components/viewer/viewer';
import { env } from '@/lib/core/env';
import { errorWords } from '@/lib/core/error-words';
import { words } from '@/lib/core/words';
import { moreFromBlog, type PostFound, postPage } from '@/lib/posts/queries';
import { PostList } from '../../post-list';
import { SubscribeTo } from '../../subscribe-to';
import { decoded, handleIn } from '../blog-at';
import { bookmarkAction, reactAction } from './actions';
import { Discussion } from './discussion';
import { PostHead } from './post-head';

interface Props {
  params: Promise<{ blog: string; post: string }>;
  searchParams: Promise<{ view?: string; all?: string; comment?: string }>;
}

const postAt = cache(async (blog: string, slug: string): Promise<PostFound> => {
  const handle = handleIn(blog);
  const plain = decoded(slug);
  return handle === null || plain === '' || `${handle}${plain}`.includes('\0') ? null : postPage(handle, plain);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { blog, post: slug } = await params;
  const found = await postAt(blog, slug);
  if (found?.kind !== 'found') return {};
  const { title, standfirst, path, cover, publishedAt } = found.post;
  const { SITE_URL } = env();
  const url = `${SITE_URL}${path}`;
  return {
    title: `${title} · ${found.post.blog.name}`,
    description: standfirst,
    alternates: { canonical: url },
    openGraph: {
      title,
      description: standfirst,
      url,
      type: 'article',
      publishedTime: publishedAt.toISOString(),
      ...(cover ? { images: [{ url: `${SITE_URL}${cover.url}`, width: cover.width, height: cover.height, alt: cover.alt }] } : {}),
    },
  };
}

export default async function Post({ params, searchParams }: Props) {
  const { blog: segment, post: slug } = await params;
  const found = await postAt(segment, slug);
  if (!found) notFound();
  if (found.kind === 'moved') permanentRedirect(found.path);
  const { post } = found;
  const { blog, cover } = post;
  const t = words(blog.language, 'site');
  const more = await moreFromBlog(blog.id, post.id);
  return (
    <>
      <div className="progress-line" aria-hidden="true" />
      <ViewerProvider postId={post.id} blogId={blog.id} />
      <main className="mx-auto max-w-[720px] px-5 pt-8">
        <article>
          <PostHead post={post} />
          {cover ? (
            <div className="prose">
              <Figure {...cover} src={cover.url} eager />
            </div>
          ) : null}
          <PostDocument document={post.document} />
        </article>
        {post.tags.length > 0 ? (
          <ul aria-label={t('post.tags')} className="mt-8 flex flex-wrap gap-2">
            {post.tags.map((tag) => (
              <li key={tag}>
                <a
                  href={`/tags/${encodeURIComponent(tag)}`}
                  className="inline-flex min-h-8 items-center rounded-full bg-sunken px-3 text-[13px] text-soft hover:text-ink"
                >
                  {tag}
                </a>
              </li>
            ))}
          </ul>
        ) : null}
        <PostActions
          postId={post.id}
          path={post.path}
          title={post.title}
          bulbs={t('post.bulbs', { count: post.reactionCount })}
          reactAction={reactAction}
          bookmarkAction={bookmarkAction}
          errorWords={errorWords(blog.language)}
          words={{
            label: t('post.actions'),
            react: t('post.react'),
            reacted: t('post.reacted'),
            bookmark: t('post.bookmark'),
            bookmarked: t('post.bookmarked'),
            comments: t('list.comments', { count: post.commentCount }),
            share: {
              share: t('post.share'),
              link: t('post.share-link'),
              copy: t('post.copy'),
              copied: t('post.copied'),
              mail: t('post.mail'),
            },
          }}
        />
        <EarnBanner title={t('banner.title', { site: env().SITE_NAME })} text={t('banner.text')} more={t('banner.more')} />
        <SubscribeTo blog={blog} />
        <Discussion post={{ id: post.id, path: post.path, authorId: post.author?.id ?? null, blog }} query={await searchParams} />
        {more.length > 0 ? (
          <section className="no-print mt-14">
            <h2 className="font-semibold text-lg">{t('post.more', { blog: blog.name })}</h2>
            <PostList posts={more} language={blog.language} showBlog={false} />
          </section>
        ) : null}
      </main>
    </>
  );
}
