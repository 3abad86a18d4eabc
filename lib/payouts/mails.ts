import 'server-only';
import { env } from '@/lib/core/env';
import { formats, words } from '@/lib/core/words';
import { db } from '@/lib/db/client';
import type { Message } from '@/lib/mail/message';

/** That somebody is to be paid somewhere else from now on, and until when they can stop it; null when it is removed again. */
export async function destinationMail(destinationId: string): Promise<Message | null> {
  const row = await db.payoutDestination.findUnique({
    where: { id: destinationId },
    include: { member: { select: { email: true, language: true } } },
  });
  if (!row || row.removedAt) return null;
  const { language, email } = row.member;
  const t = words(language, 'payouts');
  const site = env().SITE_NAME;
  const date = formats(language).dateTime(row.usableFrom, { dateStyle: 'long', timeStyle: 'short' });
  return {
    to: email,
    language,
    subject: t('mail.subject', { site }),
    paragraphs: [t('mail.text', { shown: row.shown }), t('mail.from', { date }), t('mail.not-you')],
    button: { label: t('mail.button'), url: `${env().SITE_URL}/earnings/payouts` },
  };
}
