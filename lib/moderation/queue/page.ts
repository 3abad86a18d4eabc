import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { postPath } from '@/lib/posts/view';
import { lastDecisions } from '../decided';
import { countAppeals } from '../open-appeals';
import { moderatedBlogIds } from '../queries';
import { isRule } from '../rule-words';
import { idsOfAll } from './all';
import { type Asked, afterOf, cursorOf, type Tab, tabOf, whereOf } from './asked';
import { type Near, neighboursOf } from './neighbours';
import { NO_RECORD, type Record, recordsOf } from './record';

export interface QueueItem {
  id: string;
  revision: number;
  /** The last decision known with it, empty for none; a decision about it says so again. */
  seen: string;
  body: string;
  status: 'held' | 'visible' | 'rejected' | 'removed' | 'withdrawn';
  createdAt: Date;
  /** Of who asks: another decides about it. */
  own: boolean;
  /** The rule that held it; empty for one that is only reported. */
  rule: string;
  author: ({ name: string; handle: string; joinedAt: Date } & Record) | null;
  parent: { name: string | null; body: string } | null;
  /** What stands before and after it under the same comment. */
  near: Near[];
  post: { title: string; path: string; blog: string; language: string };
  /** `rules` are those by which a machine reported it. */
  reports: { reason: string; note: string; count: number; rules: string[] }[];
  /** Whether others reported its words as they are now. */
  reportedNow: boolean;
  /** Earlier words that wait for an answer to reports about them, the latest first. */
  reported: { revision: number; body: string }[];
}

export const QUEUE_PAGE = 50;

/** A page of what this member may decide, the longest waiting first; of all comments, the newest first. @throws Refused `not-found` */
export async function queue(member: Member, asked: Asked = {}): Promise<{ items: QueueItem[]; next: string | null }> {
  const blogIds = await moderatedBlogIds(member);
  if (blogIds?.length === 0) throw new Refused('not-found');
  const [all, most] = [tabOf(asked) === 'all', QUEUE_PAGE + 1];
  const direction = all ? 'desc' : 'asc';
  const found = await db.comment.findMany({
    where: all ? { id: { in: await idsOfAll(asked, blogIds, most) } } : { AND: [whereOf(asked, blogIds), afterOf(asked)] },
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
      reports: { where: { resolvedAt: null }, select: { reason: true, note: true, revision: true, memberId: true } },
      events: { where: { toStatus: 'held', byMachine: true }, orderBy: { seq: 'desc' }, take: 1, select: { rule: true } },
    },
    orderBy: [{ createdAt: direction }, { id: direction }],
    take: most,
  });
  const rows = found.slice(0, QUEUE_PAGE);
  const ids = rows.map(({ id }) => id);
  const records = await recordsOf(
    rows.flatMap(({ authorId }) => (authorId ? [authorId] : [])),
    blogIds,
  );
  const [decided, near, earlier] = [await lastDecisions(ids), await neighboursOf(ids), await reportedWords(rows)];
  const items = rows.map(({ authorId, author, parent, post, reports, events, ...row }) => ({
    ...row,
    own: authorId === member.id,
    seen: decided.get(row.id)?.id ?? '',
    rule: row.status === 'held' ? (events[0]?.rule ?? '') : '',
    author:
      author && authorId
        ? { name: author.name, handle: author.handle, joinedAt: author.createdAt, ...(records.get(authorId) ?? NO_RECORD) }
        : null,
    parent: parent ? { name: parent.author?.name ?? null, body: parent.body.slice(0, 400) } : null,
    near: near.get(row.id) ?? [],
    post: { title: post.title, path: postPath(post.blog.handle, post.slug ?? ''), blog: post.blog.name, language: post.blog.language },
    reports: summed(reports),
    reportedNow: reports.some(({ revision, memberId }) => revision === row.revision && memberId !== null && memberId !== member.id),
    reported: earlier.get(row.id) ?? [],
  }));
  const last = rows.at(-1);
  return { items, next: found.length > QUEUE_PAGE && last ? cursorOf(last) : null };
}

/** The earlier words of these that open reports are about. */
async function reportedWords(rows: readonly { id: string; revision: number; reports: { revision: number }[] }[]) {
  const about = rows.flatMap(({ id: commentId, revision: now, reports }) =>
    [...new Set(reports.map(({ revision }) => revision))].filter((revision) => revision < now).map((revision) => ({ commentId, revision })),
  );
  if (about.length === 0) return new Map<string, QueueItem['reported']>();
  const found = await db.commentRevision.findMany({ where: { OR: about }, orderBy: { revision: 'desc' } });
  return Map.groupBy(found, ({ commentId }) => commentId);
}

function summed(reports: { reason: string; note: string; memberId: string | null }[]): QueueItem['reports'] {
  const groups = Map.groupBy(reports, ({ reason }) => reason);
  return [...groups].map(([reason, all]) => {
    // Of a report by someone who left, the words stay.
    const ofMachine = ({ memberId, note }: (typeof all)[number]) => memberId === null && isRule(note);
    const notes = all.filter((one) => !ofMachine(one)).map(({ note }) => note);
    const rules = all.filter(ofMachine).map(({ note }) => note);
    return { reason, note: notes.filter(Boolean).join(' · '), count: all.length, rules: [...new Set(rules)] };
  });
}

const COUNTED = 100;

/** How many wait in each tab, of this member's blogs; 100 is: more than 99. @throws Refused `not-found` */
export async function queueCounts(member: Member): Promise<{ [tab in Exclude<Tab, 'all'> | 'appeals']: number }> {
  const blogIds = await moderatedBlogIds(member);
  if (blogIds?.length === 0) throw new Refused('not-found');
  const [held, reported, appeals] = await Promise.all([
    db.comment.count({ where: whereOf({ tab: 'held' }, blogIds), take: COUNTED }),
    db.comment.count({ where: whereOf({ tab: 'reported' }, blogIds), take: COUNTED }),
    countAppeals(member, blogIds),
  ]);
  return { held, reported, appeals };
}

/** The blogs a page of the queue can be narrowed to, by name; the first 200. */
export async function blogsOfQueue(member: Member): Promise<{ handle: string; name: string }[]> {
  const blogIds = await moderatedBlogIds(member);
  return db.blog.findMany({
    where: blogIds ? { id: { in: blogIds } } : {},
    select: { handle: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 200,
  });
}
