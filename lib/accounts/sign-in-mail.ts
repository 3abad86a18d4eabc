import 'server-only';
import { env } from '@/lib/core/env';
import { newToken, tokenHash } from '@/lib/core/token';
import { db } from '@/lib/db/client';

const MINUTES = 15;

/**
 * Makes the token of a sign-in link at the moment of sending: it exists in the mail only, its hash here.
 * A mail that has to be sent again carries a new token, and the earlier one ends. Null when there is nothing to send.
 */
export async function prepareSignInMail(linkId: string): Promise<{ email: string; url: string; language: string } | null> {
  const token = newToken();
  const expiresAt = new Date(Date.now() + MINUTES * 60_000);
  const rows = await db.oneTimeLink.updateManyAndReturn({
    where: { id: linkId, purpose: 'sign_in', usedAt: null, createdAt: { gt: new Date(Date.now() - 3_600_000) } },
    data: { tokenHash: tokenHash(token), expiresAt },
    select: { email: true, language: true },
  });
  const row = rows[0];
  if (!row?.email) return null;
  return { email: row.email, language: row.language, url: `${env().SITE_URL}/sign-in/link?token=${token}` };
}
