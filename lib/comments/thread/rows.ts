import 'server-only';
import type { SiteRole } from '@/lib/accounts/actor';
import type { BlogRole } from '@/lib/blogs/view';
import { pool } from '@/lib/db/pool';
import type { View } from '@/lib/relevance/order';
import type { CommentStatus } from '../view';

export interface CommentRow {
  id: string;
  parentId: string | null;
  body: string;
  status: CommentStatus;
  ups: number;
  downs: number;
  reportWeight: number;
  unwanted: number | null;
  writerReplied: boolean;
  highlighted: boolean;
  pinned: boolean;
  createdAt: Date;
  editedAt: Date | null;
  /** Since when it is shown; null while it is not. */
  shownAt: Date | null;
  author: { id: string; name: string; handle: string; role: SiteRole; inBlog: BlogRole | null } | null;
  /** Answers to it that have a place in the thread, loaded or not. */
  answers: number;
}

export interface Asked {
  postId: string;
  blogId: string;
}

// What is gone keeps an empty place while an answer to it has one.
const PLACED = `(c.status = 'visible' OR c.answers > 0)`;
// $1 is the blog.
const fields = (
  body: string,
) => `c.id, c."parentId", ${body} AS body, c.answers, c.status::text AS status, c.ups, c.downs, c."reportWeight", c.unwanted, c."writerReplied",
  c."highlightedAt" IS NOT NULL AS highlighted, c."pinnedAt" IS NOT NULL AS pinned, c."createdAt", c."editedAt", c."shownAt",
  CASE WHEN a.id IS NOT NULL THEN json_build_object('id', a.id, 'name', a.name, 'handle', a.handle, 'role', a.role, 'inBlog', b.role) END AS author`;
const FIELDS = fields(`CASE WHEN c.status = 'visible' THEN c.body ELSE '' END`);
/** Ranking asks for no words. */
const RANKED = fields(`''`);
const AUTHOR = `LEFT JOIN member a ON a.id = c."authorId" LEFT JOIN blog_member b ON b."memberId" = a.id AND b."blogId" = $1`;

const BY: Record<View, string> = {
  relevant: 'c.score DESC, c.id',
  newest: 'c."createdAt" DESC, c.id DESC',
  oldest: 'c."createdAt", c.id',
};

/** Every comment of a small thread that has a place in it; null when they are more than `most`. */
export async function wholeThread({ postId, blogId }: Asked, most: number): Promise<CommentRow[] | null> {
  const { rows } = await pool.query<CommentRow>({
    name: 'thread',
    text: `SELECT ${FIELDS} FROM comment c ${AUTHOR} WHERE c."postId" = $2 AND ${PLACED} LIMIT $3`,
    values: [blogId, postId, most + 1],
  });
  return rows.length > most ? null : rows;
}

/** Answers of one comment that are loaded with it: so many of one that begins a branch, of its answers, of theirs, and how deep. */
const WIDE = [3, 2, 1] as const;
const DEEP = 12;
/** Of a page's comments those that are less deep come first. */
const MOST_ON_PAGE = 200;

/** These comments and the first answers to each, and to those, in the order of `view`; at most `MOST_ON_PAGE`. */
export async function branchesOf({ blogId }: Asked, ids: readonly string[], view: View): Promise<CommentRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await pool.query<CommentRow>({
    name: `branches ${view}`,
    text: `WITH RECURSIVE tree AS (
        SELECT id, 0 AS depth FROM unnest($2::uuid[]) AS id
        UNION ALL
        SELECT below.id, tree.depth + 1 FROM tree CROSS JOIN LATERAL (
          SELECT id, row_number() OVER () AS nth FROM (
            SELECT c.id FROM comment c WHERE c."parentId" = tree.id AND ${PLACED} ORDER BY ${BY[view]} LIMIT ${WIDE[0]}) first) below
        WHERE tree.depth < ${DEEP} AND below.nth <= CASE tree.depth WHEN 0 THEN ${WIDE[0]} WHEN 1 THEN ${WIDE[1]} ELSE ${WIDE[2]} END),
      page AS (SELECT id FROM tree ORDER BY depth, id LIMIT ${MOST_ON_PAGE})
      SELECT ${FIELDS} FROM page JOIN comment c ON c.id = page.id ${AUTHOR} WHERE ${PLACED}`,
    values: [blogId, ids],
  });
  return rows;
}

/** Of a line of answers to answers so many are loaded with the one that is looked at. */
const HIGH = 20;

/** A comment and the nearest of those that it answers, the topmost first; empty when it is not shown under this post. */
export async function ancestorsOf({ postId, blogId }: Asked, commentId: string): Promise<CommentRow[]> {
  const { rows } = await pool.query<CommentRow>({
    name: 'ancestors',
    text: `WITH RECURSIVE up AS (
        SELECT id, "parentId", 0 AS height FROM comment c WHERE id = $3 AND "postId" = $2 AND ${PLACED}
        UNION ALL
        SELECT c.id, c."parentId", up.height + 1 FROM up JOIN comment c ON c.id = up."parentId" WHERE up.height < ${HIGH})
      SELECT ${FIELDS} FROM up JOIN comment c ON c.id = up.id ${AUTHOR} ORDER BY up.height DESC`,
    values: [blogId, postId, commentId],
  });
  return rows;
}

/** These comments with the nearest of those that each answers. */
export async function linesOf({ postId, blogId }: Asked, ids: readonly string[]): Promise<CommentRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await pool.query<CommentRow>({
    name: 'lines',
    text: `WITH RECURSIVE up AS (
        SELECT id, "parentId", 0 AS height FROM comment c WHERE id = ANY ($3::uuid[]) AND "postId" = $2
        UNION ALL
        SELECT c.id, c."parentId", up.height + 1 FROM up JOIN comment c ON c.id = up."parentId" WHERE up.height < ${HIGH}),
      line AS (SELECT DISTINCT id FROM up)
      SELECT ${FIELDS} FROM line JOIN comment c ON c.id = line.id ${AUTHOR} WHERE ${PLACED}`,
    values: [blogId, postId, ids],
  });
  return rows;
}

export interface Place {
  createdAt: Date;
  id: string;
}

/** Up to `limit` comments that answer `parentId` (null: that begin a branch), by time, from after `place` on. */
export async function byTime(
  { postId }: Asked,
  { parentId, newestFirst, after, limit }: { parentId: string | null; newestFirst: boolean; after: Place | null; limit: number },
): Promise<Place[]> {
  const beyond = newestFirst ? '<' : '>';
  const { rows } = await pool.query<Place>({
    name: `by time ${newestFirst} ${parentId === null} ${after === null}`,
    // An index gives this order only when it is told the first of its columns, null though it always is.
    text: `SELECT c.id, c."createdAt" FROM comment c WHERE c."postId" = $1 AND ${PLACED}
        AND ${parentId === null ? 'c."parentId" IS NULL AND $3::uuid IS NULL' : 'c."parentId" = $3'}
        ${after === null ? '' : `AND (c."createdAt", c.id) ${beyond} ($4, $5)`}
      ORDER BY c."parentId"${newestFirst ? ' DESC' : ''}, ${BY[newestFirst ? 'newest' : 'oldest']} LIMIT $2`,
    values: [postId, limit, parentId, ...(after === null ? [] : [after.createdAt, after.id])],
  });
  return rows;
}

/** Up to `limit` comments that came to be shown after `since`, the latest first, from after `place` on; a place is of when they did. */
export async function shownSince(
  { postId }: Pick<Asked, 'postId'>,
  { since, after, limit }: { since: Date; after: Place | null; limit: number },
): Promise<Place[]> {
  const { rows } = await pool.query<Place>({
    name: `shown since ${after === null}`,
    text: `SELECT c.id, c."shownAt" AS "createdAt" FROM comment c WHERE c."postId" = $1 AND c."shownAt" > $2 AND c.status = 'visible'
        ${after === null ? '' : 'AND (c."shownAt", c.id) < ($4, $5)'}
      ORDER BY c."shownAt" DESC, c.id DESC LIMIT $3`,
    values: [postId, since, limit, ...(after === null ? [] : [after.createdAt, after.id])],
  });
  return rows;
}

/** Every comment that begins a branch, as ranking wants to know it. */
export async function roots({ postId, blogId }: Asked): Promise<CommentRow[]> {
  const { rows } = await pool.query<CommentRow>({
    name: 'roots',
    text: `SELECT ${RANKED} FROM comment c ${AUTHOR}
      WHERE c."postId" = $2 AND c."parentId" IS NULL AND ${PLACED}`,
    values: [blogId, postId],
  });
  return rows;
}

/** The visible comments of a thread that any level of the filter could leave out: judged down, or thought unwanted. */
export async function doubtful({ postId, blogId }: Asked, unwanted: number): Promise<CommentRow[]> {
  const { rows } = await pool.query<CommentRow>({
    name: 'doubtful',
    text: `SELECT ${RANKED} FROM comment c ${AUTHOR}
      WHERE c."postId" = $2 AND c.status = 'visible' AND (c.downs + c."reportWeight" > c.ups OR c.unwanted >= $3)`,
    values: [blogId, postId, unwanted],
  });
  return rows;
}

/** When the last of the comments came to be shown; null without any. */
export async function newestOf({ postId }: Pick<Asked, 'postId'>): Promise<Date | null> {
  const { rows } = await pool.query<{ newest: Date | null }>({
    name: 'newest',
    text: `SELECT max("shownAt") AS newest FROM comment WHERE "postId" = $1`,
    values: [postId],
  });
  return rows[0]?.newest ?? null;
}
