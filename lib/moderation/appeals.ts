import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import type { CommentStatus } from '@/lib/comments/view';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { postPath } from '@/lib/posts/view';
import { appealBar, appealUntil, canAppeal, reasonParts, receiptOf, takesAway } from './appeal-policy';
import { moderatedBlogIds } from './queries';

/** What was decided against a comment, as its writer is told. */
export interface Decision {
  eventId: string;
  byMachine: boolean;
  /** The rule by which a machine decided. */
  rule: string;
  reason: ReturnType<typeof reasonParts>['reason'];
  /** The moderator's words. */
  said: string;
  decidedAt: Date;
  until: Date;
  mayAppeal: boolean;
  appeal: { receipt: string; text: string; createdAt: Date; outcome: 'upheld' | 'reversed' | null; answer: string } | null;
}

/** What was decided against this person's own comment, the newest first; nothing for anybody else. */
export async function decisionsAgainst(member: Member, commentId: string, now: Date): Promise<Decision[]> {
  const comment = await db.comment.findFirst({
    where: { id: commentId, authorId: member.id },
    select: { status: true, events: { orderBy: { seq: 'desc' }, include: { appeal: true } } },
  });
  if (!comment) return [];
  // Only the newest can be what keeps it away.
  return comment.events.filter(takesAway).map(({ appeal, ...event }, nth) => ({
    eventId: event.id,
    byMachine: event.byMachine,
    rule: event.rule,
    ...reasonParts(event.reason),
    decidedAt: event.createdAt,
    until: appealUntil(event.createdAt),
    mayAppeal: nth === 0 && appeal === null && canAppeal(event, comment.status, now),
    appeal: appeal ? { ...appeal, receipt: receiptOf(appeal.id) } : null,
  }));
}

export interface AppealItem {
  id: string;
  receipt: string;
  text: string;
  createdAt: Date;
  writer: string;
  decision: { byMachine: boolean; rule: string; said: string; reason: Decision['reason']; decidedBy: string | null; createdAt: Date };
  comment: { id: string; body: string; status: CommentStatus; createdAt: Date };
  parent: { name: string | null; body: string } | null;
  post: { title: string; path: string; blog: string };
  /** Why this person may not decide it. */
  bar: ReturnType<typeof appealBar>;
}

const LENGTH = 100;
const AWAY = ['held', 'rejected', 'removed'] as const;

/** Appeals that wait where this member moderates, the oldest first. @throws Refused `not-found` */
export async function openAppeals(member: Member): Promise<AppealItem[]> {
  const blogIds = await moderatedBlogIds(member);
  if (blogIds?.length === 0) throw new Refused('not-found');
  const post = blogIds ? { post: { blogId: { in: blogIds } } } : {};
  const rows = await db.appeal.findMany({
    where: { outcome: null, event: { comment: { status: { in: [...AWAY] }, ...post } } },
    include: {
      member: { select: { name: true } },
      event: { include: { actor: { select: { name: true } }, comment: { select: IN_CONTEXT } } },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: LENGTH,
  });
  return rows.flatMap(({ event, member: writer, ...appeal }) => {
    const { comment, actor, actorId, byMachine } = event;
    if (!comment) return [];
    const { parent, post: under, authorId, ...own } = comment;
    return {
      id: appeal.id,
      receipt: receiptOf(appeal.id),
      text: appeal.text,
      createdAt: appeal.createdAt,
      writer: writer.name,
      decision: {
        byMachine,
        rule: event.rule,
        ...reasonParts(event.reason),
        decidedBy: byMachine ? null : (actor?.name ?? null),
        createdAt: event.createdAt,
      },
      comment: own,
      parent: parent ? { name: parent.author?.name ?? null, body: parent.body.slice(0, 400) } : null,
      post: { title: under.title, path: postPath(under.blog.handle, under.slug ?? ''), blog: under.blog.name },
      bar: appealBar(member.id, { deciderId: byMachine ? null : actorId, writerId: authorId }),
    };
  });
}

const IN_CONTEXT = {
  id: true,
  body: true,
  status: true,
  createdAt: true,
  authorId: true,
  parent: { select: { body: true, author: { select: { name: true } } } },
  post: { select: { title: true, slug: true, blog: { select: { name: true, handle: true } } } },
} as const;
