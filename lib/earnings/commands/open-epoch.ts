import 'server-only';
import { cacheTag } from '@/lib/core/cache-tags';
import { newToken } from '@/lib/core/token';
import { db } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { enqueue } from '@/lib/jobs/queue';
import { readingRuleAt } from '@/lib/reading/rule';
import { ruleAt } from '../rules';
import { nextStart } from '../starts';
import { GRACE, lockStarts } from '../steps';

const DAY = 86_400_000;

/** Opens the epoch of `now` and those missed before it; the first begins on a Monday. Each is frozen by a job after its end. Again changes nothing. */
export async function openEpoch(now = new Date()): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockStarts(tx);
    const last = await tx.epoch.findFirst({ orderBy: { number: 'desc' }, select: { number: true, endsAt: true } });
    let number = last?.number ?? 0;
    let starts = nextStart(last?.endsAt.getTime() ?? null, now.getTime());
    while (starts <= now.getTime()) {
      number += 1;
      const rule = await ruleAt(new Date(starts), tx);
      const ends = starts + rule.days * DAY;
      await tx.epoch.create({
        data: {
          number,
          startsAt: new Date(starts),
          endsAt: new Date(ends),
          ruleVersion: rule.version,
          readingVersion: readingRuleAt(starts).version,
          secret: newToken(),
        },
      });
      await enqueue(tx, 'epoch.freeze', { number }, Math.max(0, Math.ceil((ends + GRACE - now.getTime()) / 1_000)));
      await purge(tx, cacheTag.earn);
      starts = ends;
    }
  });
}
