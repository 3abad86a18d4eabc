import 'server-only';
import { pool } from '@/lib/db/pool';
import { ESTABLISHED } from '@/lib/screening/trust';

// $1 days, $2 people. Accounts that were made in one hour count as one person, and the site's ban of an owner takes it back.
const ESTABLISH = `
WITH heard AS (
  SELECT p."blogId" AS id FROM comment c JOIN post p ON p.id = c."postId" JOIN member m ON m.id = c."authorId"
  WHERE c.status = 'visible' AND m."createdAt" <= now() - make_interval(days => $1) AND m."emailVerifiedAt" IS NOT NULL
    AND NOT EXISTS (SELECT FROM blog_member b WHERE b."blogId" = p."blogId" AND b."memberId" = m.id)
  GROUP BY 1 HAVING count(DISTINCT date_trunc('hour', m."createdAt")) >= $2
), barred AS (
  SELECT b."blogId" AS id FROM blog_member b JOIN sanction s ON s."memberId" = b."memberId"
  WHERE b.role = 'owner' AND s.kind = 'banned' AND s."blogId" IS NULL AND s."liftedAt" IS NULL
)
UPDATE blog SET "establishedAt" = CASE WHEN "establishedAt" IS NULL THEN now() END
WHERE CASE WHEN "establishedAt" IS NULL
  THEN "createdAt" <= now() - make_interval(days => $1) AND id IN (SELECT id FROM heard) AND id NOT IN (SELECT id FROM barred)
  ELSE id IN (SELECT id FROM barred) END`;

/**
 * Looks which blogs have become established (`ESTABLISHED`), and which have ceased to be because an owner is banned from the site.
 * A job's work, every night: again changes nothing.
 */
export async function establishBlogs(): Promise<void> {
  await pool.query(ESTABLISH, [ESTABLISHED.days, ESTABLISHED.people]);
}
