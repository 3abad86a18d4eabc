import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { takeTurn } from '@/lib/accounts/limits';
import { cacheTag } from '@/lib/core/cache-tags';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { record } from '../acts';
import { maySetRules } from '../policy';
import { withdrawing } from '../schema';
import { lockStarts } from '../steps';

/**
 * Withdraws a version that has not begun. Withdrawn already, it stays so. @throws Refused `not-allowed`, `not-found`, `conflict` when it
 * has begun: that epochs are divided by it stays for ever
 */
export async function withdrawRule(by: Member, input: unknown, now = new Date()): Promise<void> {
  if (!maySetRules(by)) throw new Refused('not-allowed');
  const { version, words } = parse(withdrawing, input);
  await takeTurn('write', by);
  await db.$transaction(async (tx) => {
    await lockStarts(tx);
    const rule = await tx.earningRule.findUnique({
      where: { version },
      select: { startsAt: true, _count: { select: { epochs: true } }, events: { where: { action: 'rule-withdrawn' } } },
    });
    if (!rule) throw new Refused('not-found');
    if (rule.events.length > 0) return;
    if (rule.startsAt <= now || rule._count.epochs > 0) throw new Refused('conflict');
    await record(tx, 'rule-withdrawn', by, { version, words });
    await purge(tx, cacheTag.earn);
  });
}
