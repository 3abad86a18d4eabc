import 'server-only';
import { db } from '@/lib/db/client';
import type { PoolKind } from './pools';

/** What is asked of one division's rows again, whatever the division itself said. Points in thousandths. */
export interface PoolCheck {
  kind: PoolKind;
  pool: bigint;
  paid: bigint;
  carry: bigint;
  /** What everybody who read could have moved. */
  budgets: bigint;
  moved: bigint;
  toPayees: bigint;
  toReaders: bigint;
  /** The largest of what one payee gets. */
  most: bigint;
  /** Readers who move all they may. */
  atCap: number;
  /** Paid is the smaller of pool and budgets, and the rest is carried. */
  t5: boolean;
  /** Nobody moves more than they may. */
  caps: boolean;
  /** What readers move is what payees and readers get is what is paid. */
  sums: boolean;
}

interface Readers {
  pool: PoolKind;
  budgets: bigint;
  moved: bigint;
  rewards: bigint;
  over: number;
  atCap: number;
}

/** The checks of a divided epoch's two pools, from its readers' and payees' rows; what each row brings was checked when it was divided. */
export async function checksOf(epoch: number): Promise<PoolCheck[]> {
  const pools = await db.epochPool.findMany({ where: { epoch, paid: { not: null } }, orderBy: { kind: 'asc' } });
  const readers = await db.$queryRaw<Readers[]>`
    SELECT pool::text AS pool, sum(budget)::bigint AS budgets, sum(contribution)::bigint AS moved, sum(reward)::bigint AS rewards,
      count(*) FILTER (WHERE contribution > budget)::int AS over, count(*) FILTER (WHERE contribution = budget AND budget > 0)::int AS "atCap"
    FROM epoch_reader WHERE epoch = ${epoch} AND account IS NOT NULL GROUP BY 1`;
  const payees = await db.$queryRaw<{ pool: PoolKind; got: bigint; most: bigint }[]>`
    SELECT pool::text AS pool, sum(amount)::bigint AS got, max(amount) AS most FROM epoch_payee WHERE epoch = ${epoch} GROUP BY 1`;
  return pools.map(({ kind, pool, ...row }) => {
    const { budgets = 0n, moved = 0n, rewards = 0n, over = 0, atCap = 0 } = readers.find((one) => one.pool === kind) ?? {};
    const { got = 0n, most = 0n } = payees.find((one) => one.pool === kind) ?? {};
    const [paid, carry] = [row.paid ?? 0n, row.carry ?? 0n];
    return {
      ...{ kind, pool, paid, carry, budgets, moved, most, atCap },
      toPayees: got,
      toReaders: rewards,
      // Paid is one of the two, and neither is less.
      t5: (paid === budgets || paid === pool) && paid <= budgets && paid <= pool && carry === pool - paid,
      caps: over === 0,
      sums: moved === paid && got + rewards === paid,
    };
  });
}

/** What accounts get in all, and how many they are: what the ledger is given. */
export async function sharesIn(epoch: number): Promise<{ accounts: number; amount: bigint }> {
  const { _count, _sum } = await db.epochShare.aggregate({ where: { epoch }, _count: true, _sum: { amount: true } });
  return { accounts: _count, amount: _sum.amount ?? 0n };
}

export interface TierFigures {
  tier: string;
  readers: number;
  budgets: bigint;
  moved: bigint;
}

/** Readers for whom anything counted, by what they have proven. */
export const tiersIn = (epoch: number): Promise<TierFigures[]> => db.$queryRaw<TierFigures[]>`
  SELECT tier, count(*)::int AS readers, sum(budget)::bigint AS budgets, sum(contribution)::bigint AS moved
  FROM epoch_reader WHERE epoch = ${epoch} AND account IS NOT NULL GROUP BY tier ORDER BY sum(contribution) DESC, tier`;

/** What of an epoch wants a second look, counted. */
export interface Unusual {
  /** Readers under a hold that nobody has answered, and those whose hold was confirmed. */
  held: number;
  confirmed: number;
  /** Readers and payees who are banned from the site now. */
  banned: number;
  /** Seconds of all readers that do not count, by why, the most first. */
  leftOut: { reason: string; seconds: number }[];
}

export async function doubtsIn(epoch: number, now: Date): Promise<Unusual> {
  const held = await db.epochReader.count({ where: { epoch, hold: { outcome: null } } });
  const confirmed = await db.epochReader.count({ where: { epoch, hold: { outcome: 'confirmed' } } });
  const [row] = await db.$queryRaw<{ banned: number }[]>`
    SELECT count(*)::int AS banned FROM (SELECT DISTINCT "memberId" FROM sanction
      WHERE "blogId" IS NULL AND kind = 'banned' AND "liftedAt" IS NULL AND (until IS NULL OR until > ${now})) AS s
    WHERE EXISTS (SELECT FROM epoch_reader r WHERE r."memberId" = s."memberId" AND r.epoch = ${epoch} AND r.account IS NOT NULL)
      OR EXISTS (SELECT FROM epoch_payee y WHERE y."memberId" = s."memberId" AND y.epoch = ${epoch})`;
  const { leftOut } = await db.epoch.findUniqueOrThrow({ where: { number: epoch }, select: { leftOut: true } });
  const reasons = Object.entries(leftOut as Record<string, number>).map(([reason, seconds]) => ({ reason, seconds }));
  return { held, confirmed, banned: row?.banned ?? 0, leftOut: reasons.sort((a, b) => b.seconds - a.seconds) };
}
