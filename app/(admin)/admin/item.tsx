import { CommentBody } from '@/components/comments/comment-body';
import { ActionForm } from '@/components/ui/action-form';
import { Badge } from '@/components/ui/badge';
import { errorWords } from '@/lib/core/error-words';
import { formats, words } from '@/lib/core/words';
import type { QueueItem } from '@/lib/moderation/queue/page';
import { ruleWords } from '@/lib/moderation/rule-words';
import { REMOVAL_REASONS } from '@/lib/moderation/schema';
import { decideAction } from './actions';
import { WhyUnwanted } from './why-unwanted';

/** One comment that waits: its words, its context, who wrote it, and the two decisions. */
export function Item({ item, language }: { item: QueueItem; language: string }) {
  const t = words(language, 'moderation');
  const comments = words(language, 'comments');
  const { dateTime } = formats(language);
  const errors = errorWords(language);
  const { author, parent, post } = item;
  const hidden = (decision: string) => [
    { kind: 'hidden' as const, name: 'commentId', value: item.id },
    { kind: 'hidden' as const, name: 'revision', value: String(item.revision) },
    { kind: 'hidden' as const, name: 'decision', value: decision },
  ];
  const reasons = [
    { value: '', label: t('queue.choose') },
    ...REMOVAL_REASONS.map((value) => ({ value, label: comments(`reasons.${value}`) })),
  ];
  return (
    <article
      aria-label={author?.name ?? comments('left')}
      className="grid gap-4 rounded-[14px] border border-line bg-raised p-5 lg:grid-cols-[minmax(0,1fr)_280px]"
    >
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 text-[13px] text-faint">
          {item.status === 'held' ? <Badge tone="amber">{t('queue.held')}</Badge> : <Badge>{t('queue.shown')}</Badge>}
          {item.rule ? <span>{ruleWords(language, item.rule)}</span> : null}
          {item.reports.map(({ reason, count }) => (
            <Badge key={reason} tone="bad">
              {t('queue.reported', { reason: comments(`reasons.${reason as 'spam'}`), count })}
            </Badge>
          ))}
        </p>
        {parent ? (
          <blockquote dir="auto" className="mt-3 border-line border-s-2 ps-3 text-sm text-soft">
            {parent.name ?? comments('left')}: {parent.body}
          </blockquote>
        ) : null}
        <CommentBody body={item.body} code={comments('code')} />
        {item.reports.map(({ reason, note }) =>
          note ? (
            <p key={reason} dir="auto" className="mt-2 text-sm text-soft">
              {t('queue.note', { note })}
            </p>
          ) : null,
        )}
        <WhyUnwanted commentId={item.id} language={language} />
        <p className="mt-3 text-[13px] text-faint">
          <time dateTime={item.createdAt.toISOString()}>{dateTime(item.createdAt, { dateStyle: 'medium', timeStyle: 'short' })}</time>
          {' · '}
          <a className="link" href={`${post.path}?comment=${item.id}#comments`} dir="auto">
            {post.blog}: {post.title}
          </a>
        </p>
        <p className="mt-1 text-[13px] text-faint">
          {author
            ? t('queue.record', {
                name: author.name,
                date: dateTime(author.joinedAt, { dateStyle: 'medium' }),
                shown: author.shown,
                removed: author.removed,
              })
            : comments('left')}
        </p>
      </div>
      <div className="grid content-start gap-4">
        <ActionForm action={decideAction} errorWords={errors} submit={t('queue.approve')} fields={hidden('approve')} />
        <details>
          <summary className="inline-flex min-h-11 items-center rounded-full border border-bad px-4 font-medium text-bad text-sm">
            {t('queue.remove')}
          </summary>
          <div className="mt-3">
            <ActionForm
              action={decideAction}
              errorWords={errors}
              submit={t('queue.remove-now')}
              kind="danger"
              fields={[
                ...hidden('remove'),
                { kind: 'select', name: 'reason', label: comments('one.reason'), options: reasons, value: '' },
                { kind: 'area', name: 'note', label: t('queue.words'), rows: 2, maxLength: 1000, dir: 'auto' },
              ]}
            />
          </div>
        </details>
      </div>
    </article>
  );
}
