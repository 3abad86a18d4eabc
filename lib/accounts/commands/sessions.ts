import 'server-only';
import { z } from 'zod';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import type { Member } from '../actor';

/** Ends the session with this token hash; ending it again changes nothing. */
export async function endSessionByHash(hash: string): Promise<void> {
  await db.session.deleteMany({ where: { tokenHash: hash } });
}

/** Signs one of the member's own devices out. @throws Refused `not-found` */
export async function endSession(member: Member, input: unknown): Promise<void> {
  const { sessionId } = parse(z.object({ sessionId: z.uuid() }), input);
  const { count } = await db.session.deleteMany({ where: { id: sessionId, memberId: member.id } });
  if (count === 0) throw new Refused('not-found');
}

/** Signs the member out everywhere but here. */
export async function endOtherSessions(member: Member, currentHash: string): Promise<void> {
  await db.session.deleteMany({ where: { memberId: member.id, tokenHash: { not: currentHash } } });
}
