import 'server-only';
import { db } from '@/lib/db/client';

/** What became of a person's comments so far, and how many reports about them were upheld. */
export interface Record {
  shown: number;
  removed: number;
  rejected: number;
  upheld: number;
}

export const NO_RECORD: Record = { shown: 0, removed: 0, rejected: 0, upheld: 0 };

/** The records of these people in these blogs (null: in all), by id; who wrote nothing there has none. */
export async function recordsOf(authorIds: string[], blogIds: string[] | null): Promise<Map<string, Record>> {
  const rows = await db.$queryRaw<({ id: string } & Record)[]>`
    SELECT c."authorId" AS id,
      count(*) FILTER (WHERE c.status = 'visible')::int AS shown,
      count(*) FILTER (WHERE c.status = 'removed')::int AS removed,
      count(*) FILTER (WHERE c.status = 'rejected')::int AS rejected,
      coalesce(sum(u.reports), 0)::int AS upheld
    FROM comment c
    LEFT JOIN LATERAL (
      SELECT count(*) AS reports FROM report r JOIN moderation_event e ON e.id = r."settledById"
      WHERE r."commentId" = c.id AND e.action IN ('removed', 'withdrawn-upheld')
    ) u ON c.status IN ('removed', 'withdrawn')
    WHERE c."authorId" = ANY (${[...new Set(authorIds)]}::uuid[])
      AND (${blogIds === null}::boolean OR EXISTS (SELECT FROM post p WHERE p.id = c."postId" AND p."blogId" = ANY (${blogIds ?? []}::uuid[])))
    GROUP BY 1`;
  return new Map(rows.map(({ id, ...record }) => [id, record]));
}
