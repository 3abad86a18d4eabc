import 'server-only';
import type { FilterLevel } from '@/lib/blogs/view';
import { words } from '@/lib/core/words';
import { pool } from '@/lib/db/pool';
import { filterReason } from '@/lib/relevance/filter';
import type { Judged } from '@/lib/relevance/rule';
import { MAY_BE_UNWANTED } from '@/lib/relevance/thresholds';
import type { Viewer } from './viewer-shape';

type Row = Judged & { comments: number };

/** Of more than so many that may be left out nobody counts how many are. */
const MOST_DOUBTED = 500;

// $1 reader, $2 post, $3 the lowest probability that any level minds.
const ASK = `
SELECT (count(*) OVER ())::int AS comments, c.ups, c.downs, c."reportWeight", c.unwanted,
  c."highlightedAt" IS NOT NULL AS highlighted, c."pinnedAt" IS NOT NULL AS pinned,
  a.role <> 'member' OR p."authorId" IS NOT DISTINCT FROM a.id
    OR EXISTS (SELECT FROM blog_member b WHERE b."memberId" = a.id AND b."blogId" = p."blogId") AS exempt
FROM mute u JOIN comment c ON c."postId" = $2 AND c."authorId" = u."mutedId" JOIN member a ON a.id = u."mutedId" JOIN post p ON p.id = $2
WHERE u."memberId" = $1 AND c.status = 'visible'
ORDER BY c.downs + c."reportWeight" > c.ups OR coalesce(c.unwanted, 0) >= $3 DESC LIMIT ${MOST_DOUBTED}`;

interface Where {
  postId: string;
  level: FilterLevel;
  /** Visible comments of the whole thread. */
  total: number;
  /** The blog's. */
  language: string;
}

/** What of a thread is by people whom this member muted: the count without it in the words of the page, and how much is left out. */
export async function mutedHere(memberId: string, { postId, level, total, language }: Where): Promise<Viewer['muted']> {
  const { rows } = await pool.query<Row>({ name: 'muted', text: ASK, values: [memberId, postId, MAY_BE_UNWANTED] });
  const comments = rows[0]?.comments ?? 0;
  if (comments === 0) return null;
  const leftOut = rows.filter((row) => filterReason(row, { level, total }) !== null).length;
  return { heading: words(language, 'comments')('heading', { count: Math.max(0, total - comments) }), leftOut };
}
