import 'server-only';
import { isUuid } from '@/lib/core/keys';
import { tokenHash } from '@/lib/core/token';
import { db } from '@/lib/db/client';
import { unsubscribeKeyHolds } from './mails';

const fields = { select: { name: true, handle: true, language: true } } as const;
type BlogName = { name: string; handle: string; language: string };

/** The blog that a confirmation link is about, and whether it is confirmed; null when the link is no longer good. Changes nothing. */
export async function blogToConfirm(token: string, now: Date): Promise<{ blog: BlogName; confirmed: boolean } | null> {
  const row = await db.subscription.findFirst({
    where: { confirmTokenHash: tokenHash(token), confirmExpiresAt: { gt: now }, endedAt: null },
    select: { confirmedAt: true, blog: fields },
  });
  return row ? { blog: row.blog, confirmed: row.confirmedAt !== null } : null;
}

/** The blog that an unsubscribe link is about; null when the link is not whole. Changes nothing. */
export async function blogToLeave(id: string, key: string): Promise<BlogName | null> {
  if (!isUuid(id) || !unsubscribeKeyHolds(id, key)) return null;
  return (await db.subscription.findUnique({ where: { id }, select: { blog: fields } }))?.blog ?? null;
}
