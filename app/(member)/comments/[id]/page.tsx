import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CommentBody } from '@/components/comments/comment-body';
import { ActionForm } from '@/components/ui/action-form';
import { ButtonLink } from '@/components/ui/button-link';
import { Notice } from '@/components/ui/notice';
import { Section, Sheet } from '@/components/ui/sheet';
import { currentActor, languageOf } from '@/lib/accounts/session';
import { oneComment } from '@/lib/comments/one';
import { KEPT_DAYS } from '@/lib/comments/policy';
import { REPORT_REASONS } from '@/lib/comments/schema';
import { waitsBecause } from '@/lib/comments/waits-because';
import { errorWords } from '@/lib/core/error-words';
import { formats, words } from '@/lib/core/words';
import { decisionsAgainst } from '@/lib/moderation/appeals';
import { lastDecisions } from '@/lib/moderation/decided';
import { editAction, replyAction, reportAction, takeVoteBackAction, withdrawAction } from './actions';
import { Decisions } from './decisions';
import { Mark } from './mark';
import { Regard } from './regard';
import { Remove } from './remove';

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await languageOf(await currentActor()), 'comments')('one.title') };
}

/** All that one can do with a comment besides reading, voting and answering. */
export default async function OneComment({ params }: Props) {
  const actor = await currentActor();
  const comment = await oneComment(actor, (await params).id, new Date());
  if (!comment) notFound();
  const language = await languageOf(actor);
  const decisions = actor.kind === 'member' && comment.own ? await decisionsAgainst(actor, comment.id, new Date()) : [];
  const seen = comment.mayRemove ? ((await lastDecisions([comment.id])).get(comment.id)?.id ?? '') : '';
  const t = words(language, 'comments');
  const errors = errorWords(language);
  const hidden = { kind: 'hidden' as const, name: 'commentId', value: comment.id };
  const reasons = REPORT_REASONS.map((value) => ({ value, label: t(`reasons.${value}`) }));
  return (
    <Sheet
      title={t('one.title')}
      intro={
        <a className="link" href={comment.path} dir="auto">
          {t('one.under', { title: comment.post.title })}
        </a>
      }
    >
      <blockquote className="border-amber-fill border-s-3 ps-4">
        <b dir="auto">{comment.author?.name ?? t('left')}</b>
        <CommentBody body={comment.body} code={t('code')} />
      </blockquote>
      {comment.status !== 'visible' ? (
        <Notice tone="amber">
          {comment.kept
            ? t('one.kept', { days: KEPT_DAYS })
            : comment.status === 'withdrawn'
              ? t('withdrawn')
              : comment.own
                ? `${t(`status.${comment.status}`)} ${comment.heldBy ? waitsBecause(language, comment.heldBy) : ''}`
                : words(language, 'queue')(`status.${comment.status}`)}
        </Notice>
      ) : null}
      {comment.filtered ? <Notice tone="amber">{t(`own-filtered.${comment.filtered}`)}</Notice> : null}
      <Decisions decisions={decisions} language={language} />
      {actor.kind === 'member' && comment.status === 'visible' ? (
        <div id="reply" className="scroll-mt-20">
          <Section title={t('reply')}>
            <ActionForm
              action={replyAction}
              errorWords={errors}
              submit={t('send')}
              keyed
              fields={[
                { kind: 'hidden', name: 'postId', value: comment.post.id },
                { kind: 'hidden', name: 'parentId', value: comment.id },
                { kind: 'area', name: 'body', label: t('composer'), hint: t('marks'), rows: 4, maxLength: 10_000, dir: 'auto' },
              ]}
            />
          </Section>
        </div>
      ) : null}
      {comment.mayEdit ? (
        <Section title={t('one.edit')} intro={t('one.edit-intro')}>
          <ActionForm
            action={editAction}
            errorWords={errors}
            submit={t('one.save')}
            done={t('one.saved')}
            fields={[
              hidden,
              {
                kind: 'area',
                name: 'body',
                label: t('one.text'),
                hint: t('marks'),
                value: comment.body,
                rows: 6,
                maxLength: 10_000,
                dir: 'auto',
              },
            ]}
          />
        </Section>
      ) : null}
      {comment.mayWithdraw ? (
        <Section title={t('one.withdraw')} intro={t('one.withdraw-intro', { days: KEPT_DAYS })}>
          <ActionForm action={withdrawAction} errorWords={errors} submit={t('one.withdraw')} kind="danger" fields={[hidden]} />
        </Section>
      ) : null}
      {actor.kind === 'guest' ? (
        <ButtonLink href={`/sign-in?next=${encodeURIComponent(`/comments/${comment.id}`)}`} kind="main">
          {t('sign-in')}
        </ButtonLink>
      ) : null}
      {comment.mayMark ? <Mark comment={comment} language={language} /> : null}
      {comment.mayRemove ? <Remove comment={comment} seen={seen} language={language} /> : null}
      {comment.vote !== 0 && comment.status === 'visible' ? (
        <Section title={t('one.vote')} intro={comment.vote > 0 ? t('one.voted-up') : t('one.voted-down')}>
          <ActionForm action={takeVoteBackAction} errorWords={errors} submit={t('one.vote-back')} kind="plain" fields={[hidden]} />
        </Section>
      ) : null}
      {comment.mayReport ? (
        <Section title={t('one.report')} intro={t('one.report-intro')}>
          <ActionForm
            action={reportAction}
            errorWords={errors}
            submit={t('one.report')}
            done={t('one.reported')}
            once
            fields={[
              hidden,
              { kind: 'select', name: 'reason', label: t('one.reason'), options: reasons, value: 'spam' },
              { kind: 'area', name: 'note', label: t('one.note'), rows: 2, maxLength: 1000, dir: 'auto' },
            ]}
          />
        </Section>
      ) : null}
      {actor.kind === 'member' && !comment.own ? <Regard comment={comment} language={language} /> : null}
      {comment.revisions.length > 0 ? (
        <Section title={t('one.history')}>
          <ol className="grid gap-3">
            {comment.revisions.map(({ body, createdAt }) => (
              <li key={createdAt.toISOString()} className="text-sm text-soft">
                <time dateTime={createdAt.toISOString()}>
                  {formats(language).dateTime(createdAt, { dateStyle: 'medium', timeStyle: 'short' })}
                </time>
                <CommentBody body={body} code={t('code')} />
              </li>
            ))}
          </ol>
        </Section>
      ) : null}
    </Sheet>
  );
}
