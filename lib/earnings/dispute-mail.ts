import 'server-only';
import { env } from '@/lib/core/env';
import { words } from '@/lib/core/words';
import { db } from '@/lib/db/client';
import type { Message } from '@/lib/mail/message';
import { pointsText } from './points';

/** Tells somebody what came of their dispute; null while it waits, or when nobody is there to tell. */
export async function disputeMail(disputeId: string): Promise<Message | null> {
  const dispute = await db.earningDispute.findUnique({
    where: { id: disputeId },
    include: { member: true, of: { select: { state: true } }, corrections: { where: { paidAt: null }, select: { postId: true }, take: 1 } },
  });
  if (!dispute?.outcome || !dispute.member.emailVerifiedAt) return null;
  const { epoch, outcome, answer, paid, corrections } = dispute;
  const { email, language } = dispute.member;
  const t = words(language, 'disputes');
  const amount = pointsText(paid, language);
  const came =
    paid === 0n
      ? t('paid-nothing')
      : corrections.length === 0
        ? t('paid', { amount })
        : t(`paid-at.${dispute.of.state === 'released' ? 'end' : 'release'}`, { amount });
  return {
    to: email,
    language,
    subject: t('mail.subject', { week: epoch }),
    paragraphs: [
      t('mail.text', { week: epoch }),
      t(`outcome.${outcome}`),
      ...(outcome === 'upheld' ? [came] : []),
      t('answer', { words: answer }),
    ],
    button: { label: t('mail.button'), url: `${env().SITE_URL}/earnings/${epoch}` },
  };
}
