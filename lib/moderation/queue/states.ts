import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { UNDO_MINUTES } from '@/lib/comments/policy';
import { isUuid } from '@/lib/core/keys';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { type Decided, lastDecisions } from '../decided';
import { moderatedBlogIds } from '../queries';
import { MOST_AT_ONCE } from '../schema';

export interface ItemState {
  id: string;
  revision: number;
  decided: Decided | null;
  /** Names of the others who look at it now. */
  lookers: string[];
}

const LOOKING_SECONDS = 30;

/** How the items that a moderator has in view stand now; leaves out what is not theirs to decide. @throws Refused `not-found` */
export async function statesOf(member: Member, ids: string[], now = new Date()): Promise<ItemState[]> {
  const blogIds = await moderatedBlogIds(member);
  if (blogIds?.length === 0) throw new Refused('not-found');
  const since = new Date(now.getTime() - LOOKING_SECONDS * 1000);
  const rows = await db.comment.findMany({
    where: { id: { in: ids.filter(isUuid).slice(0, MOST_AT_ONCE) }, ...(blogIds ? { post: { blogId: { in: blogIds } } } : {}) },
    select: {
      id: true,
      revision: true,
      looks: { where: { seenAt: { gt: since }, memberId: { not: member.id } }, select: { member: { select: { name: true } } } },
    },
  });
  const decided = await lastDecisions(rows.map(({ id }) => id));
  return rows.map(({ id, revision, looks }) => ({
    id,
    revision,
    decided: decided.get(id) ?? null,
    lookers: looks.map(({ member: { name } }) => name),
  }));
}

const MADE = ['approved', 'lowered', 'removed'] as const;

/** What a moderator did in one go, and whether it can still be undone; null when there is nothing of theirs. */
export async function batchOf(
  member: Member,
  batchId: string,
  now = new Date(),
): Promise<{ action: (typeof MADE)[number]; count: number } | null> {
  if (!isUuid(batchId)) return null;
  const events = await db.moderationEvent.findMany({
    where: { batchId, actorId: member.id, undoneBy: null, createdAt: { gt: new Date(now.getTime() - UNDO_MINUTES * 60_000) } },
    select: { action: true },
  });
  const action = MADE.find((one) => one === events[0]?.action);
  return action ? { action, count: events.length } : null;
}
