import 'server-only';
import { db } from '@/lib/db/client';
import { pool } from '@/lib/db/pool';
import type { BlogRole, BlogView, FilterLevel } from './view';

export const blogFields = { id: true, handle: true, name: true, description: true, language: true, colour: true } as const;

export type BlogFound = { kind: 'found'; blog: BlogView } | { kind: 'moved'; handle: string; id: string } | null;

/** The blog at a handle, or where it went. */
export async function blogPage(handle: string): Promise<BlogFound> {
  const { rows } = await pool.query<BlogView>({
    name: 'blog-page',
    text: `SELECT b.id, b.handle, b.name, b.description, b.language, b.colour::text AS colour
      FROM blog_handle known JOIN blog b ON b.id = known."blogId" WHERE known.handle = $1`,
    values: [handle],
  });
  const [blog] = rows;
  if (!blog) return null;
  // Also for another spelling of the same handle: one page, one address.
  return blog.handle === handle ? { kind: 'found', blog } : { kind: 'moved', handle: blog.handle, id: blog.id };
}

/** How much *Most relevant* leaves out in this blog. */
export async function filterLevelOf(blogId: string): Promise<FilterLevel> {
  return (await db.blog.findUniqueOrThrow({ where: { id: blogId }, select: { filterLevel: true } })).filterLevel;
}

export async function blogRole(memberId: string, blogId: string): Promise<BlogRole | null> {
  const row = await db.blogMember.findUnique({ where: { blogId_memberId: { blogId, memberId } }, select: { role: true } });
  return row?.role ?? null;
}

export async function blogsOf(memberId: string): Promise<(BlogView & { role: BlogRole })[]> {
  const rows = await db.blogMember.findMany({
    where: { memberId },
    select: { role: true, blog: { select: blogFields } },
    orderBy: { createdAt: 'asc' },
  });
  return rows.map(({ role, blog }) => ({ ...blog, role }));
}

export interface BlogPerson {
  name: string;
  handle: string;
  role: BlogRole;
}

export async function peopleOf(blogId: string): Promise<BlogPerson[]> {
  const rows = await db.blogMember.findMany({
    where: { blogId },
    select: { role: true, member: { select: { name: true, handle: true } } },
    orderBy: [{ role: 'asc' }, { createdAt: 'asc' }],
  });
  return rows.map(({ role, member }) => ({ ...member, role }));
}
