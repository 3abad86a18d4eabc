import 'server-only';
import { db, Prisma, type Tx } from '@/lib/db/client';
import { enqueue, type Jobs } from '@/lib/jobs/queue';
import { derivedId } from '../names';
import { giveBack } from '../restore';

/** Readers in one transaction. */
const AT_ONCE = 200;
/** Seconds until an epoch that is being released is looked at again. */
const AGAIN = 300;

type Ended = Jobs['earning.restore'];

/**
 * Gives back what releases took because somebody was banned or a post was not shown, now that this is over: to the person, and to those
 * who read them or whom they read. What would be taken for another reason by now stays away. Killed at any point and run again, each part
 * comes back once; what is being released meanwhile comes back after. A job's work.
 */
export async function restoreAfter(ended: Ended, { now = new Date(), atOnce = AT_ONCE } = {}): Promise<void> {
  // Asked first: what is released from now on is looked at by the loop, or by the next run.
  await db.$transaction(async (tx) => {
    // A review that had begun before this was over may be about to write down that it was not.
    await tx.$queryRaw`SELECT number FROM epoch WHERE state IN ('divided', 'allocated') ORDER BY number FOR NO KEY UPDATE`;
    const waiting = await readersOf(tx, ended, { states: ['divided', 'allocated'], reached: null, most: 1 });
    if (waiting.length > 0) await enqueue(tx, 'earning.restore', ended, AGAIN);
  });
  for (let reached: string | null = null; ; ) {
    const ids = await db.$transaction(async (tx) => {
      const next = await readersOf(tx, ended, { states: ['released'], reached, most: atOnce });
      // Named after all of them: the first alone may stay for a reason of their own, and lead other parts of a later run.
      if (next.length > 0) await giveBack(tx, { readerIds: next, was: ended.was, by: `${ended.by}:${derivedId(next.join())}` }, now);
      return next;
    });
    reached = ids.at(-1) ?? null;
    if (reached === null) break;
  }
}

interface Which {
  states: ('divided' | 'allocated' | 'released')[];
  reached: string | null;
  most: number;
}

async function readersOf(tx: Tx, { was, id }: Ended, { states, reached, most }: Which): Promise<string[]> {
  const about =
    was === 'removed' ? Prisma.sql`r."postId" = ${id}::uuid` : Prisma.sql`(e."memberId" = ${id}::uuid OR y."memberId" = ${id}::uuid)`;
  const rows = await tx.$queryRaw<{ readerId: string }[]>`
    SELECT DISTINCT r."readerId" FROM epoch_row r JOIN epoch_reader e ON e.id = r."readerId" JOIN epoch_payee y ON y.id = r."payeeId"
      JOIN epoch o ON o.number = e.epoch
    WHERE r.returned = ${was} AND o.state::text = ANY (${states}::text[]) AND ${about} AND (${reached}::uuid IS NULL OR r."readerId" > ${reached}::uuid)
    ORDER BY 1 LIMIT ${most}`;
  return rows.map(({ readerId }) => readerId);
}
