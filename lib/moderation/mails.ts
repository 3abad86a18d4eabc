import 'server-only';
import { env } from '@/lib/core/env';
import { formats, words } from '@/lib/core/words';
import { db } from '@/lib/db/client';
import type { Message } from '@/lib/mail/message';
import { appealUntil, reasonParts, receiptOf } from './appeal-policy';
import { ofEarnings } from './held-words';
import { outcomeWords } from './outcome-words';
import { ruleWords } from './rule-words';

const COMMENT = { select: { id: true, status: true, author: true, post: { select: { title: true } } } } as const;
const addressOf = (commentId: string): string => `${env().SITE_URL}/comments/${commentId}`;

/**
 * Tells someone that their comment was taken away, why, and how to appeal; null when it is back or was taken
 * back, or nobody is there to tell.
 */
export async function removalMail(eventId: string): Promise<Message | null> {
  const event = await db.moderationEvent.findUnique({
    where: { id: eventId },
    include: { comment: COMMENT, undoneBy: { select: { id: true } } },
  });
  const { comment } = event ?? {};
  if (!event || event.undoneBy || !comment?.author?.emailVerifiedAt || comment.status !== event.toStatus) return null;
  const { email, language } = comment.author;
  const t = words(language, 'appeals');
  const { reason, said } = reasonParts(event.reason);
  const title = comment.post.title;
  const until = formats(language).dateTime(appealUntil(event.createdAt), { dateStyle: 'long' });
  const rule = event.rule ? ruleWords(language, event.rule) : reason ? words(language, 'comments')(`reasons.${reason}`) : '';
  return {
    to: email,
    language,
    subject: t('mail.removed-subject', { title }),
    paragraphs: [
      t('mail.removed-text', { title }),
      t(event.byMachine ? 'told.by-machine' : 'told.by-human'),
      ...(rule ? [t('told.rule', { rule })] : []),
      ...(said ? [t('told.said', { said })] : []),
      t('told.until', { date: until }),
    ],
    button: { label: t('mail.removed-button'), url: addressOf(comment.id) },
  };
}

/**
 * Tells what came of an appeal, by this decision from the queue where one is named; null while it waits, when another answered it
 * since, or when nobody is there to tell.
 */
export async function appealMail(appealId: string, settledById: string | null = null): Promise<Message | null> {
  const appeal = await db.appeal.findUnique({
    where: { id: appealId },
    include: { member: true, event: { select: { comment: COMMENT, sanctionId: true, sanction: true, blog: { select: { name: true } } } } },
  });
  if (!appeal?.outcome || appeal.settledById !== settledById || !appeal.member.emailVerifiedAt) return null;
  const { comment, sanctionId, sanction, blog } = appeal.event;
  if (!comment && !sanctionId) return null;
  const { email, language } = appeal.member;
  const t = words(language, 'appeals');
  const receipt = receiptOf(appeal.id);
  const place = blog?.name ?? env().SITE_NAME;
  return {
    to: email,
    language,
    subject: t('mail.decided-subject', { receipt }),
    paragraphs: [
      comment ? t('mail.decided-text', { receipt, title: comment.post.title }) : t('mail.decided-sanction', { receipt, place }),
      outcomeWords(language, appeal.outcome, sanctionId !== null),
      ...(sanction && appeal.outcome === 'reversed'
        ? ofEarnings(sanction.kind, sanction.blogId, words(language, 'sanctions')('earnings-back'))
        : []),
      ...(appeal.answer ? [t('told.said', { said: appeal.answer })] : []),
    ],
    button: comment
      ? { label: t('mail.decided-button'), url: addressOf(comment.id) }
      : { label: words(language, 'sanctions')('mail.button'), url: `${env().SITE_URL}/settings#standing` },
  };
}
