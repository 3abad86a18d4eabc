import { isUuid } from '@/lib/core/keys';
import type { Prisma } from '@/lib/db/client';
import { REMOVAL_REASONS } from '../schema';

export const TABS = ['held', 'reported', 'all'] as const;
export type Tab = (typeof TABS)[number];

/** What a page of the queue is asked for, as the address has it. */
export interface Asked {
  tab?: string | undefined;
  /** Words of the comment, or of its writer's name or handle. */
  q?: string | undefined;
  blog?: string | undefined;
  rule?: string | undefined;
  reason?: string | undefined;
  after?: string | undefined;
}

export const tabOf = (asked: Asked): Tab => TABS.find((tab) => tab === asked.tab) ?? 'held';

const MOST_SAID = 100;

/** What a page is narrowed to, empty for what it is not; `said` as a pattern of LIKE has it, without what stands around it. */
export function narrowedTo(asked: Asked) {
  const [q, blog, rule] = [asked.q, asked.blog, asked.rule].map((text = '') => text.replaceAll('\0', '')) as [string, string, string];
  const said = q
    .trim()
    .slice(0, MOST_SAID)
    .replace(/[\\%_]/g, '\\$&');
  return { said, blog: blog.replace(/^@/, ''), rule, reason: REMOVAL_REASONS.find((one) => one === asked.reason) };
}

/** The rows of what waits among the blogs of who asks; null is: all blogs. They are few, whatever has been written in all. */
export function whereOf(asked: Asked, blogIds: string[] | null): Prisma.CommentWhereInput {
  const { said, blog, rule, reason } = narrowedTo(asked);
  const like = { contains: said, mode: 'insensitive' as const };
  const tab = tabOf(asked);
  return {
    AND: [
      tab === 'held' ? { status: 'held' } : {},
      tab === 'reported' ? { status: { in: ['held', 'visible', 'withdrawn'] }, reports: { some: { resolvedAt: null } } } : {},
      blogIds ? { post: { blogId: { in: blogIds } } } : {},
      blog ? { post: { blog: { handle: blog } } } : {},
      rule ? { events: { some: { rule } } } : {},
      reason ? { reports: { some: { reason, resolvedAt: null } } } : {},
      said ? { OR: [{ body: like }, { author: { OR: [{ name: like }, { handle: like }] } }] } : {},
    ],
  };
}

/** The item after which a page begins; null for the first page. */
export function cursorIn({ after }: Asked): { createdAt: Date; id: string } | null {
  const [at = '', id = ''] = after?.split('_') ?? [];
  return /^\d{1,15}$/.test(at) && isUuid(id) ? { createdAt: new Date(Number(at)), id } : null;
}

/** Where a page of what waits begins, in a total order: the oldest first. */
export function afterOf(asked: Asked): Prisma.CommentWhereInput {
  const after = cursorIn(asked);
  return after ? { OR: [{ createdAt: { gt: after.createdAt } }, { createdAt: after.createdAt, id: { gt: after.id } }] } : {};
}

export const cursorOf = ({ createdAt, id }: { createdAt: Date; id: string }): string => `${createdAt.getTime()}_${id}`;
