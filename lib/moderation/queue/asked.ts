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

/** The rows of a tab among the blogs of who asks; null is: all blogs. */
export function whereOf(asked: Asked, blogIds: string[] | null): Prisma.CommentWhereInput {
  const { q = '', blog = '', rule = '' } = asked;
  const said = q.trim().slice(0, 100);
  const like = { contains: said.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const };
  const reason = REMOVAL_REASONS.find((one) => one === asked.reason);
  const tab = tabOf(asked);
  return {
    AND: [
      tab === 'held' ? { status: 'held' } : {},
      tab === 'reported' ? { status: { in: ['held', 'visible', 'withdrawn'] }, reports: { some: { resolvedAt: null } } } : {},
      blogIds ? { post: { blogId: { in: blogIds } } } : {},
      blog ? { post: { blog: { handle: blog.replace(/^@/, '') } } } : {},
      rule ? { events: { some: { toStatus: 'held', rule } } } : {},
      reason ? { reports: { some: { reason, ...(tab === 'all' ? {} : { resolvedAt: null }) } } } : {},
      said ? { OR: [{ body: like }, { author: { OR: [{ name: like }, { handle: like }] } }] } : {},
    ],
  };
}

/** Where a page begins, in a total order: oldest first, and newest first in the tab of all. */
export function afterOf(asked: Asked): Prisma.CommentWhereInput {
  const [at = '', id = ''] = asked.after?.split('_') ?? [];
  if (!/^\d{1,15}$/.test(at) || !isUuid(id)) return {};
  const createdAt = new Date(Number(at));
  const beyond = <T>(value: T) => (tabOf(asked) === 'all' ? { lt: value } : { gt: value });
  return { OR: [{ createdAt: beyond(createdAt) }, { createdAt, id: beyond(id) }] };
}

export const cursorOf = ({ createdAt, id }: { createdAt: Date; id: string }): string => `${createdAt.getTime()}_${id}`;
