import 'server-only';
import { db, type Prisma } from '@/lib/db/client';
import { enqueue } from '@/lib/jobs/queue';
import { type EarningRules, rulesOf } from '../current';
import { readersAfter } from '../measured';
import { hashOf, inputPieces, readersOf } from '../published';
import { GRACE, lockEpoch, POOLS, unwatched, type Watch } from '../steps';
import { writeDown } from '../write-down';

interface Options {
  now?: Date;
  rules?: EarningRules;
  watch?: Watch;
  /** Readers in one transaction. */
  atOnce?: number;
}

/**
 * Writes down what of an epoch's reading counts and why the rest does not, reader by reader, and the hashes of what will be divided.
 * Killed at any point it goes on from the last whole piece. Before the epoch's end, before the one before is divided, and again, it
 * changes nothing.
 */
export async function freeze(number: number, { now = new Date(), rules, watch = unwatched, atOnce = 200 }: Options = {}): Promise<void> {
  if ((await db.epoch.count({ where: { number: number - 1, dividedAt: null } })) > 0) return;
  for (let more = true; more; ) {
    more = await db.$transaction(async (tx) => {
      const epoch = await lockEpoch(tx, number, 'running');
      if (!epoch || epoch.endsAt.getTime() + GRACE > now.getTime()) return false;
      const ids = await readersAfter(tx, epoch, atOnce);
      if (ids.length === 0) return false;
      await writeDown(tx, epoch, ids, { rules: rules ?? rulesOf(epoch.ruleVersion), now });
      await tx.epoch.update({ where: { number }, data: { reached: ids.at(-1) ?? null } });
      watch('freeze: readers written, not committed');
      return true;
    });
    if (more) watch('freeze: readers committed');
  }
  await close(number, { now, rules, watch });
}

/** Says how large each pool is and what its input's hash is. */
async function close(
  number: number,
  { now, rules: given, watch }: { now: Date; rules: EarningRules | undefined; watch: Watch },
): Promise<void> {
  const epoch = await db.epoch.findUnique({ where: { number } });
  if (epoch?.state !== 'running' || epoch.endsAt.getTime() + GRACE > now.getTime()) return;
  const rules = given ?? rulesOf(epoch.ruleVersion);
  const before = await db.epochPool.aggregate({ where: { epoch: number - 1 }, _sum: { carry: true } });
  const [over, under] = rules.quarantine;
  const quarantine = (rules.emission * over) / under;
  const sizes = { main: rules.emission - quarantine + (before._sum.carry ?? 0n), quarantine };
  const pools: Prisma.EpochPoolCreateManyInput[] = [];
  for (const kind of POOLS) {
    const pool = sizes[kind];
    const [shareOver, shareUnder] = rules.readerShare ?? [null, null];
    const inputHash = await hashOf(inputPieces(pool, readersOf(number, kind), rules.readerShare));
    const readers = await db.epochReader.count({ where: { epoch: number, pool: kind, account: { not: null } } });
    const payees = await db.epochPayee.count({ where: { epoch: number, pool: kind } });
    pools.push({ epoch: number, kind, pool, shareOver, shareUnder, readers, payees, inputHash });
  }
  watch('freeze: hashed');
  await db.$transaction(async (tx) => {
    if (!(await lockEpoch(tx, number, 'running'))) return;
    await tx.epochPool.createMany({ data: pools });
    await tx.epoch.update({ where: { number }, data: { state: 'frozen', frozenAt: new Date(), secret: null, reached: null } });
    await enqueue(tx, 'epoch.divide', { number });
    watch('freeze: closed, not committed');
  });
  watch('freeze: closed');
}
