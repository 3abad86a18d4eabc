import 'server-only';
import { pool } from '@/lib/db/pool';

export interface Near {
  id: string;
  name: string | null;
  body: string;
  before: boolean;
}

/** Beside what begins a branch, or what answers: apart, and by the whole of the index, so that each reads two rows and no more. */
function beside(top: boolean, before: boolean): string {
  const [beyond, down] = before ? ['<', ' DESC'] : ['>', ''];
  return `(SELECT o.id, o."authorId", o.body, o."createdAt", ${before} AS before FROM comment o
    WHERE o."postId" = c."postId" AND ${top ? 'c."parentId" IS NULL AND o."parentId" IS NULL' : 'o."parentId" = c."parentId"'}
      AND o.status = 'visible' AND (o."createdAt", o.id) ${beyond} (c."createdAt", c.id)
    ORDER BY o."parentId"${down}, o."createdAt"${down}, o.id${down} LIMIT 2)`;
}

const ASK = `
SELECT c.id AS of, n.id, m.name, left(n.body, 300) AS body, n.before
FROM comment c CROSS JOIN LATERAL (
  ${[beside(true, true), beside(true, false), beside(false, true), beside(false, false)].join('\n  UNION ALL\n  ')}
) n LEFT JOIN member m ON m.id = n."authorId"
WHERE c.id = ANY ($1::uuid[])
ORDER BY n."createdAt", n.id`;

/** The two shown comments before and after each of these, under the same comment of the same post; their first 300 characters. */
export async function neighboursOf(commentIds: string[]): Promise<Map<string, Near[]>> {
  const { rows } = await pool.query<Near & { of: string }>({ name: 'neighbours', text: ASK, values: [commentIds] });
  const near = new Map<string, Near[]>();
  for (const { of, ...one } of rows) near.set(of, [...(near.get(of) ?? []), one]);
  return near;
}
