import 'server-only';
import type { Tx } from '@/lib/db/client';
import type { DayOfReading } from '@/lib/reading/credit';

/** Seconds of the server's time that one beat stands for. */
const SLOT = 10;

interface Span {
  startsAt: Date;
  endsAt: Date;
}

const slotsOf = ({ startsAt, endsAt }: Span) => [startsAt, endsAt].map((at) => BigInt(Math.ceil(at.getTime() / (SLOT * 1_000))));

/** The next people, in the order of their ids, of whom reading was measured in this time. */
export async function readersAfter(tx: Tx, span: Span & { reached: string | null }, most: number): Promise<string[]> {
  const [from, to] = slotsOf(span);
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT m.id FROM member m WHERE (${span.reached}::uuid IS NULL OR m.id > ${span.reached}::uuid)
      AND EXISTS (SELECT FROM reading_beat b WHERE b."readerId" = m.id AND b.slot >= ${from} AND b.slot < ${to})
    ORDER BY m.id LIMIT ${most}`;
  return rows.map(({ id }) => id);
}

export interface Measured extends Omit<DayOfReading, 'authorId'> {
  readerId: string;
}

/** What these people read in this time, by day and post, as it was measured. */
export async function daysOf(tx: Tx, span: Span, readerIds: readonly string[]): Promise<Measured[]> {
  const [from, to] = slotsOf(span);
  const rows = await tx.$queryRaw<(Omit<Measured, 'beganAt'> & { slot: bigint })[]>`
    SELECT b."readerId", s."postId", to_char(to_timestamp(b.slot * ${SLOT}::int) AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day,
      min(b.slot) AS slot, count(*)::int * ${SLOT}::int AS seconds
    FROM reading_beat b JOIN reading_session s ON s.id = b."sessionId"
    WHERE b."readerId" = ANY (${[...readerIds]}::uuid[]) AND b.slot >= ${from} AND b.slot < ${to}
    GROUP BY b."readerId", s."postId", day`;
  return rows.map(({ slot, ...row }) => ({ ...row, beganAt: Number(slot) * SLOT * 1_000 }));
}

/** Of each post that these people read in this time, how many hundredths of its blocks they had in view, as `READER POST`. */
export async function seenBy(tx: Tx, span: Span, readerIds: readonly string[]): Promise<Map<string, number>> {
  const [from, to] = slotsOf(span);
  const rows = await tx.$queryRaw<{ readerId: string; postId: string; seen: number }[]>`
    SELECT "readerId", "postId",
      least(100, (100 * coalesce((SELECT sum(upper(r) - lower(r)) FROM unnest(seen) AS r), 0)) / greatest(blocks, 1))::int AS seen
    FROM (
      SELECT s."readerId", s."postId", max(s.blocks) AS blocks, range_agg(s.seen) AS seen
      FROM reading_session s WHERE s."readerId" = ANY (${[...readerIds]}::uuid[])
        AND EXISTS (SELECT FROM reading_beat b WHERE b."sessionId" = s.id AND b.slot >= ${from} AND b.slot < ${to})
      GROUP BY s."readerId", s."postId") AS whole`;
  return new Map(rows.map(({ readerId, postId, seen }) => [`${readerId} ${postId}`, seen]));
}
