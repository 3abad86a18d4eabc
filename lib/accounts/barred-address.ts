import 'server-only';
import { cacheTag } from '@/lib/core/cache-tags';
import { env } from '@/lib/core/env';
import { sign } from '@/lib/core/token';
import type { Tx } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { enqueue } from '@/lib/jobs/queue';
import { holdingAt } from './holding';

interface Person {
  id: string;
  email: string;
}

const hashOf = (email: string): string => sign(env().SECRET, 'barred-address', email.trim().toLowerCase());

const holding = (memberId: string, now: Date) => ({
  memberId,
  blogId: null,
  kind: { in: ['banned' as const, 'suspended' as const] },
  ...holdingAt(now),
});

/**
 * Keeps, of somebody who leaves, that they are banned or suspended on the whole site: by a hash of their address, until it ends. The
 * caller holds the person.
 */
export async function keepBar(tx: Tx, { id, email }: Person, now: Date): Promise<void> {
  const hash = hashOf(email);
  await tx.barredAddress.deleteMany({ where: { OR: [{ hash }, { until: { lte: now } }] } });
  const rows = await tx.sanction.findMany({
    where: holding(id, now),
    select: { kind: true, until: true, reason: true, createdAt: true },
  });
  const [longest] = rows.toSorted((a, b) => (b.until?.getTime() ?? Infinity) - (a.until?.getTime() ?? Infinity) || 0);
  if (longest) await tx.barredAddress.create({ data: { hash, ...longest } });
}

/** What held against the address when somebody left with it holds for who has just signed up with it: they are told, and may appeal. */
export async function renewBar(tx: Tx, { id: memberId, email }: Person, now: Date): Promise<void> {
  const hash = hashOf(email);
  const bar = await tx.barredAddress.findUnique({ where: { hash } });
  if (!bar) return;
  await tx.barredAddress.deleteMany({ where: { hash } });
  const { kind, until, reason, createdAt } = bar;
  if (until !== null && until <= now) return;
  const { id: sanctionId } = await tx.sanction.create({ data: { memberId, kind, until, reason, createdAt }, select: { id: true } });
  await tx.moderationEvent.create({
    data: { personId: memberId, sanctionId, action: kind, byMachine: true, rule: 'same-address', reason },
  });
  await enqueue(tx, 'mail.sanction', { sanctionId });
  await purge(tx, cacheTag.moderation);
}
