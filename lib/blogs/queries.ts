import 'server-only';
import { db } from '@/lib/db/client';
import type { BlogRole, BlogView } from './view';

export const blogFields = { id: true, handle: true, name: true, description: true, language: true, colour: true } as const;

export type BlogFound = { kind: 'found'; blog: BlogView } | { kind: 'moved'; handle: string } | null;

/** The blog at a handle, or where it went. */
export async function blogPage(handle: string): Promise<BlogFound> {
  const known = await db.blogHandle.findUnique({ where: { handle }, select: { blog: { select: blogFields } } });
  if (!known) return null;
  // Also for another spelling of the same handle: one page, one address.
  return known.blog.handle === handle ? { kind: 'found', blog: known.blog } : { kind: 'moved', handle: known.blog.handle };
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
