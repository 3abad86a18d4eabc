import 'server-only';
import { env } from '@/lib/core/env';
import { words } from '@/lib/core/words';
import { db } from '@/lib/db/client';
import type { Message } from '@/lib/mail/message';
import { pointsText } from './points';

/** Tells somebody what came of their dispute; null while it waits, or when nobody is there to tell. */
export async function disputeMail(disputeId: string): Promise<Message | null> {
  const dispute = await db.earningDispute.findUnique({ where: { id: disputeId }, include: { member: true } });
  if (!dispute?.outcome || !dispute.member.emailVerifiedAt) return null;
  const { epoch, outcome, answer, paid } = dispute;
  const { email, language } = dispute.member;
  const t = words(language, 'disputes');
  return {
    to: email,
    language,
    subject: t('mail.subject', { week: epoch }),
    paragraphs: [
      t('mail.text', { week: epoch }),
      t(`outcome.${outcome}`),
      ...(paid > 0n ? [t('paid', { amount: pointsText(paid, language) })] : outcome === 'upheld' ? [t('paid-nothing')] : []),
      t('answer', { words: answer }),
    ],
    button: { label: t('mail.button'), url: `${env().SITE_URL}/earnings/${epoch}` },
  };
}
