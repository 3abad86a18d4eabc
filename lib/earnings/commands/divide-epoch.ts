import 'server-only';
import { cacheTag } from '@/lib/core/cache-tags';
import { alone } from '@/lib/db/alone';
import { db } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { enqueue } from '@/lib/jobs/queue';
import { check } from '../checked';
import { divide } from '../divide';
import { divisionOf, outputPieces } from '../division-json';
import type { Epoch } from '../epoch';
import { packedInput } from '../packed';
import type { PoolKind } from '../pools';
import { hashOf } from '../published';
import { fractionOf } from '../rule';
import { keepShares, writePayees } from '../shares';
import { type Divided, spread } from '../spread';
import { lockEpoch, unwatched, type Watch } from '../steps';

interface Options {
  watch?: Watch;
  /** The division; another one only where a test plants an error. */
  by?: typeof divide;
  /** Readers in one transaction. */
  atOnce?: number;
  /** Lines of one posting at most. */
  lines?: number;
}

/**
 * Divides an epoch that is frozen and writes down who gets what: by reading and post, by person, by posting. It then waits for an admin. Killed at any point, a
 * second run writes the same. Again it changes nothing, nor while another run is at it. @throws Error, and goes no further, when the input is not what was frozen, or
 * T5, a cap or a sum does not hold
 */
export async function divideEpoch(number: number, options: Options = {}): Promise<void> {
  // A large one takes longer than a job may, and each run has all of it in memory.
  await alone(`epoch.divide:${number}`, () => divideAll(number, options));
}

async function divideAll(number: number, { watch = unwatched, by = divide, atOnce = 500, lines = 5_000 }: Options): Promise<void> {
  const epoch = await db.epoch.findUnique({ where: { number }, include: { pools: { orderBy: { kind: 'asc' } } } });
  if (epoch?.state !== 'frozen') return;
  const done: Awaited<ReturnType<typeof divideOne>>[] = [];
  const total = epoch.pools.reduce((all, { readers }) => all + readers, 0);
  let before = 0;
  for (const row of epoch.pools) {
    const one = await divideOne(row, by);
    watch(`divide: ${row.kind} divided`);
    for (let first = 0; first < one.packed.readers.length; first += atOnce) {
      const still = await db.$transaction(async (tx) => {
        if (!(await lockEpoch(tx, number, 'frozen'))) return false;
        const end = Math.min(first + atOnce, one.packed.readers.length);
        await spread(tx, one, first, end);
        await tx.epoch.update({ where: { number }, data: { done: before + end, total } });
        watch('divide: rows written, not committed');
        return true;
      });
      if (!still) return;
      watch('divide: rows committed');
    }
    await writePayees(one);
    watch('divide: payees written');
    done.push(one);
    before += one.packed.readers.length;
  }
  // Of each account a release has two lines.
  const shares = await keepShares(number, Math.max(1, Math.floor((lines - 1) / 2)));
  const paid = done.reduce((all, { division }) => all + division.paid, 0n);
  if (shares.sum !== paid) throw new Error('what accounts get is not what is paid');
  watch('divide: shares written');
  await db.$transaction(async (tx) => {
    if (!(await lockEpoch(tx, number, 'frozen'))) return;
    for (const { kind, division, outputHash } of done) {
      const [gammaOver, gammaUnder] = division.gamma ?? [null, null];
      const data = { paid: division.paid, carry: division.carry, gammaOver, gammaUnder, outputHash };
      await tx.epochPool.update({ where: { epoch_kind: { epoch: number, kind } }, data });
    }
    // By the clock that the ledger's transactions are stamped with.
    await tx.$executeRaw`
      UPDATE epoch SET state = 'divided', "dividedAt" = date_trunc('milliseconds', now()), done = 0, total = ${shares.chunks}::int
      WHERE number = ${number}`;
    await enqueue(tx, 'epoch.allocate', { number });
    await purge(tx, cacheTag.earn);
    await enqueue(tx, 'epoch.freeze', { number: number + 1 });
    watch('divide: written, not committed');
  });
  watch('divide: written');
}

interface PoolRow {
  epoch: number;
  kind: PoolKind;
  pool: bigint;
  shareOver: bigint | null;
  shareUnder: bigint | null;
  inputHash: string;
}

async function divideOne({ epoch, kind, pool, shareOver, shareUnder, inputHash }: PoolRow, by: typeof divide) {
  const share = fractionOf(shareOver, shareUnder);
  const input = await packedInput({ epoch, kind, pool, share });
  if (input.inputHash !== inputHash) throw new Error(`the input of epoch ${epoch} (${kind}) is not what was frozen`);
  const { packed } = input;
  const amounts = new BigInt64Array(packed.payeeOf.length);
  const division = by(packed, collecting(packed, amounts));
  check(packed, division, amounts);
  const outputHash = await hashOf(outputPieces(division, divisionOf(packed, division)));
  return { kind, packed, division, amounts, outputHash } satisfies Divided & { kind: PoolKind; outputHash: string };
}

/** Puts what each row brings to the row's place: they come reader by reader, in their order. */
function collecting({ from }: Epoch, amounts: BigInt64Array) {
  let [of, at] = [-1, 0];
  return (reader: number, _payee: number, amount: bigint): void => {
    if (reader !== of) [of, at] = [reader, from[reader] ?? 0];
    amounts[at] = amount;
    at += 1;
  };
}
