import 'server-only';
import type { FilterLevel } from '@/lib/blogs/view';
import { formats } from '@/lib/core/words';
import { pool } from '@/lib/db/pool';
import { filterReason } from '@/lib/relevance/filter';
import type { Judged } from '@/lib/relevance/rule';
import { MAY_BE_UNWANTED, SMALL_THREAD } from '@/lib/relevance/thresholds';
import type { Viewer } from './viewer-shape';

type Shown = Viewer['followed'][number];
type Row = Omit<Shown, 'at' | 'date'> & Omit<Judged, 'exempt' | 'highlighted' | 'pinned'> & { createdAt: Date; here: boolean };

/** Of those that have their place elsewhere so many are sent; some of what may be left out is not at the blog's level. */
const MOST_ELSEWHERE = 20;
const MOST_DOUBTED = 100;

// $1 follower, $2 post, $3 the lowest probability that any level minds, $4 what the page has only a line of, all of which comes
// first. Whom the filter spares for everyone is not asked for.
const ASK = `
SELECT c.id, a.id AS "authorId", a.name, c.body, c.ups, c.downs, c."reportWeight", c.unwanted, c."createdAt", c."editedAt" IS NOT NULL AS edited,
  c.id = ANY ($4::uuid[]) AS here
FROM follow f JOIN comment c ON c."postId" = $2 AND c."authorId" = f."followedId" JOIN member a ON a.id = f."followedId" JOIN post p ON p.id = $2
WHERE f."memberId" = $1 AND c.status = 'visible' AND (c.downs + c."reportWeight" > c.ups OR c.unwanted >= $3)
  AND c."highlightedAt" IS NULL AND c."pinnedAt" IS NULL AND a.role = 'member' AND p."authorId" IS DISTINCT FROM a.id
  AND NOT EXISTS (SELECT FROM blog_member b WHERE b."memberId" = a.id AND b."blogId" = p."blogId")
ORDER BY here DESC, c.score DESC, c.id LIMIT ${MOST_DOUBTED} + cardinality($4::uuid[])`;

interface Where {
  postId: string;
  level: FilterLevel;
  /** Visible comments of the whole thread. */
  total: number;
  /** The blog's. */
  language: string;
  /** What this page has only a line of. */
  folded: readonly string[];
}

/**
 * The comments under a post that *Most relevant* leaves out and this member is shown, since they follow who wrote them: all that
 * have their place on this page, and the best of those elsewhere.
 */
export async function followedLeftOut(memberId: string, { postId, level, total, language, folded }: Where): Promise<Shown[]> {
  if (level === 'off' || total < SMALL_THREAD) return [];
  const { rows } = await pool.query<Row>({ name: 'followed', text: ASK, values: [memberId, postId, MAY_BE_UNWANTED, folded] });
  const { dateTime } = formats(language);
  const left = rows.filter((row) => filterReason({ ...row, exempt: false, highlighted: false, pinned: false }, { level, total }) !== null);
  return left
    .slice(0, left.filter(({ here }) => here).length + MOST_ELSEWHERE)
    .map(({ createdAt, reportWeight: _, unwanted: __, here: ___, ...shown }) => ({
      ...shown,
      at: createdAt.toISOString(),
      date: dateTime(createdAt, { dateStyle: 'medium', timeStyle: 'short' }),
    }));
}
