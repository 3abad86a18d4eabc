import 'server-only';
import { env } from '@/lib/core/env';
import { newToken, sign, signatureHolds, tokenHash } from '@/lib/core/token';
import { words } from '@/lib/core/words';
import { db } from '@/lib/db/client';
import type { Message } from '@/lib/mail/message';

const CONFIRM_DAYS = 3;
const PURPOSE = 'unsubscribe';
const fields = { email: true, language: true, blog: { select: { name: true, handle: true } } } as const;

/** The link that ends a subscription without signing in: it names it and is signed, so it needs no row. */
export function unsubscribeUrl(subscriptionId: string): string {
  const query = new URLSearchParams({ id: subscriptionId, key: sign(env().SECRET, PURPOSE, subscriptionId) });
  return `${env().SITE_URL}/subscriptions/unsubscribe?${query}`;
}

export const unsubscribeKeyHolds = (subscriptionId: string, key: string): boolean =>
  signatureHolds(env().SECRET, PURPOSE, subscriptionId, key);

/** RFC 8058: programs end a subscription by a POST to this address. */
export function unsubscribeHeaders(subscriptionId: string): Record<string, string> {
  const query = new URLSearchParams({ id: subscriptionId, key: sign(env().SECRET, PURPOSE, subscriptionId) });
  return { 'List-Unsubscribe': `<${env().SITE_URL}/api/unsubscribe?${query}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

/** The mail that asks to confirm, with a token made now; null when it is confirmed, over or gone. */
export async function confirmationMail(subscriptionId: string): Promise<Message | null> {
  const token = newToken();
  const [row] = await db.subscription.updateManyAndReturn({
    where: { id: subscriptionId, confirmedAt: null, endedAt: null },
    data: { confirmTokenHash: tokenHash(token), confirmExpiresAt: new Date(Date.now() + CONFIRM_DAYS * 86_400_000) },
    select: fields,
  });
  if (!row) return null;
  const t = words(row.language, 'subscriptions');
  const blog = row.blog.name;
  return {
    to: row.email,
    language: row.language,
    subject: t('mail.confirm-subject', { blog }),
    paragraphs: [t('mail.confirm-text', { blog })],
    button: { label: t('mail.confirm-button'), url: `${env().SITE_URL}/subscriptions/confirm?token=${token}` },
    small: [{ text: t('mail.confirm-ignore') }],
  };
}

export async function welcomeMail(subscriptionId: string): Promise<Message | null> {
  const row = await db.subscription.findFirst({ where: { id: subscriptionId, confirmedAt: { not: null }, endedAt: null }, select: fields });
  if (!row) return null;
  const t = words(row.language, 'subscriptions');
  const blog = row.blog.name;
  return {
    to: row.email,
    language: row.language,
    subject: t('mail.welcome-subject', { blog }),
    paragraphs: [t('mail.welcome-text', { blog })],
    button: { label: t('mail.welcome-button', { blog }), url: `${env().SITE_URL}/@${row.blog.handle}` },
    small: [{ text: t('mail.leave', { blog }), url: unsubscribeUrl(subscriptionId) }],
    headers: unsubscribeHeaders(subscriptionId),
  };
}
