import 'server-only';
import { env } from '@/lib/core/env';
import { formats, words } from '@/lib/core/words';
import { db } from '@/lib/db/client';
import type { Message } from '@/lib/mail/message';
import { appealUntil } from './appeal-policy';
import { decidedWords } from './decided-words';
import { ofEarnings } from './held-words';

const standing = (): string => `${env().SITE_URL}/settings#standing`;

/**
 * What somebody may not do from now on and what was removed with it, why, until when, and how to appeal; null when it is lifted or
 * over already.
 */
export async function sanctionMail(sanctionId: string, now = new Date()): Promise<Message | null> {
  const row = await db.sanction.findUnique({
    where: { id: sanctionId },
    include: {
      member: { select: { email: true, language: true } },
      blog: { select: { name: true } },
      sweeps: { select: { days: true, total: true } },
      events: { orderBy: { seq: 'asc' }, take: 1, select: { byMachine: true, rule: true } },
    },
  });
  if (!row || row.liftedAt || (row.until && row.until <= now)) return null;
  const { language } = row.member;
  const t = words(language, 'sanctions');
  const { dateTime } = formats(language);
  const place = row.blog?.name ?? env().SITE_NAME;
  return {
    to: row.member.email,
    language,
    subject: t('mail.subject', { place }),
    paragraphs: [
      t(`told.${row.kind}`, { place }),
      t('because', { reason: words(language, 'comments')(`reasons.${row.reason}`) }),
      ...(row.note === '' ? [] : [row.note]),
      ...row.sweeps.map(({ days, total }) => t('swept', { days, count: total })),
      row.until ? t('until', { date: dateTime(row.until, { dateStyle: 'long' }) }) : t('no-end'),
      ...ofEarnings(row.kind, row.blogId, t('earnings')),
      ...decidedWords(language, row.events[0]),
      words(language, 'appeals')('told.until', { date: dateTime(appealUntil(row.createdAt), { dateStyle: 'long' }) }),
    ],
    button: { label: words(language, 'appeals')('mail.removed-button'), url: standing() },
    small: [],
  };
}

/** That what held against somebody was ended before its time; null for any other event, where it answered an appeal, which says so, and when nobody is there to tell. */
export async function liftedMail(eventId: string): Promise<Message | null> {
  const event = await db.moderationEvent.findUnique({
    where: { id: eventId },
    select: {
      action: true,
      person: { select: { email: true, language: true } },
      sanction: {
        select: {
          createdAt: true,
          kind: true,
          blogId: true,
          blog: { select: { name: true } },
          events: { where: { appeal: { outcome: 'reversed' } }, take: 1 },
        },
      },
    },
  });
  if (event?.action !== 'lifted' || !event.person || !event.sanction || event.sanction.events.length > 0) return null;
  const { email, language } = event.person;
  const t = words(language, 'sanctions');
  const place = event.sanction.blog?.name ?? env().SITE_NAME;
  const date = formats(language).dateTime(event.sanction.createdAt, { dateStyle: 'long' });
  return {
    to: email,
    language,
    subject: t('mail.lifted-subject', { place }),
    paragraphs: [t('mail.lifted-text', { place, date }), ...ofEarnings(event.sanction.kind, event.sanction.blogId, t('earnings-back'))],
    button: { label: t('mail.button'), url: standing() },
  };
}

/** That a ban with its removals is taken back; null when nobody is there to tell. */
export async function sweepUndoneMail(sweepId: string): Promise<Message | null> {
  const row = await db.sweep.findUnique({ where: { id: sweepId }, include: { member: true, blog: { select: { name: true } } } });
  if (!row?.member || !row.undoneAt) return null;
  const { email, language } = row.member;
  const t = words(language, 'sanctions');
  const place = row.blog?.name ?? env().SITE_NAME;
  const date = formats(language).dateTime(row.until, { dateStyle: 'long' });
  return {
    to: email,
    language,
    subject: t('mail.undone-subject', { place }),
    paragraphs: [t('mail.undone-text', { place, date }), ...ofEarnings('banned', row.blogId, t('earnings-back'))],
    button: { label: t('mail.button'), url: standing() },
  };
}
