import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { EarnBanner } from '@/components/earnings/earn-banner';
import { PostActions } from '@/components/posts/post-actions';
import { Figure, PostDocument } from '@/components/posts/post-document';
import { NothingHere } from '@/components/viewer/nothing-here';
import { ViewerProvider } from '@/components/viewer/viewer';
import { threadFor } from '@/lib/comments/queries';
import { cacheTag, missing, share } from '@/lib/core/cache-tags';
import { env } from '@/lib/core/env';
import { errorWords } from '@/lib/core/error-words';
import { spokenPath } from '@/lib/core/spoken';
import { words } from '@/lib/core/words';
import { cardTags } from '@/lib/posts/card-tags';
import { moreFromBlog, type PostFound, postPage } from '@/lib/posts/queries';
import { type View, viewOf } from '@/lib/relevance/order';
import { PostList } from '../../post-list';
import { SubscribeTo } from '../../subscribe-to';
import { decoded, handleIn } from '../blog-at';
import { bookmarkAction, reactAction } from './actions';
import { Discussion } from './discussion';
import { PostHead } from './post-head';
import { ReadingOf } from './reading-of';

interface Props {
  params: Promise<{ blog: string; post: string }>;
  searchParams: Promise<{ view?: string; all?: string; comment?: string; since?: string; from?: string }>;
}

type PageArgs = [view: View, comment: string | undefined, since: string | undefined, from: string | undefined];

/** All that the page shows, asked for once for its head and its body. */
const pageAt = cache(async (blog: string, slug: string, ...[view, comment, since, from]: PageArgs) => {
  const handle = handleIn(blog);
  const plain = decoded(slug);
  const found: PostFound = handle === null || plain === '' || `${handle}${plain}`.includes('\0') ? null : await postPage(handle, plain);
  if (found?.kind !== 'found') return found;
  const { id, author, commentCount, filterLevel } = found.post;
  const blogId = found.post.blog.id;
  const [more, thread] = await Promise.all([
    moreFromBlog(blogId, id),
    threadFor({ postId: id, blogId, authorId: author?.id ?? null, commentCount, level: filterLevel }, { view, comment, since, from }),
  ]);
  return { ...found, more, thread };
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { blog, post: slug } = await params;
  const { view, comment, since, from } = await searchParams;
  const found = await pageAt(blog, slug, viewOf(view), comment, since, from);
  if (found?.kind !== 'found') return { robots: { index: false } };
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
  const query = await searchParams;
  const view = viewOf(query.view);
  const found = await pageAt(segment, slug, view, query.comment, query.since, query.from);
  if (!found) return missing(<NothingHere />);
  // It tells where the post is, for as long as it is there.
  if (found.kind === 'moved') share(cacheTag.missing, cacheTag.post(found.id), cacheTag.blog(found.blogId));
  if (found.kind === 'moved') permanentRedirect(found.path);
  const { post, more, thread } = found;
  share(cacheTag.thread(post.id), ...thread.people.map(cacheTag.person), ...cardTags([post, ...more]));
  const { blog, cover } = post;
  const t = words(blog.language, 'site');
  const bulbs = (more: number) => t('post.bulbs', { count: Math.max(0, post.reactionCount + more) });
  return (
    <>
      <div className="progress-line" aria-hidden="true" />
      <ViewerProvider postId={post.id} blogId={blog.id} />
      <div className="@container">
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
            bulbs={[bulbs(-1), bulbs(0), bulbs(1)]}
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
          <ReadingOf postId={post.id} language={blog.language} />
          <EarnBanner
            title={t('banner.title', { site: env().SITE_NAME })}
            text={t('banner.text')}
            href={spokenPath('/earn', blog.language)}
            more={t('banner.more')}
            about={t('footer.earn')}
          />
          <SubscribeTo blog={blog} />
          <Discussion
            path={post.path}
            postId={post.id}
            language={blog.language}
            view={view}
            thread={thread}
            query={query}
            rules={post.thread}
            level={post.filterLevel}
          />
          {more.length > 0 ? (
            <section className="no-print mt-14">
              <h2 className="font-semibold text-lg">{t('post.more', { blog: blog.name })}</h2>
              <PostList posts={more} language={blog.language} showBlog={false} />
            </section>
          ) : null}
        </main>
      </div>
    </>
  );
}
