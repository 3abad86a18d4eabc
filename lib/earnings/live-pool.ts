import 'server-only';
import { db } from '@/lib/db/client';
import { LEAST_READERS } from '@/lib/reading/least-readers';
import { midnight, slotOf } from '@/lib/reading/slots';

/** The pool of the week that runs, as far as it is known. Points in thousandths. */
export interface LivePool {
  epoch: number;
  startsAt: Date;
  endsAt: Date;
  /** What the week before left; null while that is not divided. */
  carried: bigint | null;
  /** Readers who were measured up to last midnight, UTC, at most `MOST_COUNTED`; null for fewer than five. */
  readers: number | null;
}

/** Counted up to so many. */
export const MOST_COUNTED = 10_000;

/** The week that runs at `now`; null where none is open. */
export async function livePool(now: Date): Promise<LivePool | null> {
  const epoch = await db.epoch.findFirst({ where: { startsAt: { lte: now }, endsAt: { gt: now } }, orderBy: { number: 'desc' } });
  if (!epoch) return null;
  const { number, startsAt, endsAt } = epoch;
  const before = await db.epochPool.findMany({ where: { epoch: number - 1 }, select: { carry: true } });
  const known = number === 1 || (before.length > 0 && before.every(({ carry }) => carry !== null));
  const readers = await measuredUntil(startsAt, midnight(now));
  return {
    epoch: number,
    startsAt,
    endsAt,
    carried: known ? before.reduce((all, { carry }) => all + (carry ?? 0n), 0n) : null,
    readers: readers < LEAST_READERS ? null : readers,
  };
}

async function measuredUntil(from: Date, until: Date): Promise<number> {
  const [row] = await db.$queryRaw<{ readers: number }[]>`
    SELECT count(*)::int AS readers FROM (
      SELECT FROM member m WHERE EXISTS (SELECT FROM reading_beat b
        WHERE b."readerId" = m.id AND b.slot >= ${slotOf(from)}::bigint AND b.slot < ${slotOf(until)}::bigint) LIMIT ${MOST_COUNTED}) AS counted`;
  return row?.readers ?? 0;
}
