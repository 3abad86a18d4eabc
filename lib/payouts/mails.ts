import 'server-only';
import { decimalOf } from '@/lib/core/decimal';
import { env } from '@/lib/core/env';
import { formats, words } from '@/lib/core/words';
import { db } from '@/lib/db/client';
import { pointsText } from '@/lib/earnings/points';
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

/** What became of a payout, as it stands now; null where its person has left. */
export async function payoutMail(payoutId: string): Promise<Message | null> {
  const row = await db.payout.findUnique({
    where: { id: payoutId },
    include: {
      member: { select: { email: true, language: true } },
      setting: { select: { unit: true, decimals: true } },
      events: { orderBy: { nth: 'desc' }, take: 1 },
    },
  });
  const [last] = row?.events ?? [];
  if (!row?.member || !last) return null;
  const { email, language } = row.member;
  const t = words(language, 'payouts');
  const { unit, decimals } = row.setting;
  const line = t('history.line', { points: pointsText(row.points, language), amount: decimalOf(row.units, decimals), unit });
  return {
    to: email,
    language,
    subject: t('mail.payout-subject', { state: t(`states.${row.state}`) }),
    paragraphs: [
      `${line}. ${t('history.to', { shown: row.shown })}`,
      `${t(`states.${row.state}`)}. ${t(`reasons.${last.reason as 'paid'}`)}`,
      ...(last.note === '' ? [] : [last.note]),
    ],
    button: { label: t('mail.button'), url: `${env().SITE_URL}/earnings/payouts` },
  };
}
