import 'server-only';
import { isAdmin, isSiteModerator, type Member } from '@/lib/accounts/actor';
import { holdingAt } from '@/lib/accounts/holding';
import { blogPath } from '@/lib/blogs/view';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { postPath } from '@/lib/posts/view';
import { OF_DISPUTES, OF_EARNING } from './action-words';
import { ONE_BY_ONE } from './public-log';

/**
 * The blogs this member moderates; null is: all. A role does not outlast a ban or suspension: none of any blog for who is barred from
 * the whole site, not that blog for who is barred from it.
 */
export async function moderatedBlogIds(member: Member, now = new Date()): Promise<string[] | null> {
  const barring = await db.sanction.findMany({
    where: { memberId: member.id, kind: { in: ['banned', 'suspended'] }, ...holdingAt(now) },
    select: { blogId: true },
  });
  const barred = barring.map(({ blogId }) => blogId);
  if (barred.includes(null)) return [];
  if (isSiteModerator(member)) return null;
  const rows = await db.blogMember.findMany({
    where: { memberId: member.id, role: { in: ['owner', 'editor', 'moderator'] } },
    select: { blogId: true },
  });
  return rows.flatMap(({ blogId }) => (barred.includes(blogId) ? [] : blogId));
}

export interface LogEntry {
  id: string;
  action: string;
  rule: string;
  ruleVersion: number;
  reason: string;
  byMachine: boolean;
  actor: { name: string; role: string } | null;
  commentId: string | null;
  /** Whom it is about, where it is about somebody and no comment of theirs; null when they have left, too. */
  person: { name: string; handle: string } | null;
  /** The post, or the blog where it is about all of one. */
  post: { title: string; path: string } | null;
  /** Of what was removed with a ban, all in one: comments removed, and those given back. */
  sweep: { done: number; returned: number } | null;
  createdAt: Date;
}

const LOG_PAGE = 50;

/** Who did what when, newest first; of the blogs this member moderates. Holds no text of a comment. */
export async function auditLog(member: Member, before: string | undefined): Promise<{ entries: LogEntry[]; next: string | null }> {
  const blogIds = await moderatedBlogIds(member);
  if (blogIds?.length === 0) throw new Refused('not-found');
  const about = { title: true, slug: true, blog: { select: { handle: true } } } as const;
  const rows = await db.moderationEvent.findMany({
    where: {
      AND: [
        blogIds ? { underBlogId: { in: blogIds } } : {},
        ONE_BY_ONE,
        // What people earn is for admins alone.
        isAdmin(member) ? {} : { holdId: null, linkId: null, action: { notIn: [...OF_EARNING, ...OF_DISPUTES] } },
      ],
      ...(before && /^[0-9a-f-]{36}$/.test(before) ? { id: { lt: before } } : {}),
    },
    select: {
      id: true,
      action: true,
      rule: true,
      ruleVersion: true,
      reason: true,
      byMachine: true,
      commentId: true,
      createdAt: true,
      actor: { select: { name: true, role: true } },
      person: { select: { name: true, handle: true } },
      comment: { select: { post: { select: about } } },
      post: { select: about },
      blog: { select: { name: true, handle: true } },
      sweep: { select: { done: true, returned: true } },
    },
    orderBy: { id: 'desc' },
    take: LOG_PAGE + 1,
  });
  const entries = rows.slice(0, LOG_PAGE).map(({ comment, post, blog, ...row }) => {
    const where = comment?.post ?? post;
    const whole = blog ? { title: blog.name, path: blogPath(blog) } : null;
    const person = row.commentId === null ? row.person : null;
    return { ...row, person, post: where ? { title: where.title, path: postPath(where.blog.handle, where.slug ?? '') } : whole };
  });
  return { entries, next: rows.length > LOG_PAGE ? (entries.at(-1)?.id ?? null) : null };
}

export interface Person {
  name: string;
  handle: string;
  role: 'member' | 'moderator' | 'admin';
}

/** People whose name or handle begins like `words`; for admins. */
export async function findPeople(member: Member, words: string): Promise<Person[]> {
  if (member.role !== 'admin') throw new Refused('not-found');
  const said = words.trim();
  const like = { startsWith: said, mode: 'insensitive' as const };
  return db.member.findMany({
    where: said === '' ? { role: { not: 'member' } } : { OR: [{ handle: like }, { name: like }] },
    select: { name: true, handle: true, role: true },
    orderBy: { handle: 'asc' },
    take: 50,
  });
}
