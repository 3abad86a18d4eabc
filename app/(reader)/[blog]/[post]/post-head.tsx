import { Dot } from '@/components/blogs/dot';
import { Avatar } from '@/components/ui/avatar';
import { formats, words } from '@/lib/core/words';
import type { PostView } from '@/lib/posts/view';

/** The blog's name, title, standfirst, writer, date and minutes. */
export function PostHead({ post }: { post: PostView }) {
  const { blog, author, publishedAt, changedAt } = post;
  const t = words(blog.language, 'site');
  const { dateTime } = formats(blog.language);
  const name = author?.name ?? t('list.left');
  return (
    <header>
      <p className="text-sm">
        <a href={`/@${blog.handle}`} className="inline-flex min-h-8 items-center gap-2 font-semibold hover:underline">
          <Dot colour={blog.colour} />
          {blog.name}
        </a>
      </p>
      <h1 className="title mt-2">{post.title}</h1>
      {post.standfirst ? <p className="mt-4 font-serif text-[21px] leading-[1.45] text-soft">{post.standfirst}</p> : null}
      <div className="mt-6 mb-2 flex items-center gap-3">
        <Avatar name={name} />
        <p className="text-sm">
          <b className="font-semibold">{name}</b>
          <span className="block text-soft">
            <time dateTime={publishedAt.toISOString()}>{dateTime(publishedAt, { dateStyle: 'long' })}</time>
            {' · '}
            {t('post.minutes', { minutes: post.minutes })}
            {changedAt ? ` · ${t('post.updated', { date: dateTime(changedAt, { dateStyle: 'long' }) })}` : ''}
          </span>
        </p>
      </div>
    </header>
  );
}
