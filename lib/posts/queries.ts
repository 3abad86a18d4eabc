import 'server-only';
import { isUuid } from '@/lib/core/keys';
import { db, Prisma } from '@/lib/db/client';
import { cleanDocument } from './document';
import { cardFields, cardOf } from './rows';
import { type PostCard, type PostView, postPath } from './view';

export type PostFound = { kind: 'found'; post: PostView } | { kind: 'moved'; path: string } | null;

/** The published post at an address, or where it went. */
export async function postPage(handle: string, slug: string): Promise<PostFound> {
  const known = await db.blogHandle.findUnique({ where: { handle }, select: { blogId: true, blog: { select: { handle: true } } } });
  if (!known) return null;
  const named = await db.postSlug.findUnique({ where: { blogId_slug: { blogId: known.blogId, slug } }, select: { postId: true } });
  if (!named) return null;
  const row = await db.post.findFirst({
    where: { id: named.postId, publishedAt: { not: null } },
    select: { ...cardFields, document: true, changedAt: true, reactionCount: true },
  });
  if (!row) return null;
  if (row.slug !== slug || known.blog.handle !== handle) return { kind: 'moved', path: postPath(known.blog.handle, row.slug ?? '') };
  const { author, changedAt, reactionCount, words } = row;
  return { kind: 'found', post: { ...cardOf(row), slug, author, changedAt, reactionCount, words, document: cleanDocument(row.document) } };
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
  const rows = await db.post.findMany({
    where: {
      publishedAt: { not: null },
      ...(blogId === undefined ? {} : { blogId }),
      ...(tag === undefined ? {} : { tags: { has: tag } }),
      ...(cursor ? { OR: [{ publishedAt: { lt: cursor.at } }, { publishedAt: cursor.at, id: { lt: cursor.id } }] } : {}),
    },
    select: cardFields,
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
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
  const found = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT post.id FROM post, websearch_to_tsquery('simple', search_fold(${query})) AS asked
    WHERE post."publishedAt" IS NOT NULL AND search_vector(post.title, post.standfirst, post.text) @@ asked
    ORDER BY ts_rank_cd(search_vector(post.title, post.standfirst, post.text), asked) DESC, post."publishedAt" DESC, post.id DESC
    LIMIT ${limit}`);
  const rows = await db.post.findMany({ where: { id: { in: found.map(({ id }) => id) } }, select: cardFields });
  return found.flatMap(({ id }) => rows.filter((row) => row.id === id).map(cardOf));
}

/** Three more posts of a blog, the newest. */
export async function moreFromBlog(blogId: string, exceptId: string): Promise<PostCard[]> {
  const rows = await db.post.findMany({
    where: { blogId, publishedAt: { not: null }, id: { not: exceptId } },
    select: cardFields,
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    take: 3,
  });
  return rows.map(cardOf);
}

/** The tags of the newest two hundred posts, the most used first. */
export async function topTags(limit: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ tag: string }[]>`
    SELECT tag FROM (SELECT unnest(tags) AS tag FROM
      (SELECT tags FROM post WHERE "publishedAt" IS NOT NULL ORDER BY "publishedAt" DESC LIMIT 200) AS newest) AS tags
    GROUP BY tag ORDER BY count(*) DESC, tag LIMIT ${limit}`;
  return rows.map(({ tag }) => tag);
}
