import { CommentBody } from '@/components/comments/comment-body';
import { env } from '@/lib/core/env';
import { formats, words } from '@/lib/core/words';
import type { About } from '@/lib/moderation/open-appeals';

type OfComment = Extract<About, { kind: 'comment' }>;

/** What an appeal is about: a comment in its place, or what somebody may not do. */
export function AppealAbout({ about, language }: { about: About; language: string }) {
  return about.kind === 'comment' ? <OfComment about={about} language={language} /> : <OfSanction about={about} language={language} />;
}

function OfComment({ about: { comment, parent, post }, language }: { about: OfComment; language: string }) {
  const comments = words(language, 'comments');
  const at = formats(language).dateTime(comment.createdAt, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <div>
      {parent ? (
        <blockquote dir="auto" className="mb-3 border-line border-s-2 ps-3 text-sm text-soft">
          {parent.name ?? comments('left')}: {parent.body}
        </blockquote>
      ) : null}
      <CommentBody body={comment.body} code={comments('code')} />
      <p className="mt-2 text-[13px] text-faint">
        <time dateTime={comment.createdAt.toISOString()}>{at}</time>
        {' · '}
        <a className="link" href={post.path} dir="auto">
          {post.blog}: {post.title}
        </a>
      </p>
    </div>
  );
}

function OfSanction({ about, language }: { about: Exclude<About, OfComment>; language: string }) {
  const t = words(language, 'sanctions');
  const appeals = words(language, 'appeals');
  const { kind, handle, blog, until, over, swept } = about;
  return (
    <div className="grid gap-1 text-sm">
      <p dir="auto" className="font-medium text-base">
        {appeals(`admin.about.${kind}`, { place: blog ?? env().SITE_NAME })}
      </p>
      {over ? (
        <p>{appeals('admin.over')}</p>
      ) : (
        <p>{until ? t('until', { date: formats(language).dateTime(until, { dateStyle: 'long' }) }) : t('no-end')}</p>
      )}
      {swept ? <p>{t('swept', swept)}</p> : null}
      <p>
        <a className="link" href={`/admin/people/${encodeURIComponent(handle)}`} dir="auto">
          {t('person.open')}: <bdi>@{handle}</bdi>
        </a>
      </p>
    </div>
  );
}
