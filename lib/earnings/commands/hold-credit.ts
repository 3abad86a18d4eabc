import 'server-only';
import { z } from 'zod';
import { isAdmin, type Member } from '@/lib/accounts/actor';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { refuseReleaser } from '../closing';
import { HOLD_REASONS } from '../hold-reasons';

const holding = z.object({ memberId: z.uuid(), reason: z.enum(HOLD_REASONS), note: z.string().trim().max(1_000).default('') });

/**
 * Holds what somebody's reading moves, in every epoch that is not released; of a rule (`by` null) or of an admin with words. Nothing is
 * taken from what is available. Held already, it stays as it is. @throws Refused `not-allowed` for anyone else, about oneself, and for
 * who releases an epoch that they read in, `invalid`, `not-found`
 */
export async function holdCredit(by: Member | null, input: unknown): Promise<{ holdId: string }> {
  const { memberId, reason, note } = parse(holding, input);
  if (by && (!isAdmin(by) || by.id === memberId)) throw new Refused('not-allowed');
  if (by && note === '') throw new Refused('invalid', { fields: { note: 'required' } });
  return db.$transaction(async (tx) => {
    const [person] = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM member WHERE id = ${memberId}::uuid FOR NO KEY UPDATE`;
    if (!person) throw new Refused('not-found');
    const open = await tx.earningHold.findFirst({ where: { memberId, outcome: null }, select: { id: true } });
    if (open) return { holdId: open.id };
    if (by) await refuseReleaser(tx, by, memberId, new Date());
    const data = { memberId, reason, note, byMachine: by === null, byId: by?.id ?? null };
    const { id } = await tx.earningHold.create({ data, select: { id: true } });
    await tx.epochReader.updateMany({ where: { memberId, of: { state: { not: 'released' } } }, data: { holdId: id } });
    return { holdId: id };
  });
}
