import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { parseMarkup, plainText } from '@/lib/comments/markup';
import { commentPath } from '@/lib/comments/view';
import { isUuid } from '@/lib/core/keys';
import { db } from '@/lib/db/client';
import { postPath } from '@/lib/posts/view';

export interface Told {
  id: string;
  kind: 'reply' | 'mention';
  /** Null for someone who left. */
  author: string | null;
  title: string;
  /** Its first words. */
  words: string;
  href: string;
  createdAt: Date;
  unread: boolean;
}

/** That something was decided about this person or their comment; where it leads says the rest. */
export interface ToldDecision {
  id: string;
  kind: 'decision';
  /** Of the audit. */
  action: string;
  /** Of the post under which they wrote; null when it is about the person. */
  title: string | null;
  href: string;
  createdAt: Date;
  unread: boolean;
}

/** That a line of a statement which this person disputes was answered. */
export interface ToldDispute {
  id: string;
  kind: 'dispute';
  week: number;
  outcome: 'upheld' | 'declined';
  /** The answer's first words. */
  words: string;
  href: string;
  createdAt: Date;
  unread: boolean;
}

const PER_PAGE = 30;
const FIRST_WORDS = 200;

/** What this person was told, newest first, by cursor. What is no longer shown, or of someone muted since, is left out. */
export async function notificationsOf(
  member: Member,
  before: string | undefined,
): Promise<{ told: (Told | ToldDecision | ToldDispute)[]; next: string | null }> {
  const rows = await db.notification.findMany({
    where: {
      memberId: member.id,
      OR: [
        { event: { undoneBy: null } },
        { dispute: { outcome: { not: null } } },
        { comment: { status: 'visible', OR: [{ authorId: null }, { author: { mutedBy: { none: { memberId: member.id } } } }] } },
      ],
      ...(isUuid(before ?? null) ? { id: { lt: before as string } } : {}),
    },
    select: {
      id: true,
      kind: true,
      readAt: true,
      createdAt: true,
      event: { select: { action: true, sanctionId: true, comment: { select: { id: true, post: { select: { title: true } } } } } },
      dispute: { select: { epoch: true, outcome: true, answer: true } },
      comment: {
        select: {
          id: true,
          body: true,
          author: { select: { name: true } },
          post: { select: { title: true, slug: true, blog: { select: { handle: true } } } },
        },
      },
    },
    orderBy: { id: 'desc' },
    take: PER_PAGE + 1,
  });
  const told = rows.slice(0, PER_PAGE).flatMap(({ comment, event, dispute, readAt, ...row }): (Told | ToldDecision | ToldDispute)[] => {
    const unread = readAt === null;
    if (event) {
      const href = event.comment ? `/comments/${event.comment.id}` : `/settings#${event.sanctionId ? 'standing' : 'held'}`;
      return [{ ...row, kind: 'decision', action: event.action, title: event.comment?.post.title ?? null, href, unread }];
    }
    if (dispute?.outcome) {
      const { epoch: week, outcome, answer } = dispute;
      return [{ ...row, kind: 'dispute', week, outcome, words: answer.slice(0, FIRST_WORDS), href: `/earnings/${week}`, unread }];
    }
    if (!comment || row.kind === 'decision' || row.kind === 'dispute') return [];
    return [
      {
        ...{ ...row, kind: row.kind, unread },
        author: comment.author?.name ?? null,
        title: comment.post.title,
        words: plainText(parseMarkup(comment.body)).slice(0, FIRST_WORDS),
        href: commentPath(postPath(comment.post.blog.handle, comment.post.slug ?? ''), comment.id),
      },
    ];
  });
  const last = rows[PER_PAGE - 1]?.id ?? null;
  return { told, next: rows.length > PER_PAGE ? last : null };
}
