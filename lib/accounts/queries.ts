import 'server-only';
import { db } from '@/lib/db/client';
import { pool } from '@/lib/db/pool';
import { type Actor, GUEST, type Member } from './actor';
import { isBarred } from './barred';
import { markSeen } from './seen';

const SEEN_EVERY = 3_600_000;

export const memberFields = {
  id: true,
  handle: true,
  name: true,
  role: true,
  language: true,
  createdAt: true,
  emailVerifiedAt: true,
} as const;

interface MemberRow {
  id: string;
  handle: string;
  name: string;
  role: Member['role'];
  language: string;
  createdAt: Date;
  emailVerifiedAt: Date | null;
}

export const toMember = ({ emailVerifiedAt, ...row }: MemberRow): Member => ({
  kind: 'member',
  ...row,
  emailVerified: emailVerifiedAt !== null,
});

/** Who a session belongs to; asked with every request of a person, so in one statement of its own. */
export async function actorOfSession(hash: string, now: Date): Promise<Actor> {
  const { rows } = await pool.query<MemberRow & { sessionId: string; lastSeenAt: Date }>({
    name: 'session',
    text: `SELECT s.id AS "sessionId", s."lastSeenAt", m.id, m.handle, m.name, m.role::text AS role, m.language, m."createdAt", m."emailVerifiedAt"
      FROM session s JOIN member m ON m.id = s."memberId" WHERE s."tokenHash" = $1 AND s."expiresAt" > $2`,
    values: [hash, now],
  });
  const row = rows[0];
  if (!row) return GUEST;
  const { sessionId, lastSeenAt, ...member } = row;
  if (now.getTime() - lastSeenAt.getTime() > SEEN_EVERY) await markSeen(sessionId, now);
  return toMember(member);
}

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
