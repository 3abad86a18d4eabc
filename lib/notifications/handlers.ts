import 'server-only';
import { prepareSignInMail } from '@/lib/accounts/sign-in-mail';
import { releaseComment } from '@/lib/comments/commands/release-comment';
import { feelHeat } from '@/lib/comments/heat';
import { env } from '@/lib/core/env';
import { words } from '@/lib/core/words';
import { db } from '@/lib/db/client';
import { purgeInFront } from '@/lib/jobs/purge-in-front';
import type { Handlers } from '@/lib/jobs/queue';
import { sendMail } from '@/lib/mail/send';
import { advanceSweep } from '@/lib/moderation/commands/advance-sweep';
import { appealMail, removalMail } from '@/lib/moderation/mails';
import { sanctionMail, sweepUndoneMail } from '@/lib/moderation/sanction-mail';
import { thinBeats } from '@/lib/reading/commands/thin-beats';
import { keepSnapshot } from '@/lib/relevance/site/snapshot';
import { confirmationMail, welcomeMail } from '@/lib/subscriptions/mails';
import { notifyOf } from './commands';

/** What each job does. A job whose reason is gone does nothing. */
export const handlers: Handlers = {
  'cache.purge': ({ tags }) => purgeInFront(tags),
  'thread.cool': ({ postId }) => db.$transaction((tx) => feelHeat(tx, postId, new Date())),
  'comment.notify': ({ commentId }) => notifyOf(commentId),
  'comment.release': ({ commentId }) => releaseComment(commentId, new Date()),
  'mail.sanction': async ({ sanctionId }) => {
    const mail = await sanctionMail(sanctionId);
    if (mail) await sendMail(mail);
  },
  'mail.sweep-undone': async ({ sweepId }) => {
    const mail = await sweepUndoneMail(sweepId);
    if (mail) await sendMail(mail);
  },
  'sweep.advance': ({ sweepId }) => advanceSweep(sweepId),
  'filter.learn': ({ anew }) => keepSnapshot(anew),
  'reading.thin': () => thinBeats(new Date()),
  'mail.sign-in': async ({ linkId }) => {
    const mail = await prepareSignInMail(linkId);
    if (!mail) return;
    const t = words(mail.language, 'mail');
    const site = env().SITE_NAME;
    await sendMail({
      to: mail.email,
      language: mail.language,
      subject: t('sign-in.subject', { site }),
      paragraphs: [t('sign-in.text', { site })],
      button: { label: t('sign-in.button', { site }), url: mail.url },
      small: [{ text: t('sign-in.ignore') }],
    });
  },
  'mail.subscription-confirm': async ({ subscriptionId }) => {
    const mail = await confirmationMail(subscriptionId);
    if (mail) await sendMail(mail);
  },
  'mail.subscription-welcome': async ({ subscriptionId }) => {
    const mail = await welcomeMail(subscriptionId);
    if (mail) await sendMail(mail);
  },
  'mail.comment-removed': async ({ eventId }) => {
    const mail = await removalMail(eventId);
    if (mail) await sendMail(mail);
  },
  'mail.appeal-decided': async ({ appealId }) => {
    const mail = await appealMail(appealId);
    if (mail) await sendMail(mail);
  },
};
