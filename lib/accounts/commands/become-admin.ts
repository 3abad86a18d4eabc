import 'server-only';
import { cacheTag } from '@/lib/core/cache-tags';
import { Refused } from '@/lib/core/refused';
import { tokenHash } from '@/lib/core/token';
import { db } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import type { Member } from '../actor';

/** Uses the link of the first start up. @throws Refused `gone` when it was used, is too old, or never was */
export async function becomeAdmin(member: Member, token: string, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.oneTimeLink.updateMany({
      where: { purpose: 'become_admin', tokenHash: tokenHash(token), usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    if (count === 0) throw new Refused('gone');
    await tx.member.update({ where: { id: member.id }, data: { role: 'admin' }, select: { id: true } });
    await tx.moderationEvent.create({ data: { actorId: member.id, action: 'role-changed', reason: 'admin', rule: 'first-start' } });
    await purge(tx, cacheTag.person(member.id));
  });
}
