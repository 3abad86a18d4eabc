import 'server-only';
import { db } from '@/lib/db/client';

export interface Near {
  id: string;
  name: string | null;
  body: string;
  before: boolean;
}

/** The two shown comments before and after each of these, under the same comment of the same post; their first 300 characters. */
export async function neighboursOf(commentIds: string[]): Promise<Map<string, Near[]>> {
  const rows = await db.$queryRaw<(Near & { of: string })[]>`
    SELECT c.id AS of, n.id, m.name, left(n.body, 300) AS body, n.before
    FROM comment c CROSS JOIN LATERAL (
      (SELECT o.id, o."authorId", o.body, o."createdAt", true AS before FROM comment o
        WHERE o."postId" = c."postId" AND o."parentId" IS NOT DISTINCT FROM c."parentId" AND o.status = 'visible'
          AND (o."createdAt", o.id) < (c."createdAt", c.id) ORDER BY o."createdAt" DESC, o.id DESC LIMIT 2)
      UNION ALL
      (SELECT o.id, o."authorId", o.body, o."createdAt", false FROM comment o
        WHERE o."postId" = c."postId" AND o."parentId" IS NOT DISTINCT FROM c."parentId" AND o.status = 'visible'
          AND (o."createdAt", o.id) > (c."createdAt", c.id) ORDER BY o."createdAt", o.id LIMIT 2)
    ) n LEFT JOIN member m ON m.id = n."authorId"
    WHERE c.id = ANY (${commentIds}::uuid[])
    ORDER BY n."createdAt", n.id`;
  const near = new Map<string, Near[]>();
  for (const { of, ...one } of rows) near.set(of, [...(near.get(of) ?? []), one]);
  return near;
}
