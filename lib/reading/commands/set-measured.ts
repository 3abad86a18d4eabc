import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { takeTurn } from '@/lib/accounts/limits';
import { parse } from '@/lib/core/parse';
import { db } from '@/lib/db/client';
import { measuring } from '../schema';

/** Agrees to being measured, or ends it: from then on nothing is. What was measured before stays until it is deleted. */
export async function setMeasured(member: Member, input: unknown): Promise<void> {
  const { on } = parse(measuring, input);
  await takeTurn('account', member);
  await db.member.update({ where: { id: member.id }, data: { measured: on }, select: { id: true } });
}
