import 'server-only';
import type { Tx } from '@/lib/db/client';
import type { PostRead } from './credit';

/** What of a post decides whether reading it counts. */
export interface KnownPost {
  id: string;
  blogId: string;
  /** Null where its writer has left. */
  authorId: string | null;
  words: number;
  publishedAt: Date | null;
}

/** What of a reader does. */
export interface KnownReader {
  id: string;
  role: string;
  blogRoles: readonly { blogId: string }[];
}

/** These posts, as they are now; one that is gone is not among them. */
export async function postsKnown(tx: Tx, ids: readonly string[]): Promise<Map<string, KnownPost>> {
  const rows = await tx.$queryRaw<KnownPost[]>`
    SELECT id, "blogId", "authorId", words, "publishedAt" FROM post WHERE id = ANY (${[...new Set(ids)]}::uuid[])`;
  return new Map(rows.map((post) => [post.id, post]));
}

/** What a reader's own standing to a post bars, whoever else is linked or banned. */
export function barredFor({ id, blogRoles }: KnownReader, { authorId, blogId, publishedAt }: KnownPost): PostRead['barred'] {
  // First: what is one's own is so whether it is shown or not, and no dispute makes it count.
  if (authorId === id || blogRoles.some((role) => role.blogId === blogId)) return 'own-blog';
  return publishedAt === null ? 'removed' : null;
}

/** Whether somebody is of the site's own people. */
export const isStaff = ({ role }: KnownReader): boolean => role !== 'member';
