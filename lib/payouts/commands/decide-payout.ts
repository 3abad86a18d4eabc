import 'server-only';
import { isAdmin, type Member } from '@/lib/accounts/actor';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db, type Tx } from '@/lib/db/client';
import { enqueue } from '@/lib/jobs/queue';
import { changedAmong, closedAmong, lockPayees } from '../closed';
import { mayDecide } from '../may-decide';
import { giveBack } from '../points';
import { lockPayouts, type PayoutRow, take } from '../record';
import { decided, takenBack } from '../schema';
import { isRail, type RailName } from '../setting';
import { after } from '../state';

/**
 * An admin lets a payout go on that waits for a look, stops one that is not handed over yet, or takes it back with words to the person.
 * The same again changes nothing. @throws Refused `not-allowed` for anyone else, and about oneself while there is another admin, `not-found`, `invalid` without words
 * where they are needed, while its person is banned or lacks what the operator asks for, or in a unit or at a price that is not paid any more, `conflict` when it went on meanwhile
 */
export async function decidePayout(by: Member, input: unknown, now = new Date()): Promise<void> {
  const { payoutId, decision, note } = parse(decided, input);
  await db.$transaction(async (tx) => {
    await lockPayees(tx, [payoutId]);
    const [row] = await lockPayouts(tx, [payoutId]);
    if (!isAdmin(by) || (row && !(await mayDecide(tx, by, row, now)))) throw new Refused('not-allowed');
    if (!row) throw new Refused('not-found');
    if (decision !== 'approve' && note === '') throw new Refused('invalid', { fields: { note: 'required' } });
    if (row.state === DONE[decision]) return;
    if (!after(row.state, decision)) throw new Refused('conflict');
    if (decision === 'approve' && isRail(row.rail)) {
      const bar = await barOf(tx, row.rail, payoutId, now);
      if (bar !== null) throw new Refused('invalid', { fields: { note: bar } });
    }
    if (decision === 'cancel') await giveBack(tx, row);
    await take(tx, row, decision, { reason: `admin-${decision}`, note, byId: by.id, now });
    if (decision === 'approve') await enqueue(tx, 'payout.work', {});
  });
}

/** Why a payout cannot go on, whoever lets it. */
async function barOf(tx: Tx, rail: RailName, payoutId: string, now: Date): Promise<'payout-changed' | 'payout-gate' | null> {
  if ((await changedAmong(tx, rail, [payoutId], now)).length > 0) return 'payout-changed';
  return (await closedAmong(tx, rail, [payoutId], now)).length > 0 ? 'payout-gate' : null;
}

const DONE = { approve: 'reserved', hold: 'held', cancel: 'cancelled' } as const;

/** Takes back a payout of one's own that is not handed over yet. Again it changes nothing. @throws Refused `not-found`, `conflict` */
export async function cancelPayout(member: Member, input: unknown, now = new Date()): Promise<void> {
  const { payoutId } = parse(takenBack, input);
  await db.$transaction(async (tx) => {
    const [row] = await lockPayouts(tx, [payoutId]);
    if (row?.memberId !== member.id) throw new Refused('not-found');
    if (row.state === 'cancelled') return;
    await cancel(tx, row, member, now);
  });
}

async function cancel(tx: Tx, row: PayoutRow, member: Member, now: Date): Promise<void> {
  if (!after(row.state, 'cancel')) throw new Refused('conflict');
  await giveBack(tx, row);
  await take(tx, row, 'cancel', { reason: 'taken-back', byId: member.id, now });
}
