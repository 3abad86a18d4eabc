import 'server-only';
import { isSiteModerator, type Member } from '@/lib/accounts/actor';
import { takeTurn } from '@/lib/accounts/limits';
import { cacheTag } from '@/lib/core/cache-tags';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db, type Tx } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { enqueue } from '@/lib/jobs/queue';
import { moderatedBlogIds } from '../queries';
import { lifted, sanctioned } from '../schema';

const DAY = 86_400_000;

/**
 * Limits, suspends or bans someone in one blog, or (by site moderators, without a blog) everywhere, and tells them with the reason
 * and the end. The same again changes nothing; another end or reason takes the place of the earlier one of its kind.
 * @throws Refused `invalid` for an unknown person, `not-allowed` about oneself, an equal or where one does not moderate
 */
export async function sanction(member: Member, input: unknown, now = new Date()): Promise<void> {
  const { handle, blogId, kind, days, reason, note } = parse(sanctioned, input);
  await requireModerator(member, blogId);
  await takeTurn('write', member);
  await db.$transaction(async (tx) => {
    const person = await lockPerson(tx, handle);
    await refuseEqual(tx, member, { person, blogId });
    const until = days === null ? null : new Date(now.getTime() + days * DAY);
    const present = await tx.sanction.findFirst({ where: { memberId: person.id, blogId, kind, liftedAt: null } });
    if (present && present.reason === reason && present.note === note && close(present.until, until)) return;
    if (present) await tx.sanction.update({ where: { id: present.id }, data: { liftedAt: now } });
    const { id } = await tx.sanction.create({
      data: { memberId: person.id, blogId, kind, until, reason, note, byId: member.id, createdAt: now },
    });
    await tx.moderationEvent.create({
      data: { actorId: member.id, personId: person.id, blogId, action: kind, reason: note === '' ? reason : `${reason}: ${note}` },
    });
    await enqueue(tx, 'mail.sanction', { sanctionId: id });
    await purge(tx, cacheTag.person(person.id));
  });
}

/** Ends a sanction before its time. Again changes nothing. */
export async function lift(member: Member, input: unknown, now = new Date()): Promise<void> {
  const { sanctionId } = parse(lifted, input);
  const row = await db.sanction.findUnique({ where: { id: sanctionId }, select: { blogId: true, memberId: true } });
  if (!row) throw new Refused('not-found');
  await requireModerator(member, row.blogId);
  if (row.memberId === member.id) throw new Refused('not-allowed');
  await db.$transaction(async (tx) => {
    const { count } = await tx.sanction.updateMany({ where: { id: sanctionId, liftedAt: null }, data: { liftedAt: now } });
    if (count === 0) return;
    await tx.moderationEvent.create({ data: { actorId: member.id, personId: row.memberId, blogId: row.blogId, action: 'lifted' } });
    await purge(tx, cacheTag.person(row.memberId));
  });
}

async function requireModerator(member: Member, blogId: string | null): Promise<void> {
  const blogIds = await moderatedBlogIds(member);
  if (blogIds !== null && (blogId === null || !blogIds.includes(blogId))) throw new Refused('not-allowed');
}

async function lockPerson(tx: Tx, handle: string): Promise<{ id: string; role: Member['role'] }> {
  const [person] = await tx.$queryRaw<{ id: string; role: Member['role'] }[]>`
    SELECT id, role::text AS role FROM member WHERE handle = ${handle}::citext FOR NO KEY UPDATE`;
  if (!person) throw new Refused('invalid', { fields: { handle: 'unknown-person' } });
  return person;
}

/** Nobody sanctions themselves, the site's people, or (within a blog) the blog's people: who gave them a role takes it back first. */
async function refuseEqual(
  tx: Tx,
  member: Member,
  { person, blogId }: { person: { id: string; role: Member['role'] }; blogId: string | null },
): Promise<void> {
  const ofSite = isSiteModerator({ ...member, role: person.role });
  const ofBlog = blogId !== null && (await tx.blogMember.count({ where: { blogId, memberId: person.id } })) > 0;
  if (person.id === member.id || ofSite || ofBlog) throw new Refused('not-allowed');
}

const close = (a: Date | null, b: Date | null): boolean =>
  a === null || b === null ? a === b : Math.abs(a.getTime() - b.getTime()) < DAY / 24;
