import 'server-only';
import { db } from '@/lib/db/client';
import type { Member } from './actor';
import { isBarred } from './barred';

/** Whether something is kept of this person's address when they leave, because they are banned or suspended on the whole site. */
export const barredFromSite = ({ id }: Member, now: Date): Promise<boolean> => isBarred(db, { memberId: id, blogId: null }, now);

export interface Profile {
  name: string;
  handle: string;
  bio: string;
  language: string;
  email: string;
}

export function profileOf(member: Member): Promise<Profile> {
  return db.member.findUniqueOrThrow({
    where: { id: member.id },
    select: { name: true, handle: true, bio: true, language: true, email: true },
  });
}

export interface Device {
  id: string;
  device: string;
  lastSeenAt: Date;
  current: boolean;
}

export async function devicesOf(member: Member, currentHash: string | null, now: Date): Promise<Device[]> {
  const rows = await db.session.findMany({
    where: { memberId: member.id, expiresAt: { gt: now } },
    select: { id: true, device: true, lastSeenAt: true, tokenHash: true },
    orderBy: [{ lastSeenAt: 'desc' }, { id: 'desc' }],
  });
  return rows.map(({ tokenHash, ...row }) => ({ ...row, current: tokenHash === currentHash }));
}

export interface Followed {
  id: string;
  name: string;
  handle: string;
  since: Date;
}

/** Whom this member follows, the latest first. */
export async function followedBy(member: Member): Promise<Followed[]> {
  const rows = await db.follow.findMany({
    where: { memberId: member.id },
    select: { createdAt: true, followed: { select: { id: true, name: true, handle: true } } },
    orderBy: [{ createdAt: 'desc' }, { followedId: 'asc' }],
  });
  return rows.map(({ followed, createdAt }) => ({ ...followed, since: createdAt }));
}

/** The blogs that nobody else owns. */
export async function solelyOwned(member: Member): Promise<{ id: string; name: string }[]> {
  return db.blog.findMany({
    where: { members: { some: { memberId: member.id, role: 'owner' }, none: { memberId: { not: member.id }, role: 'owner' } } },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  });
}
