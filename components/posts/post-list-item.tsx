import { Dot } from '@/components/blogs/dot';
import type { PostCard } from '@/lib/posts/view';

export interface PostListWords {
  minutes: (minutes: number) => string;
  comments: (count: number) => string;
  date: (date: Date) => string;
  left: string;
}

/** One post in a list. Its own words are in its blog's language, whatever the page's is. */
export function PostListItem({ post, words, showBlog = true }: { post: PostCard; words: PostListWords; showBlog?: boolean }) {
  const { path, title, standfirst, blog, author, publishedAt, cover } = post;
  return (
    <article className="flex gap-5 border-line border-b py-6">
      <div className="min-w-0 grow">
        <p className="flex flex-wrap items-center gap-x-2 text-[13px] text-soft">
          {showBlog ? (
            <a
              href={`/@${blog.handle}`}
              className="inline-flex min-h-6 items-center gap-1.5 font-semibold text-ink hover:underline"
              dir="auto"
            >
              <Dot colour={blog.colour} />
              {blog.name}
            </a>
          ) : null}
          <span dir="auto">{author?.name ?? words.left}</span>
        </p>
        <h2 lang={blog.language} dir="auto" className="mt-1 font-serif text-[23px] leading-[1.22] tracking-tight text-balance">
          <a href={path} className="hover:underline">
            {title}
          </a>
        </h2>
        {standfirst ? (
          <p lang={blog.language} dir="auto" className="clamp-2 mt-1.5 text-soft">
            {standfirst}
          </p>
        ) : null}
        <p className="mt-2 flex flex-wrap gap-x-3 text-[13px] text-faint">
          <time dateTime={publishedAt.toISOString()}>{words.date(publishedAt)}</time>
          <span>{words.minutes(post.minutes)}</span>
          {post.commentCount > 0 ? <span>{words.comments(post.commentCount)}</span> : null}
        </p>
      </div>
      {cover ? (
        <div className="hidden flex-none self-start sm:block">
          <img
            src={cover.url}
            alt=""
            width={160}
            height={107}
            loading="lazy"
            decoding="async"
            className="h-[107px] w-40 rounded-[10px] object-cover"
          />
        </div>
      ) : null}
    </article>
  );
}
