import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { db } from '@/lib/db/client';

const living = { endedAt: null, confirmedAt: { not: null } } as const;

export interface OwnSubscription {
  id: string;
  blog: { id: string; name: string; handle: string };
  since: Date;
}

export async function subscriptionsOf(member: Member): Promise<OwnSubscription[]> {
  const rows = await db.subscription.findMany({
    where: { memberId: member.id, ...living },
    select: { id: true, confirmedAt: true, consentedAt: true, blog: { select: { id: true, name: true, handle: true } } },
    orderBy: { confirmedAt: 'desc' },
  });
  return rows.map(({ confirmedAt, consentedAt, ...row }) => ({ ...row, since: confirmedAt ?? consentedAt }));
}

export async function subscriberCount(blogId: string): Promise<number> {
  return db.subscription.count({ where: { blogId, ...living } });
}
