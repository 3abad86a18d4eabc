import 'server-only';
import { isAdmin, type Member } from '@/lib/accounts/actor';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { pointBudget } from './budget';
import { POOLS, type PoolKind, sizesOf } from './pools';
import { readersOf } from './published';
import { type RuleNumbers, TIERS } from './rule';
import { ruleOf } from './rules';
import { type Trial, type Tried, tryDivision } from './trial';

/** How what payees get would change. Points in thousandths; nobody is named. */
export interface Changes {
  /** Who would get more, and less: how many, by how much in all, and the largest changes, the largest first. */
  more: Side;
  less: Side;
  same: number;
}

interface Side {
  count: number;
  sum: bigint;
  largest: { before: bigint; after: bigint }[];
}

export interface Preview {
  number: number;
  ruleVersion: number;
  /** Readers that were divided again, of all that there were; where it is not all, the pools are as much smaller. */
  readers: number;
  of: number;
  before: Trial;
  after: Trial;
  changes: Changes;
}

/** Readers of one pool that are divided again: more would keep the page waiting. Their names are made by a hash, so the first are a fair part. */
const MOST = 25_000;

/**
 * What a rule would have made of the last epoch that is divided, from its kept rows and by the same division, beside what its own rule
 * makes of the same rows. Null before the first one. @throws Refused `not-found` to who is no admin
 */
export async function previewRule(by: Member, numbers: RuleNumbers, most = MOST): Promise<Preview | null> {
  if (!isAdmin(by)) throw new Refused('not-found');
  const epoch = await db.epoch.findFirst({
    where: { dividedAt: { not: null } },
    orderBy: { number: 'desc' },
    select: { number: true, ruleVersion: true, pools: true },
  });
  if (!epoch) return null;
  const own = await ruleOf(epoch.ruleVersion);
  const of = (kind: PoolKind) => epoch.pools.find((one) => one.kind === kind);
  const carried = (of('main')?.pool ?? 0n) - sizesOf(0n, own).main;
  const kept: Record<PoolKind, Tried[]> = {
    main: await firstOf(epoch.number, 'main', most),
    quarantine: await firstOf(epoch.number, 'quarantine', most),
  };
  const scaled = (sizes: Record<PoolKind, bigint>) => ({
    main: partOf('main', sizes.main),
    quarantine: partOf('quarantine', sizes.quarantine),
  });
  const partOf = (kind: PoolKind, size: bigint) => (size * BigInt(kept[kind].length || 1)) / BigInt(of(kind)?.readers || 1);
  const before = tryDivision(kept, { sizes: scaled(sizesOf(carried, own)), share: own.readerShare.points });
  // Who had no budget, for want of a confirmed address, has none by any table.
  const again = (one: Tried): Tried => ({ ...one, budget: one.budget === 0n ? 0n : pointBudget(one.tier, numbers) });
  const after = tryDivision(
    { main: kept.main.map(again), quarantine: kept.quarantine.map(again) },
    { sizes: scaled(sizesOf(carried, numbers)), share: numbers.readerShare.points },
  );
  return {
    number: epoch.number,
    ruleVersion: epoch.ruleVersion,
    readers: kept.main.length + kept.quarantine.length,
    of: POOLS.reduce((all, kind) => all + (of(kind)?.readers ?? 0), 0),
    before,
    after,
    changes: changesOf(await byAccount(epoch.number, before), await byAccount(epoch.number, after)),
  };
}

async function firstOf(epoch: number, kind: PoolKind, most: number): Promise<Tried[]> {
  const kept: Tried[] = [];
  for await (const { tier, ...reader } of readersOf(epoch, kind, Math.min(most, 1_000))) {
    kept.push({ ...reader, tier: TIERS.find((one) => one === tier) ?? 'none' });
    if (kept.length >= most) break;
  }
  return kept;
}

/** What each person gets, who has a name in each pool. */
async function byAccount(epoch: number, { payees }: Trial): Promise<Map<string, bigint>> {
  const rows = await db.epochPayee.findMany({ where: { epoch }, select: { id: true, account: true } });
  const got = new Map<string, bigint>();
  for (const { id, account } of rows) {
    const amount = payees.get(id);
    if (amount !== undefined) got.set(account, (got.get(account) ?? 0n) + amount);
  }
  return got;
}

const LARGEST = 3;

function changesOf(before: ReadonlyMap<string, bigint>, after: ReadonlyMap<string, bigint>): Changes {
  const all = [...new Set([...before.keys(), ...after.keys()])].map((account) => ({
    before: before.get(account) ?? 0n,
    after: after.get(account) ?? 0n,
  }));
  const sideOf = (changed: typeof all): Side => {
    const by = (one: (typeof all)[number]) => (one.after > one.before ? one.after - one.before : one.before - one.after);
    const largest = changed.toSorted((a, b) => (by(a) === by(b) ? 0 : by(a) > by(b) ? -1 : 1)).slice(0, LARGEST);
    return { count: changed.length, sum: changed.reduce((sum, one) => sum + by(one), 0n), largest };
  };
  return {
    more: sideOf(all.filter((one) => one.after > one.before)),
    less: sideOf(all.filter((one) => one.after < one.before)),
    same: all.filter((one) => one.after === one.before).length,
  };
}
