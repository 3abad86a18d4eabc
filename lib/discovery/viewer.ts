import 'server-only';
import type { SiteRole } from '@/lib/accounts/actor';
import { canModerateBlog, canWriteIn } from '@/lib/blogs/policy';
import type { BlogRole } from '@/lib/blogs/view';
import { pool } from '@/lib/db/pool';
import { isFiltered } from '@/lib/relevance/filter';
import type { Viewer } from './viewer-shape';

export const NOBODY: Viewer = {
  member: null,
  canWrite: false,
  subscribedBlogIds: [],
  reacted: false,
  bookmarked: false,
  votes: {},
  ownComments: [],
  mutedIds: [],
  canModerate: false,
};

interface Row {
  id: string;
  name: string;
  handle: string;
  role: SiteRole;
  sessionId: string;
  idle: boolean;
  blogRole: BlogRole | null;
  subscribed: string[];
  muted: string[];
  reacted: boolean;
  bookmarked: boolean;
  votes: Record<string, 1 | -1>;
  own: (Viewer['ownComments'][number] & { ups: number; downs: number })[];
  isWriter: boolean;
  visible: number;
}

// $1 hash of the session, $2 post or null, $3 blog or null.
const ASK = `
SELECT m.id, m.name, m.handle, m.role::text AS role, s.id AS "sessionId", s."lastSeenAt" < now() - interval '1 hour' AS idle,
  (SELECT role::text FROM blog_member WHERE "memberId" = m.id AND "blogId" = coalesce(p."blogId", $3::uuid)) AS "blogRole",
  (SELECT coalesce(json_agg("blogId"), '[]') FROM subscription
    WHERE "memberId" = m.id AND "endedAt" IS NULL AND "confirmedAt" IS NOT NULL) AS subscribed,
  (SELECT coalesce(json_agg("mutedId"), '[]') FROM mute WHERE "memberId" = m.id) AS muted,
  EXISTS (SELECT FROM reaction WHERE "postId" = p.id AND "memberId" = m.id) AS reacted,
  EXISTS (SELECT FROM bookmark WHERE "postId" = p.id AND "memberId" = m.id) AS bookmarked,
  (SELECT coalesce(json_object_agg(v."commentId", v.value), '{}') FROM vote v JOIN comment c ON c.id = v."commentId"
    WHERE v."memberId" = m.id AND c."postId" = p.id) AS votes,
  (SELECT coalesce(json_agg(json_build_object('id', c.id, 'parentId', c."parentId", 'body', c.body, 'status', c.status, 'ups', c.ups,
      'downs', c.downs, 'reason', coalesce((SELECT coalesce(nullif(e.reason, ''), e.rule) FROM moderation_event e
        WHERE e."commentId" = c.id AND e."toStatus" IN ('held', 'rejected', 'removed') ORDER BY e."createdAt" DESC LIMIT 1), ''))
      ORDER BY c."createdAt"), '[]') FROM comment c
    WHERE c."authorId" = m.id AND c."postId" = p.id AND c.status <> 'withdrawn') AS own,
  coalesce(p."authorId" = m.id, false) AS "isWriter", coalesce(p."commentCount", 0) AS visible
FROM session s JOIN member m ON m.id = s."memberId" LEFT JOIN post p ON p.id = $2::uuid
WHERE s."tokenHash" = $1 AND s."expiresAt" > now()`;

/**
 * All that differs for one person on a shared page, in one statement: every signed-in reader asks it once a page.
 * `post` and `blog` are ids or null. A guest for a session that is over.
 */
export async function viewerOf(sessionHash: string, { post, blog }: { post: string | null; blog: string | null }): Promise<Viewer> {
  const { rows } = await pool.query<Row>({ name: 'viewer', text: ASK, values: [sessionHash, post, blog] });
  const row = rows[0];
  if (!row) return NOBODY;
  if (row.idle) await pool.query('UPDATE session SET "lastSeenAt" = now() WHERE id = $1', [row.sessionId]);
  const ofSite = row.role !== 'member';
  const exempt = ofSite || row.blogRole !== null || row.isWriter;
  return {
    member: { id: row.id, name: row.name, handle: row.handle, role: row.role },
    canWrite: canWriteIn(row.blogRole),
    subscribedBlogIds: row.subscribed,
    reacted: row.reacted,
    bookmarked: row.bookmarked,
    votes: row.votes,
    ownComments: row.own.map(({ ups, downs, ...own }) => ({
      ...own,
      filtered: own.status === 'visible' && isFiltered({ ups, downs, exempt }, row.visible),
    })),
    mutedIds: row.muted,
    canModerate: ofSite || canModerateBlog(row.blogRole),
  };
}
