import { newToken, tokenHash } from '@/lib/core/token';
import { db } from '@/lib/db/client';

const HOUR = 3_600_000;

/** A link that makes whoever opens it first the admin; null when somebody is already. Earlier links end. */
export async function firstAdminLink(siteUrl: string, now: Date): Promise<string | null> {
  // The demo town's own admin is nobody who could sign in anywhere else.
  if ((await db.member.count({ where: { role: 'admin', email: { not: { endsWith: '@town.example' } } } })) > 0) return null;
  const token = newToken();
  await db.$transaction([
    db.oneTimeLink.deleteMany({ where: { purpose: 'become_admin', usedAt: null } }),
    db.oneTimeLink.create({ data: { purpose: 'become_admin', tokenHash: tokenHash(token), expiresAt: new Date(now.getTime() + HOUR) } }),
  ]);
  return `${siteUrl}/admin/claim?token=${token}`;
}
