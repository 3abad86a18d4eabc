import 'server-only';
import { isAdmin, type Member } from '@/lib/accounts/actor';
import { csvOf } from '@/lib/core/csv';
import { decimalOf } from '@/lib/core/decimal';
import { env } from '@/lib/core/env';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { unseal } from './seal';

export const COLUMNS = ['payout', 'amount', 'unit', 'destination', 'outcome', 'reference'] as const;

/**
 * The file of a sending by hand: a line for each payout that nobody has confirmed, with `outcome` and `reference` for the operator to
 * fill in. @throws Refused `not-allowed`, `not-found`
 */
export async function payoutFile(by: Member, id: string): Promise<{ name: string; text: string }> {
  if (!isAdmin(by)) throw new Refused('not-allowed');
  const found = await db.payoutSubmission.findFirst({
    where: { id, rail: 'manual' },
    include: {
      items: { orderBy: { nth: 'asc' }, select: { payout: { include: { setting: { select: { unit: true, decimals: true } } } } } },
    },
  });
  if (!found) throw new Refused('not-found');
  const lines = found.items.flatMap(({ payout: { id: payoutId, state, units, destination, setting } }) => {
    if (state !== 'submitted') return [];
    return [[payoutId, decimalOf(units, setting.decimals), setting.unit, unseal(env().SECRET, destination) ?? '', '', '']];
  });
  return { name: `${found.externalId}.csv`, text: csvOf([COLUMNS, ...lines]) };
}
