import 'server-only';
import { isAdmin, type Member } from '@/lib/accounts/actor';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { readersIn } from '@/lib/reading/measured';
import { judge, spanOf } from './judged';
import { type PoolKind, poolOf } from './pools';
import { ruleOf } from './rules';
import { poolSizes } from './sizes';
import { type Trial, type Tried, tryDivision } from './trial';

/** What the running epoch would come to if it ended now. Nothing of it is written down, and nobody is named. */
export interface Estimate {
  number: number;
  startsAt: Date;
  endsAt: Date;
  at: Date;
  /** Of so many accounts one was looked at, and every sum is of those; 1 is all. */
  oneIn: number;
  /** Whether what the epoch before leaves is known yet, and in the pool. */
  withCarry: boolean;
  readers: number;
  trial: Omit<Trial, 'payees'> & { payees: number };
}

/** Accounts that are looked at, whatever the site's size, and how many at once. */
const MOST = 4_000;
const AT_ONCE = 200;

/** Null where no epoch is running. @throws Refused `not-found` to who is no admin */
export async function estimateRunning(by: Member, now = new Date()): Promise<Estimate | null> {
  if (!isAdmin(by)) throw new Refused('not-found');
  const epoch = await db.epoch.findFirst({ where: { state: 'running', startsAt: { lte: now } }, orderBy: { number: 'desc' } });
  if (!epoch) return null;
  const rule = await ruleOf(epoch.ruleVersion);
  const oneIn = Math.max(1, Math.ceil((await db.member.count()) / MOST));
  const readers: Record<PoolKind, Tried[]> = { main: [], quarantine: [] };
  for (let after: string | null = null; ; ) {
    const ids = await readersIn(db, spanOf(epoch), { after, most: AT_ONCE, oneIn });
    for (const { memberId, tier, budget, rows } of await judge(db, epoch, ids, { rule, now })) {
      const counting = rows.filter(({ authorId, seconds }) => authorId !== null && seconds > 0);
      if (counting.length === 0) continue;
      const weights = new Map<string, bigint>();
      for (const { authorId, seconds } of counting) weights.set(authorId ?? '', (weights.get(authorId ?? '') ?? 0n) + BigInt(seconds));
      readers[poolOf(tier)].push({ id: memberId, tier, budget, weights: [...weights] });
    }
    if (ids.length < AT_ONCE) break;
    after = ids.at(-1) ?? null;
  }
  const sizes = await poolSizes(epoch.number, rule);
  const part = BigInt(oneIn);
  const { payees, ...trial } = tryDivision(readers, {
    sizes: { main: sizes.main / part, quarantine: sizes.quarantine / part },
    share: rule.readerShare.points,
  });
  const { number, startsAt, endsAt } = epoch;
  const undivided = await db.epoch.count({ where: { number: number - 1, dividedAt: null } });
  return {
    ...{ number, startsAt, endsAt, at: now, oneIn },
    withCarry: undivided === 0,
    readers: readers.main.length + readers.quarantine.length,
    trial: { ...trial, payees: payees.size },
  };
}
