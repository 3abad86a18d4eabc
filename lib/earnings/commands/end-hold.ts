import 'server-only';
import { z } from 'zod';
import { isAdmin, type Member } from '@/lib/accounts/actor';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db, type Tx } from '@/lib/db/client';
import { post } from '@/lib/ledger/commands';
import { refuseReleaser } from '../closing';
import { availableOf, derivedId, ISSUED } from '../names';

const ending = z.object({ holdId: z.uuid(), outcome: z.enum(['cleared', 'confirmed']), answer: z.string().trim().min(1).max(1_000) });

/**
 * Answers a hold, once: `cleared` lets what the person's reading moved go on its way, and gives back what a release took for it;
 * `confirmed` lets it be taken. By another admin than the one who held, and than who releases an epoch
 * of it. The same answer again changes nothing.
 * @throws Refused `not-allowed`, `not-found`, `conflict` when it was answered otherwise or an epoch of it is being released
 */
export async function endHold(by: Member, input: unknown): Promise<void> {
  const { holdId, outcome, answer } = parse(ending, input);
  if (!isAdmin(by)) throw new Refused('not-allowed');
  await db.$transaction(async (tx) => {
    const [hold] = await tx.$queryRaw<{ memberId: string | null; byId: string | null; outcome: string | null }[]>`
      SELECT "memberId", "byId", outcome::text AS outcome FROM earning_hold WHERE id = ${holdId}::uuid FOR NO KEY UPDATE`;
    if (!hold) throw new Refused('not-found');
    if (hold.memberId === by.id || hold.byId === by.id) throw new Refused('not-allowed');
    if (hold.outcome === outcome) return;
    if (hold.outcome !== null) throw new Refused('conflict');
    if (hold.memberId) await refuseReleaser(tx, by, hold.memberId, new Date());
    await tx.earningHold.update({ where: { id: holdId }, data: { outcome, answer, endedById: by.id, endedAt: new Date() } });
    if (outcome === 'cleared') await giveBack(tx, holdId);
  });
}

/** Gives back what releases took for this hold, to those who are still here. */
async function giveBack(tx: Tx, holdId: string): Promise<void> {
  const epochs = await tx.$queryRaw<{ number: number; state: string; reviewing: boolean }[]>`
    SELECT number, state::text AS state, reached IS NOT NULL OR "reviewedAt" IS NOT NULL AS reviewing FROM epoch
    WHERE state IN ('allocated', 'released') AND number IN (SELECT epoch FROM epoch_reader WHERE "holdId" = ${holdId}::uuid)
    ORDER BY number FOR NO KEY UPDATE`;
  for (const { number, state, reviewing } of epochs) {
    if (state === 'allocated' && reviewing) throw new Refused('conflict');
    if (state === 'released') await restore(tx, number, holdId);
  }
}

async function restore(tx: Tx, number: number, holdId: string): Promise<void> {
  const taken = await tx.$queryRaw<{ account: string; amount: bigint }[]>`
    WITH held AS (
      SELECT r."readerId", r."payeeId", r.amount, r.reward FROM epoch_row r JOIN epoch_reader e ON e.id = r."readerId"
      WHERE e.epoch = ${number} AND e."holdId" = ${holdId}::uuid AND r.returned = 'held')
    SELECT account, sum(amount)::bigint AS amount FROM (
      SELECT e.account, h.reward AS amount FROM held h JOIN epoch_reader e ON e.id = h."readerId"
      UNION ALL SELECT y.account, h.amount FROM held h JOIN epoch_payee y ON y.id = h."payeeId") AS got
    WHERE account IN (SELECT code FROM earning_account) GROUP BY account HAVING sum(amount) > 0 ORDER BY account`;
  await tx.$executeRaw`
    UPDATE epoch_row r SET returned = NULL FROM epoch_reader e
    WHERE e.id = r."readerId" AND e.epoch = ${number} AND e."holdId" = ${holdId}::uuid AND r.returned = 'held'`;
  if (taken.length === 0) return;
  const all = taken.reduce((sum, { amount }) => sum + amount, 0n);
  const lines = taken.map(({ account, amount }) => ({ account: availableOf(account), amount }));
  await post(tx, {
    id: derivedId(`restoration:${number}:${holdId}`),
    kind: 'restoration',
    lines: [{ account: ISSUED, amount: -all }, ...lines],
  });
}
