import 'server-only';
import type { SiteRole } from '@/lib/accounts/actor';
import { markSeen } from '@/lib/accounts/seen';
import { canModerateBlog, canWriteIn } from '@/lib/blogs/policy';
import type { BlogRole, FilterLevel } from '@/lib/blogs/view';
import { waitsBecause } from '@/lib/comments/waits-because';
import { pool } from '@/lib/db/pool';
import { creditedToday } from '@/lib/reading/credit';
import { beatsToday } from '@/lib/reading/slots';
import { filterReason } from '@/lib/relevance/filter';
import type { Judged } from '@/lib/relevance/rule';
import { followedLeftOut } from './followed';
import { mutedHere } from './muted';
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
  muted: null,
  followed: [],
  canModerate: false,
  isWriter: false,
  unread: 0,
  measured: null,
  readToday: 0,
};

interface Row {
  id: string;
  name: string;
  handle: string;
  role: SiteRole;
  sessionId: string;
  idle: boolean;
  /** They have read no post today. */
  blogRole: BlogRole | null;
  /** As `isBarred`. */
  barred: boolean;
  subscribed: string[];
  muted: string[];
  follows: boolean;
  reacted: boolean;
  bookmarked: boolean;
  votes: Record<string, 1 | -1>;
  own: (Omit<Viewer['ownComments'][number], 'filtered' | 'because'> & { judged: Omit<Judged, 'exempt'>; rule: string })[];
  level: FilterLevel;
  language: string;
  isWriter: boolean;
  visible: number;
  unread: number;
  measured: boolean | null;
  beats: number;
}

/** The latest of one thread. */
const MOST_VOTES = 1_000;
const MOST_OWN = 200;
/** What stands where everyone reads it comes with its words for as long as it may be looked for. Milliseconds. */
const FRESH = 3_600_000;

// $1 hash of the session, $2 post or null, $3 blog or null.
const ASK = `
SELECT m.id, m.name, m.handle, m.role::text AS role, s.id AS "sessionId", s."lastSeenAt" < now() - interval '1 hour' AS idle,
  (SELECT role::text FROM blog_member WHERE "memberId" = m.id AND "blogId" = coalesce(p."blogId", $3::uuid)) AS "blogRole",
  EXISTS (SELECT FROM sanction WHERE "memberId" = m.id AND "liftedAt" IS NULL AND kind IN ('banned', 'suspended')
    AND (until IS NULL OR until > now()) AND ("blogId" IS NULL OR "blogId" = coalesce(p."blogId", $3::uuid))) AS barred,
  (SELECT coalesce(json_agg("blogId"), '[]') FROM subscription
    WHERE "memberId" = m.id AND "endedAt" IS NULL AND "confirmedAt" IS NOT NULL) AS subscribed,
  (SELECT coalesce(json_agg("mutedId"), '[]') FROM mute WHERE "memberId" = m.id) AS muted,
  EXISTS (SELECT FROM follow WHERE "memberId" = m.id) AS follows,
  EXISTS (SELECT FROM reaction WHERE "postId" = p.id AND "memberId" = m.id) AS reacted,
  EXISTS (SELECT FROM bookmark WHERE "postId" = p.id AND "memberId" = m.id) AS bookmarked,
  (SELECT coalesce(json_object_agg(v."commentId", v.value), '{}') FROM (SELECT "commentId", value FROM vote
    WHERE "memberId" = m.id AND "postId" = p.id AND value <> 0 ORDER BY "createdAt" DESC LIMIT ${MOST_VOTES}) v) AS votes,
  (SELECT coalesce(json_agg(json_build_object('id', c.id, 'parentId', c."parentId", 'at', extract(epoch FROM c."createdAt") * 1000, 'body', c.body, 'status', c.status, 'judged',
      json_build_object('ups', c.ups, 'downs', c.downs, 'reportWeight', c."reportWeight", 'unwanted', c.unwanted,
        'highlighted', c."highlightedAt" IS NOT NULL, 'pinned', c."pinnedAt" IS NOT NULL), 'rule', coalesce((SELECT e.rule FROM moderation_event e
        WHERE e."commentId" = c.id AND e."toStatus" = 'held' AND c.status = 'held' AND e."byMachine" ORDER BY e.seq DESC LIMIT 1), ''))
      ORDER BY c."createdAt"), '[]') FROM (SELECT * FROM comment
    WHERE "authorId" = m.id AND "postId" = p.id AND status <> 'withdrawn' ORDER BY "createdAt" DESC LIMIT ${MOST_OWN}) c) AS own,
  coalesce(p."authorId" = m.id, false) AS "isWriter", coalesce(p."commentCount", 0) AS visible,
  (SELECT count(*)::int FROM (SELECT FROM notification n LEFT JOIN comment c ON c.id = n."commentId"
    WHERE n."memberId" = m.id AND n."readAt" IS NULL AND (n."commentId" IS NULL OR c.status = 'visible')
      AND NOT EXISTS (SELECT FROM moderation_event u WHERE u."undoesId" = n."eventId")
      AND NOT EXISTS (SELECT FROM mute WHERE "memberId" = m.id AND "mutedId" = c."authorId") LIMIT 100) AS n) AS unread,
  m.measured, CASE WHEN m.measured AND p.id IS NOT NULL THEN ${beatsToday('m.id')} ELSE 0 END AS beats,
  coalesce(g."filterLevel", 'off')::text AS level, coalesce(g.language, 'en') AS language
FROM session s JOIN member m ON m.id = s."memberId" LEFT JOIN post p ON p.id = $2::uuid LEFT JOIN blog g ON g.id = p."blogId"
WHERE s."tokenHash" = $1 AND s."expiresAt" > now()`;

interface Asked {
  /** Ids, or null. */
  post: string | null;
  blog: string | null;
  /** The comments that the page has only a line of. */
  folded?: readonly string[];
}

/**
 * All that differs for one person on a shared page, in one statement, and one more for who follows or mutes someone: every signed-in reader asks
 * it once a page.
 * A guest for a session that is over.
 */
export async function viewerOf(sessionHash: string, { post, blog, folded = [] }: Asked): Promise<Viewer> {
  const { rows } = await pool.query<Row>({ name: 'viewer', text: ASK, values: [sessionHash, post, blog] });
  const row = rows[0];
  if (!row) return NOBODY;
  if (row.idle) await markSeen(row.sessionId, new Date());
  const ofSite = row.role !== 'member';
  const exempt = ofSite || row.blogRole !== null || row.isWriter;
  const thread = { level: row.level, total: row.visible, language: row.language, folded };
  const muted = row.muted.length > 0 && post ? await mutedHere(row.id, { postId: post, ...thread }) : null;
  const followed = row.follows && post ? await followedLeftOut(row.id, { postId: post, ...thread }) : [];
  return {
    member: { id: row.id, name: row.name, handle: row.handle, role: row.role },
    canWrite: canWriteIn(row.blogRole),
    subscribedBlogIds: row.subscribed,
    reacted: row.reacted,
    bookmarked: row.bookmarked,
    votes: row.votes,
    ownComments: row.own.map(({ judged, body, rule, ...own }) => {
      const filtered = own.status === 'visible' ? filterReason({ ...judged, exempt }, { level: row.level, total: row.visible }) : null;
      const needed = own.status !== 'visible' || filtered !== null || Date.now() - own.at < FRESH;
      return { ...own, because: waitsBecause(row.language, rule), filtered, body: needed ? body : '' };
    }),
    mutedIds: row.muted,
    muted,
    followed,
    canModerate: ofSite || (canModerateBlog(row.blogRole) && !row.barred),
    isWriter: row.isWriter,
    unread: row.unread,
    measured: row.measured,
    readToday: creditedToday(row.beats),
  };
}
