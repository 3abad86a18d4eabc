import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { env } from '@/lib/core/env';
import { db } from '@/lib/db/client';
import { unseal } from './seal';

/** All that is kept of somebody's payouts, for their archive: by the name of each file. What is sealed is opened for them. */
export async function payoutRecordsOf({ id: memberId }: Member): Promise<Record<string, unknown>> {
  const own = { where: { memberId } };
  const open = ({ rail }: { rail: string }, text: string): string | null =>
    rail === 'manual' && text !== '' ? unseal(env().SECRET, text) : text;
  const payouts = await db.payout.findMany({
    ...own,
    omit: { account: true },
    include: { events: { orderBy: { nth: 'asc' }, omit: { byId: true } }, setting: { omit: { byId: true } } },
  });
  const destinations = await db.payoutDestination.findMany({ ...own, omit: { fingerprint: true } });
  return {
    payouts: payouts.map((row) => ({ ...row, destination: open(row, row.destination) })),
    'payout-destinations': destinations.map((row) => ({ ...row, address: open(row, row.address) })),
    'payout-texts': await db.payoutChallenge.findMany(own),
    'payout-countries': await db.payoutCountry.findMany(own),
    'payout-tax-forms': await db.payoutTaxForm.findMany({ ...own, omit: { byId: true } }),
  };
}
