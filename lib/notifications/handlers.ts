import 'server-only';
import { prepareSignInMail } from '@/lib/accounts/sign-in-mail';
import { eraseWithdrawn } from '@/lib/comments/commands/erase-withdrawn';
import { establishBlogs } from '@/lib/comments/commands/establish-blogs';
import { markAnswered } from '@/lib/comments/commands/mark-answered';
import { recountVotes } from '@/lib/comments/commands/recount-votes';
import { coolThread } from '@/lib/comments/heat';
import { forgetRefusals } from '@/lib/comments/not-taken';
import { env } from '@/lib/core/env';
import { words } from '@/lib/core/words';
import { allocate } from '@/lib/earnings/commands/allocate';
import { auditLedger, sealLedger } from '@/lib/earnings/commands/audit-ledger';
import { carryOn } from '@/lib/earnings/commands/carry-on';
import { divideEpoch } from '@/lib/earnings/commands/divide-epoch';
import { findAllUnusual } from '@/lib/earnings/commands/find-unusual';
import { forgetEvidence } from '@/lib/earnings/commands/forget-evidence';
import { freeze } from '@/lib/earnings/commands/freeze';
import { linkProof } from '@/lib/earnings/commands/link-proof';
import { openEpoch } from '@/lib/earnings/commands/open-epoch';
import { payMadeGood } from '@/lib/earnings/commands/pay-made-good';
import { release } from '@/lib/earnings/commands/release';
import { restoreAfter } from '@/lib/earnings/commands/restore-after';
import { decisionMail, pleaMail } from '@/lib/earnings/decision-mails';
import { disputeMail } from '@/lib/earnings/dispute-mail';
import { forgetErasures } from '@/lib/jobs/purge';
import { purgeInFront } from '@/lib/jobs/purge-in-front';
import type { Handlers } from '@/lib/jobs/queue';
import { sendMail } from '@/lib/mail/send';
import { advanceSweep } from '@/lib/moderation/commands/advance-sweep';
import { releaseComment } from '@/lib/moderation/commands/release-comment';
import { appealMail, removalMail } from '@/lib/moderation/mails';
import { liftedMail, sanctionMail, sweepUndoneMail } from '@/lib/moderation/sanction-mail';
import { reconcile } from '@/lib/payouts/commands/reconcile';
import { workRails } from '@/lib/payouts/commands/work-rail';
import { destinationMail, payoutMail } from '@/lib/payouts/mails';
import { tellWriters } from '@/lib/reading/commands/tell-writers';
import { thinBeats } from '@/lib/reading/commands/thin-beats';
import { forgetTakenBack } from '@/lib/relevance/site/remember';
import { keepSnapshot } from '@/lib/relevance/site/snapshot';
import { confirmationMail, welcomeMail } from '@/lib/subscriptions/mails';
import { notifyOf, notifyOfDecision, notifyOfDispute, notifyOfSanction } from './commands';

/** What each job does. A job whose reason is gone does nothing. */
export const handlers: Handlers = {
  'cache.purge': ({ tags }) => purgeInFront(tags),
  'thread.cool': ({ postId }) => coolThread(postId, new Date()),
  'comment.notify': ({ commentId }) => notifyOf(commentId),
  'comment.answered': ({ commentId }) => markAnswered(commentId),
  'comment.lowered': ({ eventId }) => notifyOfDecision(eventId),
  'comment.erase': ({ commentId }) => eraseWithdrawn(commentId),
  'votes.recount': ({ commentIds }) => recountVotes(commentIds),
  'comment.release': ({ commentId }) => releaseComment(commentId, new Date()),
  'mail.sanction': async ({ sanctionId }) => {
    await notifyOfSanction(sanctionId);
    const mail = await sanctionMail(sanctionId);
    if (mail) await sendMail(mail);
  },
  'mail.sweep-undone': async ({ sweepId }) => {
    const mail = await sweepUndoneMail(sweepId);
    if (mail) await sendMail(mail);
  },
  'sweep.advance': ({ sweepId }) => advanceSweep(sweepId),
  'filter.forget': () => forgetTakenBack(),
  'filter.learn': ({ anew }) => keepSnapshot(anew),
  'epoch.open': async () => {
    await openEpoch();
    await carryOn();
    await payMadeGood();
  },
  'epoch.freeze': ({ number }) => freeze(number),
  'epoch.divide': ({ number }) => divideEpoch(number),
  'epoch.allocate': ({ number }) => allocate(number),
  'epoch.release': ({ number }) => release(number),
  'ledger.seal': () => sealLedger(),
  'ledger.audit': () => auditLedger(),
  'dispute.answered': async ({ disputeId }) => {
    await notifyOfDispute(disputeId);
    const mail = await disputeMail(disputeId);
    if (mail) await sendMail(mail);
  },
  'earning.restore': (ended) => restoreAfter(ended),
  'earning.unusual': async () => {
    await forgetEvidence();
    await findAllUnusual();
  },
  'proof.link': ({ proofId }) => linkProof(proofId),
  'mail.decision': async ({ eventId }) => {
    const mail = (await decisionMail(eventId)) ?? (await liftedMail(eventId));
    if (mail) await sendMail(mail);
  },
  'reading.thin': async () => {
    // First what is promised: how long reading is kept waits for nothing.
    await thinBeats(new Date());
    await tellWriters(new Date());
  },
  'blogs.establish': () => establishBlogs(),
  'refusals.forget': async () => {
    await forgetRefusals();
    await forgetErasures();
  },
  'mail.payout-destination': async ({ destinationId }) => {
    const mail = await destinationMail(destinationId);
    if (mail) await sendMail(mail);
  },
  'mail.payout': async ({ payoutId }) => {
    const mail = await payoutMail(payoutId);
    if (mail) await sendMail(mail);
  },
  'payout.work': () => workRails(),
  'payout.reconcile': () => reconcile(),
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
    await notifyOfDecision(eventId);
    const mail = await removalMail(eventId);
    if (mail) await sendMail(mail);
  },
  'mail.appeal-decided': async ({ appealId, settledById }) => {
    const mail = (await appealMail(appealId, settledById)) ?? (await pleaMail(appealId));
    if (mail) await sendMail(mail);
  },
};
