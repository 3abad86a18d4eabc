import 'server-only';
import { pool } from '@/lib/db/pool';
import { type Actor, GUEST, type Member } from './actor';
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
