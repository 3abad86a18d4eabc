import 'server-only';
import { cacheTag } from '@/lib/core/cache-tags';
import { db, type Tx } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { type Line, type Posting, postAll } from '@/lib/ledger/commands';
import { letGoOn } from '../closing';
import { availableOf, derivedId, ISSUED, pendingOf } from '../names';
import { correctionsToPay } from '../pay-corrections';
import { nextReaders, returnedOf, review } from '../review';
import { heldUntil } from '../rules';
import { type EpochRow, lockEpoch, unwatched, type Watch } from '../steps';
import { tellTakenBack } from '../tell-taken-back';

interface Options {
  now?: Date;
  watch?: Watch;
  /** Readers in one transaction of the review. */
  atOnce?: number;
}

/**
 * After the hold, once an admin or the site by itself let it begin, looks at everything again and makes what stands available; what does
 * not is taken back from pending, with why. Killed at any point it goes on, and each posting is made once. Before, and again, it changes
 * nothing.
 */
export async function release(number: number, { now = new Date(), watch = unwatched, atOnce = 200 }: Options = {}): Promise<void> {
  for (let more = true; more; ) {
    more = await db.$transaction(async (tx) => {
      const epoch = await lockEpoch(tx, number, 'allocated');
      if (!epoch || (await heldUntil(epoch, tx)) > now.getTime()) return false;
      if (!(await letGoOn(tx, 'release-begun', number, { by: null, now }))) return false;
      const went = epoch.reviewedAt === null ? await reviewNext(tx, epoch, now, atOnce) : await releaseChunk(tx, epoch, now);
      watch('release: piece written, not committed');
      return went;
    });
    watch('release: committed');
  }
}

const chunksOf = async (tx: Tx, epoch: number): Promise<number> =>
  ((await tx.epochShare.aggregate({ where: { epoch }, _max: { chunk: true } }))._max.chunk ?? -1) + 1;

async function reviewNext(tx: Tx, epoch: EpochRow, now: Date, most: number): Promise<boolean> {
  const ids = await nextReaders(tx, epoch, most);
  if (ids.length > 0) await review(tx, ids, now);
  const total = epoch.total || (await tx.epochReader.count({ where: { epoch: epoch.number } }));
  const data =
    ids.length > 0
      ? { reached: ids.at(-1) ?? null, done: { increment: ids.length }, total }
      : { reached: null, reviewedAt: new Date(), done: 0, total: await chunksOf(tx, epoch.number) };
  await tx.epoch.update({ where: { number: epoch.number }, data });
  return true;
}

async function releaseChunk(tx: Tx, { number, chunk }: EpochRow, now: Date): Promise<boolean> {
  const shares = await tx.epochShare.findMany({ where: { epoch: number, chunk }, orderBy: { account: 'asc' } });
  if (shares.length === 0) {
    // Last what disputes made good.
    await postAll(tx, await correctionsToPay(tx, { epoch: number }, now));
    await tx.epoch.update({ where: { number }, data: { state: 'released', releasedAt: new Date(), done: 0, total: 0 } });
    await purge(tx, cacheTag.earn);
    return false;
  }
  const accounts = shares.map(({ account }) => account);
  const linked = await tx.earningAccount.findMany({ where: { code: { in: accounts } }, select: { code: true } });
  const here = new Set(linked.map(({ code }) => code));
  const back = await returnedOf(tx, number, accounts);
  const kept = new Map(shares.map(({ account, amount }) => [account, amount]));
  for (const { account, amount } of back) kept.set(account, (kept.get(account) ?? 0n) - amount);
  // What belongs to nobody any more goes back too.
  for (const [account, amount] of kept) {
    if (here.has(account) || amount === 0n) continue;
    back.push({ account, reason: 'left', amount });
    kept.set(account, 0n);
  }
  const lines = [...kept].flatMap(([account, amount]): Line[] =>
    amount === 0n
      ? []
      : [
          { account: pendingOf(account), amount: -amount },
          { account: availableOf(account), amount },
        ],
  );
  const goesBack = [...Map.groupBy(back, (one) => one.reason)].map(([reason, taken]): Posting => {
    const all = taken.reduce((sum, { amount }) => sum + amount, 0n);
    const from = taken.map(({ account, amount }) => ({ account: pendingOf(account), amount: -amount }));
    const id = derivedId(`claw-back:${number}:${chunk}:${reason}`);
    return { id, kind: `claw-back: ${reason}`, lines: [...from, { account: ISSUED, amount: all }] };
  });
  const stands = lines.length > 0 ? [{ id: derivedId(`release:${number}:${chunk}`), kind: 'release', lines }] : [];
  await postAll(tx, [...goesBack, ...stands]);
  await tellTakenBack(tx, number, back);
  await tx.epoch.update({ where: { number }, data: { chunk: { increment: 1 }, done: { increment: 1 } } });
  return true;
}
