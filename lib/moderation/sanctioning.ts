import 'server-only';
import { isSiteModerator, type Member } from '@/lib/accounts/actor';
import { lockPerson } from '@/lib/accounts/lock-person';
import { Refused } from '@/lib/core/refused';
import type { Tx } from '@/lib/db/client';
import { enqueue } from '@/lib/jobs/queue';
import { moderatedBlogIds } from './queries';
import type { REMOVAL_REASONS, SANCTION_KINDS } from './schema';

export type ByRole = 'blog' | 'site';

/** As whom this member sanctions there; without a blog, everywhere. @throws Refused `not-allowed` where they do not moderate */
export async function requireModerator(member: Member, blogId: string | null): Promise<ByRole> {
  const blogIds = await moderatedBlogIds(member);
  if (blogIds !== null && (blogId === null || !blogIds.includes(blogId))) throw new Refused('not-allowed');
  return blogIds === null ? 'site' : 'blog';
}

/** Finds and holds whom a sanction is about. @throws Refused `invalid` for an unknown person, `not-allowed` about oneself or an equal */
export async function personToSanction(
  tx: Tx,
  member: Member,
  { handle, blogId }: { handle: string; blogId: string | null },
): Promise<{ id: string }> {
  const person = await lockPerson(tx, { handle });
  if (!person) throw new Refused('invalid', { fields: { handle: 'unknown-person' } });
  // Nobody sanctions themselves, the site's people, or (within a blog) the blog's people: who gave them a role takes it back first.
  const ofSite = isSiteModerator({ ...member, role: person.role });
  const ofBlog = blogId !== null && (await tx.blogMember.count({ where: { blogId, memberId: person.id } })) > 0;
  if (person.id === member.id || ofSite || ofBlog) throw new Refused('not-allowed');
  return person;
}

export interface Imposed {
  memberId: string;
  blogId: string | null;
  kind: (typeof SANCTION_KINDS)[number];
  until: Date | null;
  reason: (typeof REMOVAL_REASONS)[number];
  note: string;
}

const HOUR = 3_600_000;

/** The sanction of this kind that holds there, and whether it says the same. The caller holds the person. */
export async function presentOf(tx: Tx, { memberId, blogId, kind, until, reason, note }: Imposed) {
  const present = await tx.sanction.findFirst({
    where: { memberId, blogId, kind, liftedAt: null },
    include: { sweeps: true, events: { where: { action: kind }, select: { appeal: { select: { outcome: true } } } } },
  });
  return present && { ...present, same: present.reason === reason && present.note === note && close(present.until, until) };
}

const close = (a: Date | null, b: Date | null): boolean =>
  a === null || b === null ? a === b : Math.abs(a.getTime() - b.getTime()) < HOUR;

/**
 * Writes a sanction in the place of the earlier one of its kind; the person is told by a job. The caller holds the person and writes
 * the audit. @throws Refused `conflict` while an appeal against the earlier one waits: that is answered first
 */
export async function impose(
  tx: Tx,
  present: Awaited<ReturnType<typeof presentOf>>,
  { by, now, ...wanted }: Imposed & { by: Member; now: Date },
): Promise<string> {
  if (present?.events.some(({ appeal }) => appeal && appeal.outcome === null)) throw new Refused('conflict');
  if (present) await tx.sanction.update({ where: { id: present.id }, data: { liftedAt: now } });
  const { id } = await tx.sanction.create({ data: { ...wanted, byId: by.id, createdAt: now }, select: { id: true } });
  await enqueue(tx, 'mail.sanction', { sanctionId: id });
  return id;
}

/** Somebody is banned from the whole site no more: what releases of earnings took back for it may come back. `by` is what ended it. */
export async function restoreEarnings(tx: Tx, { sanctionId, by }: { sanctionId: string; by: string }): Promise<void> {
  const { memberId, kind, blogId } = await tx.sanction.findUniqueOrThrow({ where: { id: sanctionId } });
  if (kind === 'banned' && blogId === null) await enqueue(tx, 'earning.restore', { was: 'banned', id: memberId, by });
}

/** A reason as the audit keeps it. */
export const keptReason = ({ reason, note }: { reason: string; note: string }): string => (note === '' ? reason : `${reason}: ${note}`);
