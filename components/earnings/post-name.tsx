import { words } from '@/lib/core/words';

interface PostNameProps {
  post: { title: string | null; path: string | null; blog: string | null };
  language: string;
}

/** What a post is called, or that it is gone. */
export function PostName({ post: { title, path, blog }, language }: PostNameProps) {
  if (title === null || path === null) return <span className="text-soft">{words(language, 'statement')('gone')}</span>;
  return (
    <>
      <a className="link [overflow-wrap:anywhere]" href={path} dir="auto">
        {title}
      </a>
      {blog ? (
        <span className="block text-[13px] text-faint">
          <bdi>{blog}</bdi>
        </span>
      ) : null}
    </>
  );
}
