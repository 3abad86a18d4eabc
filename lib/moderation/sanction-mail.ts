import 'server-only';
import { env } from '@/lib/core/env';
import { formats, words } from '@/lib/core/words';
import { db } from '@/lib/db/client';
import type { Message } from '@/lib/mail/message';

/** What somebody may not do from now on, why, until when and who looks at it again; null when it is lifted or over already. */
export async function sanctionMail(sanctionId: string, now = new Date()): Promise<Message | null> {
  const row = await db.sanction.findUnique({
    where: { id: sanctionId },
    include: { member: { select: { email: true, language: true } }, blog: { select: { name: true } } },
  });
  if (!row || row.liftedAt || (row.until && row.until <= now)) return null;
  const { language } = row.member;
  const t = words(language, 'sanctions');
  const comments = words(language, 'comments');
  const place = row.blog?.name ?? env().SITE_NAME;
  const end = row.until ? formats(language).dateTime(row.until, { dateStyle: 'long' }) : '';
  return {
    to: row.member.email,
    language,
    subject: t('mail.subject', { place }),
    paragraphs: [
      t(`told.${row.kind}`, { place }),
      t('because', { reason: comments(`reasons.${row.reason}`) }),
      ...(row.note === '' ? [] : [row.note]),
      end === '' ? t('no-end') : t('until', { date: end }),
    ],
    button: { label: t('mail.button'), url: `${env().SITE_URL}/settings#standing` },
    small: [],
  };
}
