import 'server-only';
import type { FilterLevel } from '@/lib/blogs/view';
import { isUuid } from '@/lib/core/keys';
import { db } from '@/lib/db/client';
import { cleanDocument } from './document';
import { cardOf, cardRows } from './rows';
import { type PostCard, type PostView, postPath } from './view';

export type PostFound = { kind: 'found'; post: PostView } | { kind: 'moved'; path: string; id: string; blogId: string } | null;

interface PageRow {
  document: unknown;
  changedAt: Date | null;
  reactionCount: number;
  filterLevel: FilterLevel;
  thread: PostView['thread'];
}

const THREAD = `json_build_object('state', p."threadState", 'slowSeconds', p."slowSeconds", 'slowReason', p."slowReason") AS thread`;

/** The published post at an address, or where it went. */
export async function postPage(handle: string, slug: string): Promise<PostFound> {
  const [row] = await cardRows<PageRow>({
    name: 'page',
    more: `, p.document, p."changedAt", p."reactionCount", b."filterLevel"::text AS "filterLevel", ${THREAD}`,
    rest: `JOIN post_slug s ON s."postId" = p.id JOIN blog_handle h ON h."blogId" = s."blogId"
      WHERE h.handle = $1 AND s.slug = $2 AND p."publishedAt" IS NOT NULL`,
    values: [handle, slug],
  });
  if (!row) return null;
  if (row.slug !== slug || row.blog.handle !== handle)
    return { kind: 'moved', path: postPath(row.blog.handle, row.slug), id: row.id, blogId: row.blog.id };
  const { author, changedAt, reactionCount, words, filterLevel, thread } = row;
  return {
    kind: 'found',
    post: { ...cardOf(row), slug, author, changedAt, reactionCount, words, filterLevel, thread, document: cleanDocument(row.document) },
  };
}

export interface PostPage {
  posts: PostCard[];
  /** Hand it back as `before` for the next page; null at the end. */
  next: string | null;
}

interface Latest {
  before?: string | undefined;
  limit?: number;
  blogId?: string;
  tag?: string;
}

/** Published posts, newest first, by cursor: what is published meanwhile neither repeats nor hides one. */
export async function latestPosts({ before, limit = 20, blogId, tag }: Latest): Promise<PostPage> {
  const cursor = cursorOf(before);
  const values: unknown[] = [limit + 1];
  const where = ['p."publishedAt" IS NOT NULL'];
  if (blogId !== undefined) where.push(`p."blogId" = $${values.push(blogId)}`);
  if (tag !== undefined) where.push(`p.tags @> ARRAY[$${values.push(tag)}]`);
  if (cursor) where.push(`(p."publishedAt", p.id) < ($${values.push(cursor.at)}, $${values.push(cursor.id)})`);
  const rest = `WHERE ${where.join(' AND ')} ORDER BY p."publishedAt" DESC, p.id DESC LIMIT $1`;
  const rows = await cardRows({
    name: `latest-${[blogId, tag, cursor].map((one) => Number(one !== undefined && one !== null)).join('')}`,
    rest,
    values,
  });
  const posts = rows.slice(0, limit).map(cardOf);
  const last = posts.at(-1);
  return { posts, next: rows.length > limit && last ? `${last.publishedAt.getTime()}_${last.id}` : null };
}

function cursorOf(text: string | undefined): { at: Date; id: string } | null {
  const [time = '', id] = (text ?? '').split('_');
  return /^\d{1,15}$/.test(time) && isUuid(id) ? { at: new Date(Number(time)), id } : null;
}

/** Published posts that hold all the words, best first; letters with and without marks, large and small, are the same. */
export async function searchPosts(asked: string, limit = 30): Promise<PostCard[]> {
  const query = asked.replaceAll('\0', '').slice(0, 200).trim();
  if (query === '') return [];
  const rows = await cardRows({
    name: 'search',
    rest: `, websearch_to_tsquery('simple', search_fold($1)) AS asked
      WHERE p."publishedAt" IS NOT NULL AND search_vector(p.title, p.standfirst, p.text) @@ asked
      ORDER BY ts_rank_cd(search_vector(p.title, p.standfirst, p.text), asked) DESC, p."publishedAt" DESC, p.id DESC LIMIT $2`,
    values: [query, limit],
  });
  return rows.map(cardOf);
}

/** Three more posts of a blog, the newest. */
export async function moreFromBlog(blogId: string, exceptId: string): Promise<PostCard[]> {
  const rest = `WHERE p."blogId" = $1 AND p.id <> $2 AND p."publishedAt" IS NOT NULL ORDER BY p."publishedAt" DESC, p.id DESC LIMIT 3`;
  return (await cardRows({ name: 'more', rest, values: [blogId, exceptId] })).map(cardOf);
}

/** The tags of the newest two hundred posts, the most used first. */
export async function topTags(limit: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ tag: string }[]>`
    SELECT tag FROM (SELECT unnest(tags) AS tag FROM
      (SELECT tags FROM post WHERE "publishedAt" IS NOT NULL ORDER BY "publishedAt" DESC LIMIT 200) AS newest) AS tags
    GROUP BY tag ORDER BY count(*) DESC, tag LIMIT ${limit}`;
  return rows.map(({ tag }) => tag);
}
