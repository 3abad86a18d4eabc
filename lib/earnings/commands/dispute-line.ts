import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { takeTurn } from '@/lib/accounts/limits';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { canDispute } from '../dispute-policy';
import { disputing } from '../dispute-schema';
import { hasLine } from '../disputed-line';

/**
 * Disputes a line of one's own statement, once: a human looks at it. Again, whatever its words, answers with the first.
 * @throws Refused `invalid`; `not-found` where one's statement has no such line; `not-allowed` when the time is over; `too-many`
 */
export async function disputeLine(member: Member, input: unknown, now = new Date()): Promise<{ id: string }> {
  const { epoch, line, reason, words } = parse(disputing, input);
  await takeTurn('appeal', member);
  return db.$transaction(async (tx) => {
    const of = { memberId: member.id, epoch, line };
    const week = await tx.epoch.findUnique({ where: { number: epoch }, select: { dividedAt: true } });
    if (!week?.dividedAt || !(await hasLine(tx, of))) throw new Refused('not-found');
    const before = await tx.earningDispute.findUnique({ where: { memberId_epoch_line: of }, select: { id: true } });
    if (before) return before;
    if (!canDispute(week.dividedAt, now)) throw new Refused('not-allowed');
    await tx.earningDispute.createMany({ data: { ...of, reason, words, createdAt: now }, skipDuplicates: true });
    return tx.earningDispute.findUniqueOrThrow({ where: { memberId_epoch_line: of }, select: { id: true } });
  });
}
