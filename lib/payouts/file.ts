import 'server-only';
import { isAdmin, type Member } from '@/lib/accounts/actor';
import { csvOf } from '@/lib/core/csv';
import { decimalOf } from '@/lib/core/decimal';
import { env } from '@/lib/core/env';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { closedAmong } from './closed';
import { unseal } from './seal';

export const COLUMNS = ['payout', 'amount', 'unit', 'destination', 'outcome', 'reference'] as const;

/**
 * The file of a sending by hand: a line for each payout that nobody has confirmed, with `outcome` and `reference` for the operator to
 * fill in. Who is banned since, or lacks what the operator asks for, has no destination in it: that payout is answered with `failed`, or
 * with `paid` where it was paid before. @throws Refused `not-allowed`, `not-found`
 */
export async function payoutFile(by: Member, id: string, now = new Date()): Promise<{ name: string; text: string }> {
  if (!isAdmin(by)) throw new Refused('not-allowed');
  const found = await db.payoutSubmission.findFirst({
    where: { id, rail: 'manual' },
    include: {
      items: { orderBy: { nth: 'asc' }, select: { payout: { include: { setting: { select: { unit: true, decimals: true } } } } } },
    },
  });
  if (!found) throw new Refused('not-found');
  const ids = found.items.map(({ payout }) => payout.id);
  const closed = new Set(await closedAmong(db, 'manual', ids, now));
  const lines = found.items.flatMap(({ payout: { id: payoutId, state, units, destination, setting } }) => {
    if (state !== 'submitted') return [];
    const to = closed.has(payoutId) ? '' : (unseal(env().SECRET, destination) ?? '');
    return [[payoutId, decimalOf(units, setting.decimals), setting.unit, to, '', '']];
  });
  return { name: `${found.externalId}.csv`, text: csvOf([COLUMNS, ...lines]) };
}
