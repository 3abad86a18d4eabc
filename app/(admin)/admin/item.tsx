import { Fragment } from 'react';
import { CommentBody } from '@/components/comments/comment-body';
import type { Decision, DeskEntry } from '@/components/moderation/desk';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { Notice } from '@/components/ui/notice';
import { KEPT_DAYS } from '@/lib/comments/policy';
import { formats, words } from '@/lib/core/words';
import type { QueueItem } from '@/lib/moderation/queue/page';
import { ruleWords } from '@/lib/moderation/rule-words';
import { Near } from './near';
import { WhyUnwanted } from './why-unwanted';

/** What the desk needs of an item: its comment as it is shown, and what can be decided about it. */
export function entryOf(item: QueueItem, language: string): DeskEntry {
  const { id, revision, seen, status, author, post } = item;
  const name = author?.name ?? words(language, 'comments')('left');
  const label = words(language, 'queue')('item', { name, post: post.title });
  const waits = status === 'withdrawn' && item.reports.length > 0;
  const kept: Decision[] = item.reportedNow ? ['approve', 'lower', 'rebuke', 'remove'] : ['approve', 'remove'];
  const both = status === 'held' || status === 'visible';
  const can: Decision[] = both ? kept : waits ? ['approve', 'remove'] : status === 'rejected' ? ['approve'] : [];
  return { id, revision, seen, name, label, can: item.own ? [] : can, content: <Item item={item} language={language} /> };
}

/** One comment: its words, its context, and who wrote it. */
export function Item({ item, language }: { item: QueueItem; language: string }) {
  const t = words(language, 'moderation');
  const q = words(language, 'queue');
  const comments = words(language, 'comments');
  const { dateTime } = formats(language);
  const { author, parent, post } = item;
  return (
    <div className="grid min-w-0 gap-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Avatar name={author?.name ?? '?'} small />
        <p className="min-w-0 flex-1 basis-48 text-[13px] text-faint">
          <b className="font-semibold text-ink text-sm" dir="auto">
            {author?.name ?? comments('left')}
          </b>{' '}
          {author ? <bdi>@{author.handle}</bdi> : null}
          {' · '}
          <time dateTime={item.createdAt.toISOString()}>{dateTime(item.createdAt, { dateStyle: 'medium', timeStyle: 'short' })}</time>
        </p>
        <p className="flex flex-wrap items-center gap-2 text-[13px] text-faint">
          <Badge tone={item.status === 'held' ? 'amber' : 'plain'}>{q(`status.${item.status}`)}</Badge>
          {item.rule ? <span>{ruleWords(language, item.rule)}</span> : null}
          {item.reports.map(({ reason, count }) => (
            <Badge key={reason} tone="bad">
              {t('queue.reported', { reason: comments(`reasons.${reason as 'spam'}`), count })}
            </Badge>
          ))}
        </p>
      </div>
      {parent ? (
        <blockquote dir="auto" className="border-line border-s-2 ps-3 text-sm text-soft">
          <b className="font-semibold">{parent.name ?? comments('left')}</b>: {parent.body}
        </blockquote>
      ) : null}
      <div className="rounded-[10px] bg-amber-wash px-4 py-3">
        <CommentBody body={item.body} code={comments('code')} />
        <WhyUnwanted commentId={item.id} language={language} />
      </div>
      {item.reported.map(({ revision, body }) => (
        <div key={revision} className="text-sm text-soft">
          <p className="font-medium">{q('reported-words')}</p>
          <CommentBody body={body} code={comments('code')} />
        </div>
      ))}
      {item.status === 'withdrawn' && item.reports.length > 0 ? (
        <p className="text-sm text-soft">{q('withdrawn-kept', { days: KEPT_DAYS })}</p>
      ) : null}
      {item.reports.map(({ reason, note, rules }) => (
        <Fragment key={reason}>
          {rules.length > 0 ? <p className="text-sm text-soft">{rules.map((rule) => ruleWords(language, rule)).join(' · ')}</p> : null}
          {note ? (
            <p dir="auto" className="text-sm text-soft">
              {t('queue.note', { note })}
            </p>
          ) : null}
        </Fragment>
      ))}
      <p className="text-[13px] text-faint">
        <a className="link" href={`${post.path}?comment=${item.id}#comments`} dir="auto">
          {post.blog}: {post.title}
        </a>
        {author ? (
          <>
            {' · '}
            {q('record', { ...author, date: dateTime(author.joinedAt, { dateStyle: 'medium' }) })}
          </>
        ) : null}
      </p>
      {item.own ? <Notice>{q('own')}</Notice> : null}
      <Near near={item.near} title={q('near')} gone={comments('left')} />
    </div>
  );
}
