import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { takeTurn } from '@/lib/accounts/limits';
import { lockPerson } from '@/lib/accounts/lock-person';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db, type Tx } from '@/lib/db/client';
import { enqueue } from '@/lib/jobs/queue';
import { unitsOf } from '../amount';
import { factsOf, type Known } from '../facts';
import { setAside } from '../points';
import { amountFault, gatesOf, needsLook } from '../policy';
import { take, writeEvent } from '../record';
import { asked } from '../schema';

/**
 * Asks for a payout to the destination that somebody has linked, and sets its points aside, in one transaction. The same key again is
 * the same payout. @throws Refused `invalid` naming `amount` where it is not right, or `rail` while a gate is closed
 */
export async function requestPayout(member: Member, input: unknown, now = new Date()): Promise<{ payoutId: string }> {
  const { rail, amount, submissionKey } = parse(asked, input);
  await takeTurn('account', member);
  return db.$transaction(async (tx) => {
    // One at a time for each person: what they have left is read after the one before.
    await lockPerson(tx, member);
    const known = await tx.payout.findUnique({
      where: { memberId_key: { memberId: member.id, key: submissionKey } },
      select: { id: true },
    });
    if (known) return { payoutId: known.id };
    const facts = await factsOf(tx, member, rail, now);
    if (gatesOf(facts).some(({ met }) => !met)) throw new Refused('invalid', { fields: { rail: 'payout-gate' } });
    const fault = amountFault(amount, facts);
    if (fault) throw new Refused('invalid', { fields: { amount: fault } });
    return { payoutId: await reserve(tx, member, { facts, amount, key: submissionKey }) };
  });
}

async function reserve(tx: Tx, member: Member, { facts, amount, key }: { facts: Known; amount: bigint; key: string }): Promise<string> {
  const { setting, destination, account, now } = facts;
  if (!setting || !destination || !account) throw new Refused('not-allowed');
  const row = await tx.payout.create({
    data: {
      memberId: member.id,
      account,
      key,
      rail: setting.rail,
      settingId: setting.id,
      state: 'requested',
      points: amount,
      units: unitsOf(amount, setting.worth),
      destination: destination.address,
      shown: destination.shown,
      createdAt: now,
    },
  });
  await writeEvent(tx, { payoutId: row.id, from: null, to: 'requested', reason: 'asked', byId: member.id, now });
  await setAside(tx, row);
  const looked = needsLook(setting, facts.paidBefore);
  await take(tx, row, looked ? 'hold' : 'reserve', { reason: looked ? 'first' : 'gates-open', now });
  if (!looked) await enqueue(tx, 'payout.work', {});
  return row.id;
}
