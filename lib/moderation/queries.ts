import 'server-only';
import { isSiteModerator, type Member } from '@/lib/accounts/actor';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { postPath } from '@/lib/posts/view';

/** The blogs this member moderates; null is: all. */
export async function moderatedBlogIds(member: Member): Promise<string[] | null> {
  if (isSiteModerator(member)) return null;
  const rows = await db.blogMember.findMany({
    where: { memberId: member.id, role: { in: ['owner', 'editor', 'moderator'] } },
    select: { blogId: true },
  });
  return rows.map(({ blogId }) => blogId);
}

export interface QueueItem {
  id: string;
  revision: number;
  body: string;
  status: 'held' | 'visible';
  createdAt: Date;
  /** The rule that held it; empty for one that is only reported. */
  rule: string;
  author: { name: string; handle: string; joinedAt: Date; shown: number; removed: number } | null;
  parent: { name: string | null; body: string } | null;
  post: { title: string; path: string; blog: string; language: string };
  reports: { reason: string; note: string; count: number }[];
}

const QUEUE_LENGTH = 100;

/** Held comments and those with open reports that this member may decide, the longest waiting first. @throws Refused `not-found` */
export async function queue(member: Member): Promise<QueueItem[]> {
  const blogIds = await moderatedBlogIds(member);
  if (blogIds?.length === 0) throw new Refused('not-found');
  const rows = await db.comment.findMany({
    where: {
      OR: [{ status: 'held' }, { status: 'visible', reports: { some: { resolvedAt: null } } }],
      ...(blogIds ? { post: { blogId: { in: blogIds } } } : {}),
    },
    select: {
      id: true,
      revision: true,
      body: true,
      status: true,
      createdAt: true,
      authorId: true,
      author: { select: { name: true, handle: true, createdAt: true } },
      parent: { select: { body: true, author: { select: { name: true } } } },
      post: { select: { title: true, slug: true, blog: { select: { name: true, handle: true, language: true } } } },
      reports: { where: { resolvedAt: null }, select: { reason: true, note: true } },
      events: { where: { toStatus: 'held' }, orderBy: { createdAt: 'desc' }, take: 1, select: { rule: true } },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: QUEUE_LENGTH,
  });
  const records = await recordsOf(rows.flatMap(({ authorId }) => (authorId ? [authorId] : [])));
  return rows.map(({ authorId, author, parent, post, reports, events, ...row }) => ({
    ...row,
    status: row.status === 'held' ? 'held' : 'visible',
    rule: row.status === 'held' ? (events[0]?.rule ?? '') : '',
    author:
      author && authorId
        ? { name: author.name, handle: author.handle, joinedAt: author.createdAt, ...(records.get(authorId) ?? { shown: 0, removed: 0 }) }
        : null,
    parent: parent ? { name: parent.author?.name ?? null, body: parent.body.slice(0, 400) } : null,
    post: { title: post.title, path: postPath(post.blog.handle, post.slug ?? ''), blog: post.blog.name, language: post.blog.language },
    reports: summed(reports),
  }));
}

function summed(reports: { reason: string; note: string }[]): QueueItem['reports'] {
  const groups = Map.groupBy(reports, ({ reason }) => reason);
  return [...groups].map(([reason, all]) => ({
    reason,
    note: all
      .map(({ note }) => note)
      .filter(Boolean)
      .join(' · '),
    count: all.length,
  }));
}

async function recordsOf(authorIds: string[]): Promise<Map<string, { shown: number; removed: number }>> {
  const groups = await db.comment.groupBy({
    by: ['authorId', 'status'],
    where: { authorId: { in: [...new Set(authorIds)] } },
    _count: true,
  });
  const records = new Map<string, { shown: number; removed: number }>();
  for (const { authorId, status, _count } of groups) {
    if (!authorId) continue;
    const record = records.get(authorId) ?? { shown: 0, removed: 0 };
    if (status === 'visible') record.shown += _count;
    if (status === 'removed' || status === 'rejected') record.removed += _count;
    records.set(authorId, record);
  }
  return records;
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
  post: { title: string; path: string } | null;
  createdAt: Date;
}

const LOG_PAGE = 50;

/** Who did what when, newest first; of the blogs this member moderates. Holds no text of a comment. */
export async function auditLog(member: Member, before: string | undefined): Promise<{ entries: LogEntry[]; next: string | null }> {
  const blogIds = await moderatedBlogIds(member);
  if (blogIds?.length === 0) throw new Refused('not-found');
  const here = { post: { blogId: { in: blogIds ?? [] } } };
  const about = { title: true, slug: true, blog: { select: { handle: true } } } as const;
  const rows = await db.moderationEvent.findMany({
    where: {
      ...(blogIds ? { OR: [{ comment: here }, here, { blogId: { in: blogIds } }] } : {}),
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
      comment: { select: { post: { select: about } } },
      post: { select: about },
    },
    orderBy: { id: 'desc' },
    take: LOG_PAGE + 1,
  });
  const entries = rows.slice(0, LOG_PAGE).map(({ comment, post, ...row }) => {
    const where = comment?.post ?? post;
    return { ...row, post: where ? { title: where.title, path: postPath(where.blog.handle, where.slug ?? '') } : null };
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
