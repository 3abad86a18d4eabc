import 'server-only';
import { cacheTag } from '@/lib/core/cache-tags';
import { db, type Prisma } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { enqueue } from '@/lib/jobs/queue';
import { readersIn } from '@/lib/reading/measured';
import { spanOf } from '../judged';
import { POOLS } from '../pools';
import type { ProofsOf } from '../proofs';
import { hashOf, inputPieces, readersOf } from '../published';
import { ruleOf } from '../rules';
import { poolSizes } from '../sizes';
import { GRACE, lockEpoch, unwatched, type Watch } from '../steps';
import { writeDown } from '../write-down';
import { findUnusual } from './find-unusual';

interface Options {
  now?: Date;
  watch?: Watch;
  /** Readers in one transaction. */
  atOnce?: number;
  /** What people have proven; another one only where a test says it. */
  proofsOf?: ProofsOf;
}

/**
 * Looks for unusual accounts, then writes down what of an epoch's reading counts and why the rest does not, reader by reader, and the
 * hashes of what will be divided.
 * Killed at any point it goes on from the last whole piece. Before the epoch's end, before the one before is divided, and again, it
 * changes nothing.
 */
export async function freeze(number: number, { now = new Date(), watch = unwatched, atOnce = 200, proofsOf }: Options = {}): Promise<void> {
  if ((await db.epoch.count({ where: { number: number - 1, dividedAt: null } })) > 0) return;
  const epoch = await db.epoch.findUnique({ where: { number } });
  if (epoch?.state !== 'running' || epoch.endsAt.getTime() + GRACE > now.getTime()) return;
  const rule = await ruleOf(epoch.ruleVersion);
  await findUnusual(number, now);
  for (let more = true; more; ) {
    more = await db.$transaction(async (tx) => {
      const row = await lockEpoch(tx, number, 'running');
      if (!row) return false;
      const ids = await readersIn(tx, spanOf(row), { after: row.reached, most: atOnce });
      if (ids.length === 0) return false;
      const without = await writeDown(tx, row, ids, { rule, now, proofsOf });
      const leftOut = { ...row.leftOut };
      for (const [reason, seconds] of without) leftOut[reason] = (leftOut[reason] ?? 0) + seconds;
      await tx.epoch.update({ where: { number }, data: { reached: ids.at(-1) ?? null, done: { increment: ids.length }, leftOut } });
      watch('freeze: readers written, not committed');
      return true;
    });
    if (more) watch('freeze: readers committed');
  }
  await close(number, watch);
}

/** Says how large each pool is and what its input's hash is. */
async function close(number: number, watch: Watch): Promise<void> {
  const epoch = await db.epoch.findUnique({ where: { number } });
  if (epoch?.state !== 'running') return;
  const rule = await ruleOf(epoch.ruleVersion);
  const sizes = await poolSizes(number, rule);
  const share = rule.readerShare.points;
  const [shareOver, shareUnder] = share ?? [null, null];
  const pools: Prisma.EpochPoolCreateManyInput[] = [];
  for (const kind of POOLS) {
    const pool = sizes[kind];
    const inputHash = await hashOf(inputPieces(pool, readersOf(number, kind), share));
    const readers = await db.epochReader.count({ where: { epoch: number, pool: kind, account: { not: null } } });
    const payees = await db.epochPayee.count({ where: { epoch: number, pool: kind } });
    pools.push({ epoch: number, kind, pool, shareOver, shareUnder, readers, payees, inputHash });
  }
  watch('freeze: hashed');
  await db.$transaction(async (tx) => {
    if (!(await lockEpoch(tx, number, 'running'))) return;
    await tx.epochPool.createMany({ data: pools });
    const data = { state: 'frozen', frozenAt: new Date(), secret: null, reached: null, done: 0, total: 0 } as const;
    await tx.epoch.update({ where: { number }, data });
    await enqueue(tx, 'epoch.divide', { number });
    await purge(tx, cacheTag.earn);
    watch('freeze: closed, not committed');
  });
  watch('freeze: closed');
}
